import ArgumentParser
import ByteIO
import Formats
import StageSupport
import Touchpoints

/// `ingest check FILE`: what a log is, how much of it can be read, and what is missing.
struct Check: Stage {
    static let program = "ingest check"
    static let configuration = CommandConfiguration(
        commandName: "ingest check", abstract: "Says what a log is and how much of it can be read.",
        discussion: "Example: ingest check access.log.gz")

    @OptionGroup var ruling: RuleOptions

    @Argument(help: "A log file.")
    var file: String

    func work() throws {
        let path = try Inputs(named: [file]).paths.first ?? file
        let rules = try ruling.rules()
        let walk = try LogWalk(path, format: ruling.named, rules: rules)
        var survey = LogSurvey()
        var damage: Failure?
        do {
            try walk.walk { step, _, draft in
                survey.see(step, draft)
                return true
            }
        } catch {
            guard let failure = Failure(error), failure.status == .damagedInput else { throw error }
            damage = failure
        }
        let report = CheckReport(
            path: path, found: walk.found, survey: survey, rules: rules)
        try Self.say(report.lines)
        if let damage { throw damage }
        guard !RejectLimit.share(0.01).isExceeded(by: survey.ledger) else {
            throw Failure(.damagedInput, "\(survey.ledger.rejected) lines are rejected")
        }
    }

    /// Writes lines to standard output, control characters escaped.
    static func say(_ lines: [String]) throws {
        var output = try OutputFile.standardOutput()
        for line in lines { try output.write(Talk.escaped(line) + "\n") }
        try output.complete()
    }
}

/// The counts of a walk through a log.
struct LogSurvey {
    private(set) var ledger = Ledger()
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

    mutating func see(_ step: LogWalk.Step, _ draft: borrowing EventDraft) {
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
            see(draft)
        }
        if case .rejected = step.outcome { return }
        tally.count(draft.notes)
        if let time = draft.time {
            first = min(first ?? time, time)
            last = max(last ?? time, time)
        }
    }

    private mutating func see(_ draft: borrowing EventDraft) {
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
