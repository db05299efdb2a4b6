import Events
import ArgumentParser
import Formats
import StageSupport
import Rows

/// `ingest init FILE…`: a first journey file from what logs hold.
struct Draft: Stage {
    static let program = "ingest init"
    static let configuration = CommandConfiguration(
        commandName: "ingest init", abstract: "Drafts a journey file from what logs hold.",
        discussion: "Example: ingest init access.log.gz > journey.toml")

    @OptionGroup var ruling: RuleOptions
    @OptionGroup var colors: ColorOptions

    @Argument(
        help: "Log files or folders; standard input where there is none.", completion: .file())
    var files: [String] = []

    @Flag(name: [.customShort("r"), .long], help: "Read the files below folders too.")
    var recursive = false

    func work() throws {
        let rules = try ruling.rules()
        var drafting = Drafting(zone: rules.assumedZone.name)
        for path in try Inputs(named: files, isRecursive: recursive).paths {
            try drafting.read(path, format: ruling.named, rules)
        }
        if drafting.logs == 0 { throw Failure(.damagedInput, drafting.noLogs) }
        if let loss = drafting.survey.loss { throw Failure(.damagedInput, loss) }
        for problem in drafting.noLogs { Talk.warn(Self.program, "left out: \(problem)") }
        try Check.say(drafting.journey.lines)
        for warning in drafting.survey.siteWarnings(rules) { Talk.warn(Self.program, warning) }
        guard drafting.damages.isEmpty else {
            throw Failure(
                .damagedInput, drafting.damages.map { "\($0); drafted from what was read" })
        }
    }
}

/// What the logs hold, and what is wrong with some of them.
private struct Drafting {
    private(set) var journey: JourneyDraft
    private(set) var survey = LogSurvey()
    /// How many inputs are logs.
    private(set) var logs = 0
    /// Why each of the others is none.
    private(set) var noLogs: [String] = []
    /// What ends logs too early.
    private(set) var damages: [String] = []

    init(zone: String) { journey = JourneyDraft(zone: zone) }

    mutating func read(_ path: String, format: Format?, _ rules: IngestRules) throws {
        var isLog = false
        do {
            var walk = try LogWalk(path, format: format, rules: rules)
            isLog = true
            logs += 1
            try walk.walk { step, _, draft in
                survey.observe(step, draft)
                if step.outcome == .line(.event) { journey.observe(draft) }
                return true
            }
        } catch {
            guard let failure = Failure(error), failure.status == .damagedInput else { throw error }
            if isLog { damages += failure.problems } else { noLogs += failure.problems }
        }
    }
}
