import ArgumentParser
import Formats
import StageSupport

@main
struct Ingest: Stage {
    static let program = "ingest"
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: "Turns gzipped logs into one stream of customer events.",
        discussion: "Example: ingest logs/*.gz | sessionize | funnelstats --steps view,buy",
        version: Polku.version)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("auto, segment, json, combined or common.", valueName: "name"))
    var format = "auto"

    @Option(
        name: [.short, .long], help: ArgumentHelp("Workers; all cores by default.", valueName: "n"))
    var jobs: Int?

    @Option(help: ArgumentHelp("Write every rejected line with its reason.", valueName: "file"))
    var rejects: String?

    @Option(
        help: ArgumentHelp(
            "Rejects allowed: a share of the lines (never fewer than 10), or a count.",
            valueName: "1%|n"))
    var maxRejects = RejectLimit.share(0.01)

    @Flag(help: "Go on past a damaged file; what was read of it counts.")
    var allowPartial = false

    @Argument(help: "Log files or folders; standard input where there is none.")
    var files: [String] = []

    func validate() throws {
        do throws(FormatError) {
            if format != "auto" { _ = try Format(named: format) }
        } catch {
            throw ValidationError(error.description)
        }
        guard jobs ?? 1 > 0 else { throw ValidationError("--jobs takes a number from 1") }
    }

    func work() throws {
        var run = try IngestRun(
            inputs: Inputs(named: files), output: common.output, rejects: rejects,
            summary: common.summary, format: Format(rawValue: format), jobs: jobs,
            limit: maxRejects, allowsPartial: allowPartial)
        try run.go()
        if !common.quiet, Talk.isTerminal { Talk.say(Self.program, run.ledger.text) }
    }
}

/// How many rejects a run may have.
enum RejectLimit: ExpressibleByArgument, CustomStringConvertible {
    case share(Double)
    case count(Int)

    init?(argument: String) {
        if argument.hasSuffix("%") {
            guard let percent = Double(argument.dropLast()), (0...100).contains(percent) else {
                return nil
            }
            self = .share(percent / 100)
        } else {
            guard let count = Int(argument), count >= 0 else { return nil }
            self = .count(count)
        }
    }

    var description: String {
        switch self {
        case .share(let share): "\(share * 100)%"
        case .count(let count): "\(count)"
        }
    }

    /// Whether the run is over the limit; blank lines do not count as lines.
    func isExceeded(by ledger: Ledger) -> Bool {
        switch self {
        case .count(let count): ledger.rejected > count
        case .share(let share):
            ledger.rejected > 10
                && Double(ledger.rejected) > share * Double(ledger.lines - ledger.blank)
        }
    }
}
