import ArgumentParser
import StageSupport

struct Check: Stage {
    static let program = "ingest check"
    static let configuration = CommandConfiguration(
        commandName: "ingest check", abstract: "Says what a log is and how much of it can be read.",
        discussion: "Example: ingest check access.log.gz")

    @OptionGroup var ruling: RuleOptions

    @Argument(help: "A log file.")
    var file: String

    func work() throws {}
}

struct Explain: Stage {
    static let program = "ingest explain"
    static let configuration = CommandConfiguration(
        commandName: "ingest explain", abstract: "Says what becomes of one line, and why.",
        discussion: "Example: ingest explain access.log.gz:1042")

    @OptionGroup var ruling: RuleOptions

    @Argument(help: "A log file, a colon and the number of a line.")
    var place: String

    func work() throws {}
}

struct Draft: Stage {
    static let program = "ingest init"
    static let configuration = CommandConfiguration(
        commandName: "ingest init", abstract: "Drafts a journey file from what a log holds.",
        discussion: "Example: ingest init access.log.gz > journey.toml")

    @OptionGroup var ruling: RuleOptions

    @Argument(help: "A log file.")
    var file: String

    func work() throws {}
}
