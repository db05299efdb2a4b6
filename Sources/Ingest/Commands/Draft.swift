import Events
import ArgumentParser
import Formats
import StageSupport
import Rows

/// `ingest init FILE`: a first journey file from what a log holds.
struct Draft: Stage {
    static let program = "ingest init"
    static let configuration = CommandConfiguration(
        commandName: "ingest init", abstract: "Drafts a journey file from what a log holds.",
        discussion: "Example: ingest init access.log.gz > journey.toml")

    @OptionGroup var ruling: RuleOptions

    @Argument(help: "A log file.")
    var file: String

    func work() throws {
        let path = try Inputs(named: [file]).paths.first ?? file
        let rules = try ruling.rules()
        let walk = try LogWalk(path, format: ruling.named, rules: rules)
        var journey = JourneyDraft(zone: rules.assumedZone.name)
        var survey = LogSurvey()
        try walk.walk { step, _, draft in
            survey.observe(step, draft)
            if step.outcome == .line(.event) { journey.observe(draft) }
            return true
        }
        try Check.say(journey.lines)
        let report = CheckReport(
            path: path, found: walk.found, survey: survey, rules: rules)
        for warning in report.siteWarnings { Talk.say(Self.program, warning) }
    }
}
