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
    /// How often each external referrer came, those of search engines, networks and the like left out.
    private var referrers: [String: Int] = [:]
    private var referredCount = 0

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
        if draft.requestKind != .none, !draft.isEmpty(.address) {
            tally.count(client: draft[.address])
        }
        guard !draft.isEmpty(.referrer) else { return }
        referredCount += 1
        // Enough to find the most frequent one in any log of a site.
        if draft[.channel].equals("referral"), referrers.count < 10_000 {
            referrers[draft[.referrer].text, default: 0] += 1
        }
    }

    /// Whether nearly all clients of the events are a proxy.
    var proxyDoubt: String? { tally.proxyDoubt(ledger.events) }

    /// Why nothing is left of the log; nil where something is.
    package var loss: String? {
        LossReport.loss(ledger, tally)
            ?? (ledger.rejected > 0 && ledger.rejected + ledger.blank == ledger.lines
                ? "all \(ledger.rejected) lines are rejected" : nil)
    }

    /// What is missing for referrers to mean something; empty where nothing is.
    package func siteWarnings(_ rules: IngestRules) -> [String] {
        guard filled[EventColumn.site.rawValue] == 0, referredCount > 0, !rules.referrers.hasNamed
        else { return [] }
        return ["no site is logged, so no referrer is internal; add \(siteOption)"]
    }

    /// Most pages are reached from the site itself: it is named where its host is plain to see.
    private var siteOption: String {
        let most = referrers.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let most, most.value * 2 > referredCount else { return "--site HOST" }
        return "--site \(most.key.hasPrefix("www.") ? String(most.key.dropFirst(4)) : most.key)"
    }
}
