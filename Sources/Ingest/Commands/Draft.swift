import Events
import ArgumentParser
import Formats
import StageSupport
import Rows

/// `ingest init FILE…`: a first journey file from what logs hold.
struct Draft: Stage {
    static let program = "ingest init"
    static let configuration = CommandConfiguration(
        commandName: "ingest init", abstract: "Drafts a journey file from what a log holds.",
        discussion: "Example: ingest init access.log.gz > journey.toml")

    @OptionGroup var ruling: RuleOptions

    @Argument(help: "Log files or folders; standard input where there is none.")
    var files: [String] = []

    @Flag(name: [.customShort("r"), .long], help: "Read the files below folders too.")
    var recursive = false

    func work() throws {
        let rules = try ruling.rules()
        var journey = JourneyDraft(zone: rules.assumedZone.name)
        var survey = LogSurvey()
        for path in try Inputs(named: files, isRecursive: recursive).paths {
            var walk = try LogWalk(path, format: ruling.named, rules: rules)
            try walk.walk { step, _, draft in
                survey.observe(step, draft)
                if step.outcome == .line(.event) { journey.observe(draft) }
                return true
            }
        }
        if let loss = survey.loss { throw Failure(.damagedInput, loss) }
        try Check.say(journey.lines)
        for warning in survey.siteWarnings { Talk.say(Self.program, warning) }
    }
}
