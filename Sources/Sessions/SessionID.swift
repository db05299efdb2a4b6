import ByteIO

/// The name of a session, the same in every run.
enum SessionID {
    /// Gives `session` the first 20 hex digits of SHA-256 over visitor (or user), 0x1F, start in
    /// microseconds as decimal digits; `-2` and so on behind it for further sessions with that start.
    static func write(_ session: inout Session) {
        session.id.replace(withField: session.field)
        session.id.append(0x1F)
        session.id.append(decimal: session.totals.start)
        ShortDigest.replace(&session.id)
        guard session.mark > 1 else { return }
        session.id.append(0x2D)
        session.id.append(decimal: Int64(session.mark))
    }
}
