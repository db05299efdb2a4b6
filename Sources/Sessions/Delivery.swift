/// When a session goes out, and what lies at the edges of the log: what the run knows of time beyond
/// the rows of one customer.
package struct Delivery {
    /// Only final sessions go out, the rest waits for the next run.
    let holdsOpenSessions: Bool
    /// The earliest and the latest time ever read.
    let earliest: Int64
    let horizon: Int64
    let timeout: Int64
    let maximumLength: Int64

    package init(
        holdsOpenSessions: Bool, earliest: Int64, horizon: Int64, timeout: Int64,
        maximumLength: Int64
    ) {
        self.holdsOpenSessions = holdsOpenSessions
        self.earliest = earliest
        self.horizon = horizon
        self.timeout = timeout
        self.maximumLength = maximumLength
    }

    /// No row that is still to come lies before it, unless it is late.
    var stable: Int64 { holdsOpenSessions ? horizon - timeout : .max }

    /// Whether no row to come, unless late, can change the session. `successor` is the start of a later
    /// session of its key.
    @inline(__always)
    func isFinal(_ session: borrowing Session, successor: Int64?) -> Bool {
        if let successor, successor < horizon - timeout { return true }
        return session.isDeclared
            ? horizon - session.totals.start > maximumLength + timeout
            : horizon - session.totals.end > 2 * timeout
    }

    func isStartCropped(start: Int64) -> Bool { start - earliest < timeout }

    func isEndCropped(end: Int64) -> Bool { horizon - end < timeout }
}
