import ArgumentParser
import ByteIO
import StageSupport
import StatsFolder

@main
struct Report: Stage {
    static let program = "report"
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Shows a folder of funnelstats as one HTML page.",
        discussion: """
            The page needs no network and no script. The same folder gives the same bytes.
            Numbers, days and times are written as the page's language does; names stay as they are.

            Example: report out/ -o out/report.html
            """,
        version: Polku.version)

    @OptionGroup var common: CommonOptions
    @OptionGroup var resources: ResourceOptions
    @OptionGroup var talk: TalkOptions

    @Option(
        help: ArgumentHelp("Write each chart there as a file of its own.", valueName: "folder"),
        completion: .directory)
    var svg: String?

    @Option(help: "Language of the page; else that of the journey file, else English.")
    var lang: Words.Language?

    @Flag(help: "Add a small script: the flow lights up, marks tell their numbers, tables sort.")
    var interactive = false

    @Argument(help: "What funnelstats -o wrote.", completion: .directory)
    var folder: String

    func work() throws {
        if talk.isDryRun(
            Self.program, reads: [folder],
            writes: [
                common.output ?? "standard output", svg.map { "the charts in \($0)" },
                common.summary, talk.metrics,
            ])
        {
            return
        }
        if let folder = resources.tmpDir { try SpillFolder(folder).check() }
        let run = ReportRun(
            folder: folder, output: common.output, charts: svg, language: lang,
            isInteractive: interactive, summary: common.summary, metrics: talk.metrics)
        let counts = try run.go()
        guard !common.quiet, Talk.isTerminal || common.verbose else { return }
        Talk.say(
            Self.program,
            "\(counts.tables) tables, \(counts.funnels) funnels, \(counts.bytes) bytes, "
                + "\(counts.charts) charts")
    }
}

extension Words.Language: ExpressibleByArgument {}
