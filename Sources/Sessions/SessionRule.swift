package import StageSupport

/// When a row starts a new session, and when a session is over.
package struct SessionRule {
    package enum Boundary: String, CaseIterable, Sendable {
        /// A gap equal to the timeout stays in the session.
        case gt
        /// A gap equal to the timeout ends it.
        case ge
    }

    /// In microseconds.
    package var timeout: Int64
    var boundary: Boundary
    /// Splits at local midnight; nil where midnight means nothing.
    package var midnight: LocalClock?
    package var splitsOnCampaign = false
    /// Rows that carry a session id are cut by it.
    package var usesDeclared = false
    /// In microseconds; a longer session is no person's.
    package var maximumLength: Int64 = 12 * 3_600_000_000
    package var maximumEvents = 2500

    package init(timeout: Int64, boundary: Boundary) {
        self.timeout = timeout
        self.boundary = boundary
    }

    /// Whether a row that comes `gap` microseconds after the one before starts a new session.
    func splits(after gap: Int64) -> Bool {
        guard gap > 0 else { return false }
        return boundary == .gt ? gap > timeout : gap >= timeout
    }

    /// Whether a session with these totals is no person's.
    func isOverLimit(events: Int, start: Int64, end: Int64) -> Bool {
        events > maximumEvents || end - start > maximumLength
    }
}

extension SessionRule {
    /// The options that cut sessions, by name, as a state remembers them.
    package func words(joinsIdentities: Bool) -> [String: String] {
        var words = [
            "timeout": "\(timeout)", "boundary": boundary.rawValue,
            "identity": joinsIdentities ? "on" : "off", "max-session": "\(maximumLength)",
            "max-events": "\(maximumEvents)",
        ]
        if let midnight { words["split-at-midnight"] = midnight.name }
        if splitsOnCampaign { words["split-on"] = "campaign" }
        if usesDeclared { words["declared"] = "true" }
        return words
    }
}

/// What the run knows of time beyond the rows of one customer.
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
    func isFinal(start: Int64, end: Int64, isDeclared: Bool, successor: Int64?) -> Bool {
        if let successor, successor < horizon - timeout { return true }
        return isDeclared
            ? horizon - start > maximumLength + timeout
            : horizon - end > 2 * timeout
    }

    func isStartCropped(start: Int64) -> Bool { start - earliest < timeout }

    func isEndCropped(end: Int64) -> Bool { horizon - end < timeout }
}
