/// When a gap between two rows of one visitor ends a session.
struct SessionRule: Sendable {
    enum Boundary: String, CaseIterable, Sendable {
        /// A gap equal to the timeout stays in the session.
        case gt
        /// A gap equal to the timeout ends it.
        case ge
    }

    /// In microseconds.
    let timeout: Int64
    let boundary: Boundary

    /// Whether a row that comes `gap` microseconds after the one before starts a new session.
    func splits(after gap: Int64) -> Bool {
        guard gap > 0 else { return false }
        return boundary == .gt ? gap > timeout : gap >= timeout
    }
}
