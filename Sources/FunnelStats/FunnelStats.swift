import Journeys
import ArgumentParser
import ByteIO
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

    @OptionGroup var resources: ResourceOptions
    @OptionGroup var talk: TalkOptions

    @OptionGroup var part: PartOptions
    @OptionGroup var member: MemberOptions
    @OptionGroup var partials: PartialOptions

    @OptionGroup var styling: StyleOptions

    @Argument(help: "Path streams; standard input where there is none.", completion: .file())
    var files: [String] = []

    @Flag(name: [.customShort("r"), .long], help: "Read the files below folders too.")
    var recursive = false

    func validate() throws {
        if partials.partial != nil || partials.merges, member.members || member.membersOf != nil {
            throw ValidationError("members are listed from paths, not with --partial or --merge")
        }
        if partials.partial != nil, common.output != nil {
            throw ValidationError("--partial writes no tables, so it excludes -o")
        }
        if member.members, common.output == nil {
            throw ValidationError("--members needs -o FOLDER")
        }
    }

    func work() throws {
        let (journey, hash) = try question.journeyOfSteps()
        let style = try styling.style(
            of: partials.partial ?? (isOnStandardOutput ? nil : common.output), talk.colors)
        let (part, listing) = (try part.part(of: journey), try member.listing(of: journey))
        let inputs = try Inputs(named: partials.merge + files, isRecursive: recursive)
        if let folder = resources.tmpDir { try SpillFolder(folder).check() }
        if common.output == nil, partials.partial == nil {
            try question.checkIsAsked(of: partials.merges ? [] : inputs.paths)
        }
        if talk.isDryRun(
            Self.program, reads: [question.journey].compactMap { $0 } + inputs.paths,
            writes: [target, common.summary, talk.metrics])
        {
            return
        }
        try RunFiles.check(
            reads: inputs.paths + [question.journey],
            writes: [common.summary, talk.metrics] + outputs)
        let run = FunnelRun(
            journey: journey, journeyHash: hash, paths: inputs.paths,
            style: style, part: part,
            listing: listing, jobs: resources.workers, mergesPartials: partials.merges,
            rules: PartialRules(question, journeyHash: hash, part).hash)
        var progress = Progress(
            Self.program, total: Inputs.byteCount(of: inputs.paths),
            mode: common.quiet ? .never : talk.progress)
        let targets = FunnelRun.Targets(
            output: common.output, partial: partials.partial, summary: common.summary,
            metrics: talk.metrics)
        let analysis = try run.go(into: targets, progress: &progress)
        // What partials leave to be wished is told of all of them together.
        if !common.quiet, partials.partial == nil {
            tell(analysis.counts, of: partials.merges ? [] : inputs.paths)
        }
    }

    /// Whether one table goes there. Of all tables `-` is a folder like others.
    private var isOnStandardOutput: Bool {
        common.output == nil || common.output == "-" && member.membersOf != nil
    }

    /// What is written, for people.
    private var target: String {
        if let partial = partials.partial { return partial }
        guard let output = common.output else { return "standard output" }
        return member.membersOf == nil ? "the tables in \(output)" : output
    }

    /// The files that are written beside summary and metrics.
    private var outputs: [String?] {
        if let partial = partials.partial { return [partial] }
        guard let output = common.output else { return ["-"] }
        return member.membersOf == nil ? TableFolder.files(in: output) : [output]
    }

    private func tell(_ analysis: borrowing Analysis, of paths: [String]) {
        for doubt in analysis.doubts(paths: paths) + analysis.frictionDoubts {
            Talk.warn(Self.program, doubt)
        }
        guard Talk.isTerminal || common.verbose else { return }
        Talk.say(
            Self.program,
            "\(analysis.rowCount) rows, \(analysis.customerCount) customers, "
                + "\(analysis.funnels.count) funnels")
        let offScale = analysis.metrics.answers.offScale
        if offScale > 0 {
            Talk.say(Self.program, "\(offScale) answers off their scale are left out")
        }
        for remark in analysis.remarks where common.verbose { Talk.say(Self.program, remark) }
    }
}
