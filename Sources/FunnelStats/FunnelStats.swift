import Journeys
import ArgumentParser
import StageSupport

@main
struct FunnelStats: Stage {
    static let program = "funnelstats"
    static let commands: [String: any Stage.Type] = [
        "check": Check.self, "compare": Compare.self,
    ]
    static let configuration = CommandConfiguration(
        commandName: "funnelstats",
        abstract: "Counts funnels, friction and journeys of customer paths.",
        discussion: """
            funnelstats check --journey FILE [PATHS…] validates a journey file and tries it.
            funnelstats compare BEFORE AFTER tells how every rate of two folders differs.

            Example: funnelstats --steps product_view,purchase --window none paths.tsv.gz
            """,
        version: Polku.version)

    @OptionGroup var common: CommonOptions
    @OptionGroup var question: FunnelOptions

    @OptionGroup var talk: TalkOptions

    @Flag(help: "Write members.csv too: who stands at which step.")
    var members = false

    @Flag(help: "Leave text cells as they are, even if a spreadsheet would run them.")
    var noFormulaGuard = false

    @Flag(help: "Write a byte order mark and CRLF.")
    var excel = false

    @Argument(help: "Path streams; standard input where there is none.")
    var files: [String] = []

    @Flag(name: [.customShort("r"), .long], help: "Read the files below folders too.")
    var recursive = false

    func validate() throws {
        if members, common.output == nil { throw ValidationError("--members needs -o FOLDER") }
    }

    func work() throws {
        let journey = try question.journeyOfSteps()
        let inputs = try Inputs(named: files, isRecursive: recursive)
        let target = common.output.map { "the tables in \($0)" } ?? "standard output"
        if talk.isDryRun(
            Self.program, reads: [question.journey].compactMap { $0 } + inputs.paths,
            writes: [target, common.summary, talk.metrics])
        {
            return
        }
        try RunFiles.check(
            reads: inputs.paths + [question.journey],
            writes: [common.summary, talk.metrics] + TableFolder.files(in: common.output))
        let run = FunnelRun(
            journey: journey.journey, journeyHash: journey.hash, paths: inputs.paths,
            style: TableStyle(isGuarded: !noFormulaGuard, isExcel: excel), listsMembers: members)
        var progress = Progress(
            Self.program, total: Inputs.byteCount(of: inputs.paths),
            mode: common.quiet ? .never : talk.progress)
        let analysis = try run.go(
            into: common.output, summary: common.summary, metrics: talk.metrics,
            progress: &progress)
        if !common.quiet {
            for doubt in analysis.doubts + analysis.frictionDoubts {
                Talk.say(Self.program, doubt)
            }
        }
        guard !common.quiet, Talk.isTerminal || common.verbose else { return }
        Talk.say(
            Self.program,
            "\(analysis.rowCount) rows, \(analysis.customerCount) customers, "
                + "\(analysis.funnels.count) funnels")
        let offScale = analysis.metrics.answers.offScale
        if offScale > 0 {
            Talk.say(Self.program, "\(offScale) answers off their scale are left out")
        }
        for remark in journey.journey.remarks where common.verbose {
            Talk.say(Self.program, remark)
        }
    }
}
