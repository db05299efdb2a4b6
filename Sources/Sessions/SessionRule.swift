package import StageSupport
import ByteIO

/// When a row starts a new session.
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
}

// Every reason to cut. Rows of one key are compared in the order of time, then of input.
extension SessionRule {
    /// Whether a row at `time`, of the local `day` and with this `campaign`, starts a new session behind
    /// this one of its key.
    @inline(__always)
    func splits(
        _ session: borrowing Session, at time: Int64, day: Int, campaign: Span<UInt8>
    ) -> Bool {
        isOver(session, at: time) || day != session.day
            || isOther(campaign, than: session.campaign)
    }

    /// Whether the session takes no row at `time`, nor a later one: by the timeout, or where the log
    /// declares its id, by the longest session. Then a stray row does not stretch it over months.
    @inline(__always)
    func isOver(_ session: borrowing Session, at time: Int64) -> Bool {
        session.isDeclared
            ? time - session.totals.start > maximumLength
            : splits(after: time - session.totals.end)
    }

    /// Whether the timeout splits rows that are `gap` microseconds apart.
    @inline(__always)
    func splits(after gap: Int64) -> Bool {
        guard gap > 0 else { return false }
        return boundary == .gt ? gap > timeout : gap >= timeout
    }

    /// The local day of `time`: midnight splits between two. 0 where midnight means nothing.
    @inline(__always)
    mutating func day(at time: Int64) -> Int {
        midnight == nil ? 0 : midnight?.day(at: time) ?? 0
    }

    /// Whether `campaign` and `known`, the first one of the session, are two; the case of ASCII letters
    /// does not matter.
    @inline(__always)
    private func isOther(_ campaign: Span<UInt8>, than known: [UInt8]) -> Bool {
        splitsOnCampaign && !campaign.isEmpty && !known.isEmpty
            && !campaign.equalsIgnoringCase(known.span)
    }

    /// Whether a session with these totals is no person's.
    @inline(__always)
    func isOverLimit(_ totals: borrowing SessionTotals) -> Bool {
        totals.events > maximumEvents || totals.end - totals.start > maximumLength
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
