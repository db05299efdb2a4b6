import ByteIO
import Formats
package import Rows
package import StageSupport

/// The counts of a walk through a log.
package struct LogSurvey {
    package private(set) var ledger = Ledger()
    private(set) var tally = Tally()
    /// The first three, with their lines.
    private(set) var rejects: [(line: Int, error: RowError)] = []
    private(set) var first: Timestamp?
    private(set) var last: Timestamp?
    /// Events that have something in each column.
    private(set) var filled = [Int](repeating: 0, count: EventColumn.allCases.count)
    private(set) var agentCount = 0
    private(set) var requestCount = 0
    /// How often each external referrer came.
    private(set) var referrers: [String: Int] = [:]

    package init() {}

    package mutating func observe(_ step: LogWalk.Step, _ draft: borrowing EventDraft) {
        ledger.lines += 1
        switch step.outcome {
        case .blank: ledger.blank += 1
        case .rejected(let error):
            ledger.rejected += 1
            ledger.rejects[error.code.rawValue, default: 0] += 1
            if rejects.count < 3 { rejects.append((step.line, error)) }
        case .duplicate: ledger.duplicates += 1
        case .line(.bot(let evidence)):
            ledger.bots += 1
            tally.count(evidence)
        case .line(.filtered(let reason)):
            ledger.filtered += 1
            tally.count(reason)
        case .line(.event):
            ledger.events += 1
            observe(draft)
        }
        if case .rejected = step.outcome { return }
        tally.count(draft.notes)
        if let time = draft.time {
            first = min(first ?? time, time)
            last = max(last ?? time, time)
        }
    }

    private mutating func observe(_ draft: borrowing EventDraft) {
        for column in EventColumn.allCases where column == .time || !draft.isEmpty(column) {
            filled[column.rawValue] += 1
        }
        if draft.hasAgentField { agentCount += 1 }
        if draft.requestKind != .none { requestCount += 1 }
        // Enough to find the most frequent one in any log of a site.
        if !draft.isEmpty(.referrer), referrers.count < 10_000 {
            referrers[draft[.referrer].text, default: 0] += 1
        }
    }
}
