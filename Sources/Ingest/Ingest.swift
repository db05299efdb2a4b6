import Events
import ArgumentParser
import ByteIO
import FoundationEssentials
import StageSupport

@main
struct Ingest: Stage {
    static let program = "ingest"
    static let commands: [String: any Stage.Type] = [
        "check": Check.self, "explain": Explain.self, "init": Draft.self, "join": Join.self,
    ]
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: "Turns gzipped logs into one stream of customer events.",
        discussion: """
            Example: ingest logs/*.gz | sessionize | funnelstats --steps view,buy

            Also: ingest check FILE (what a log is), ingest explain FILE:LINE (what becomes of a line),
            ingest init FILE (a first journey file).
            """,
        version: Polku.version)

    @OptionGroup var common: CommonOptions
    @OptionGroup var ruling: RuleOptions
    @OptionGroup var resources: MemoryOptions
    @OptionGroup var talk: TalkOptions

    @Option(
        name: [.customShort("j", allowingJoined: true), .long],
        help: ArgumentHelp("Workers; all cores by default.", valueName: "n"))
    var jobs: Int?

    @Option(
        help: ArgumentHelp("Write every rejected line with its reason.", valueName: "file"),
        completion: .file())
    var rejects: String?

    @Option(
        help: ArgumentHelp(
            "Rejects allowed: a share of the lines (never fewer than 10), or a count.",
            valueName: "1%|n"))
    var maxRejects = RejectLimit.share(0.01)

    @Option(
        help: ArgumentHelp("Read rejected lines again, after a cure.", valueName: "rejects"),
        completion: .file())
    var replay: String?

    @Flag(help: "Go on past a damaged file; what was read of it counts.")
    var allowPartial = false

    @Argument(
        help: "Log files or folders; standard input where there is none.", completion: .file())
    var files: [String] = []

    @Flag(name: [.customShort("r"), .long], help: "Read the files below folders too.")
    var recursive = false

    func validate() throws {
        guard 1...Polku.maximumJobs ~= jobs ?? 1 else {
            throw ValidationError("--jobs takes a number from 1 to \(Polku.maximumJobs)")
        }
        guard replay == nil || files.isEmpty else {
            throw ValidationError("--replay reads its own file; name no other")
        }
    }

    func work() throws {
        let plan = try plan()
        if talk.dryRun {
            Talk.say(Self.program, "would " + plan.text)
            return
        }
        var run = try IngestRun(plan)
        let ledger = try run.go()
        if !common.quiet {
            for doubt in run.doubts { Talk.warn(Self.program, doubt) }
        }
        guard !common.quiet, Talk.isTerminal || common.verbose else { return }
        Talk.say(Self.program, ledger.text)
        if plan.rules.key.isPublic {
            Talk.say(
                Self.program,
                "visitors are hashed with a public key and can be guessed; see --key-file")
        }
    }

    private func plan() throws -> IngestPlan {
        var plan = IngestPlan()
        plan.inputs = replay == nil ? try Inputs(named: files, isRecursive: recursive).paths : []
        plan.replay = try replay.map { try Inputs(named: [$0]).paths.first ?? $0 }
        plan.output = common.output
        plan.rejects = rejects
        plan.summary = common.summary
        plan.metrics = talk.metrics
        plan.keyFile = ruling.keyFile
        plan.format = ruling.named
        plan.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
        plan.limit = maxRejects
        plan.allowsPartial = allowPartial
        plan.rules = try ruling.rules()
        plan.memory = resources.memory.bytes
        plan.temporaryFolder =
            resources.tmpDir ?? ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        plan.progress = common.quiet ? .never : talk.progress
        plan.isVerbose = common.verbose
        return plan
    }
}
