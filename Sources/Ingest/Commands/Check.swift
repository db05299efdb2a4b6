import Events
import ArgumentParser
import ByteIO
import Formats
import StageSupport
import Rows

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
                survey.observe(step, draft)
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
        _ = try output.complete()
    }
}
