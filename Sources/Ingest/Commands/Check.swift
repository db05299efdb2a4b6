import Events
import ArgumentParser
import ByteIO
import Formats
import StageSupport
import Rows

/// `ingest check FILE…`: what each log is, how much of it can be read, and what is missing.
struct Check: Stage {
    static let program = "ingest check"
    static let configuration = CommandConfiguration(
        commandName: "ingest check",
        abstract: "Says what logs are and how much of them can be read.",
        discussion: "Example: ingest check access.log.gz")

    @OptionGroup var ruling: RuleOptions
    @OptionGroup var colors: ColorOptions

    @Argument(
        help: "Log files or folders; standard input where there is none.",
        completion: .file())
    var files: [String] = []

    @Flag(name: [.customShort("r"), .long], help: "Read the files below folders too.")
    var recursive = false

    func work() throws {
        let rules = try ruling.rules()
        var problems: [String] = []
        var lines: [String] = []
        for path in try Inputs(named: files, isRecursive: recursive).paths {
            do {
                let problem = try check(path, rules, &lines)
                if let problem { problems.append("\(path): \(problem)") }
            } catch {
                // The other files are looked at all the same.
                guard let failure = Failure(error), failure.status == .damagedInput else {
                    throw error
                }
                problems += failure.problems
            }
        }
        try Self.say(lines)
        guard problems.isEmpty else { throw Failure(.damagedInput, problems) }
    }

    /// Adds what the file is to `lines`; what is wrong with it, nil for nothing.
    private func check(
        _ path: String, _ rules: IngestRules, _ lines: inout [String]
    ) throws -> String? {
        var walk = try LogWalk(path, format: ruling.named, rules: rules)
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
        lines += report.lines
        if let damage { throw damage }
        return survey.loss
            ?? (RejectLimit.share(0.01).isExceeded(by: survey.ledger)
                ? "\(survey.ledger.rejected) lines are rejected" : nil)
    }

    /// Writes lines to standard output, control characters escaped.
    static func say(_ lines: [String]) throws {
        var output = try OutputFile.standardOutput()
        for line in lines { try output.write(Talk.escaped(line) + "\n") }
        _ = try output.complete()
    }
}
