import Sessions
import ArgumentParser
import ByteIO
import StageSupport
import Rows

@main
struct Sessionize: Stage {
    static let program = "sessionize"
    static let commands: [String: any Stage.Type] = [
        "survey": SurveyStage.self, "split": SplitStage.self, "join-states": JoinStatesStage.self,
    ]
    static let configuration = CommandConfiguration(
        commandName: "sessionize",
        abstract: "Turns event streams into customer paths, cut into sessions.",
        discussion: "Example: ingest logs/*.gz | sessionize --timeout 30m -o paths.tsv.gz",
        version: Polku.version)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("Idle time that ends a session.", valueName: "duration"))
    var timeout = DurationOption(microseconds: 30 * 60 * 1_000_000)

    @Option(
        help: ArgumentHelp(
            "gt: a gap equal to the timeout stays; ge: it ends the session.", valueName: "gt|ge"))
    var boundary = SessionRule.Boundary.gt

    @Option(help: ArgumentHelp("Also split at local midnight.", valueName: "midnight"))
    var splitAt: SplitTime?

    @Option(help: ArgumentHelp("Zone of that midnight; UTC by default.", valueName: "zone"))
    var timezone: String?

    @Option(help: ArgumentHelp("Also split where the campaign changes.", valueName: "campaign"))
    var splitOn: SplitColumn?

    @Flag(help: "Cut by the session id that the log declares.")
    var declared = false

    @Option(help: ArgumentHelp("Longer sessions are quarantined.", valueName: "duration"))
    var maxSession = DurationOption(microseconds: 12 * 3_600_000_000)

    @Option(help: ArgumentHelp("Sessions with more rows are quarantined.", valueName: "n"))
    var maxEvents = 2500

    @Option(
        help: ArgumentHelp(
            "Events whose value is the session's, or all.", valueName: "names"))
    var valueEvents = ValueEvents()

    @Option(
        help: ArgumentHelp("Write rows of no person here.", valueName: "file"), completion: .file())
    var quarantine: String?

    @Option(help: ArgumentHelp("Join visitors to the user seen on them.", valueName: "on|off"))
    var identity = Switch.on

    @Option(
        help: ArgumentHelp("Identity map, read and rewritten.", valueName: "file"),
        completion: .file())
    var identities: String?

    @Option(
        help: ArgumentHelp("Open sessions of the last run, rewritten.", valueName: "file"),
        completion: .file())
    var state: String?

    @Option(
        help: ArgumentHelp("The survey of the log that this is a part of.", valueName: "file"),
        completion: .file())
    var survey: String?

    @Option(
        help: ArgumentHelp("Write a table of all sessions.", valueName: "file.csv"),
        completion: .file())
    var sessions: String?

    @Option(
        name: [.customShort("j", allowingJoined: true), .long],
        help: ArgumentHelp("Threads; 2 are used at most.", valueName: "n"))
    var jobs = 2

    @Option(
        help: ArgumentHelp(
            "Memory to work in; what does not fit is sorted on disk.", valueName: "size"))
    var memory = SizeOption(bytes: 512 << 20)

    @Option(
        help: ArgumentHelp("Folder for temporary files.", valueName: "folder"),
        completion: .directory)
    var tmpDir: String?

    @OptionGroup var talk: TalkOptions

    @Argument(help: "Event streams; standard input where there is none.", completion: .file())
    var files: [String] = []

    @Flag(name: [.customShort("r"), .long], help: "Read the files below folders too.")
    var recursive = false

    func validate() throws {
        guard maxEvents > 0 else { throw ValidationError("--max-events takes a number from 1") }
        guard 1...Polku.maximumJobs ~= jobs else {
            throw ValidationError("--jobs takes a number from 1 to \(Polku.maximumJobs)")
        }
        guard identities == nil || identity == .on else {
            throw ValidationError("--identities means nothing with --identity off")
        }
        guard timezone == nil || splitAt != nil else {
            throw ValidationError("--timezone means nothing without --split-at midnight")
        }
    }

    func work() throws {
        var rule = SessionRule(timeout: timeout.microseconds, boundary: boundary)
        if splitAt != nil { rule.midnight = try LocalClock(zone: timezone ?? "UTC") }
        rule.splitsOnCampaign = splitOn != nil
        rule.usesDeclared = declared
        // A limit below the timeout would take sessions for machines' that the timeout keeps together.
        rule.maximumLength = max(maxSession.microseconds, timeout.microseconds)
        rule.maximumEvents = maxEvents
        let folder = SpillFolder(tmpDir, usesSecondThread: jobs > 1)
        let inputs = try Inputs(named: files, isRecursive: recursive)
        if talk.isDryRun(
            Self.program, reads: inputs.paths,
            writes: [
                common.output ?? "standard output", sessions, quarantine, identities, state,
                common.summary, talk.metrics,
            ])
        {
            return
        }
        try RunFiles.check(
            reads: inputs.paths + [survey],
            writes: [
                common.output ?? "-", sessions, quarantine, common.summary, talk.metrics,
                identities, state,
            ])
        if tmpDir != nil { try folder.check() }
        // Nothing is written before all is read, so whoever makes the rows goes first.
        WorkerThread.waitForFreeCore()
        var run = SessionizeRun(
            options: RunOptions(
                output: common.output, sessions: sessions, quarantine: quarantine,
                summary: common.summary, metrics: talk.metrics, identities: identities,
                state: state, survey: survey, valueEvents: valueEvents,
                joinsIdentities: identity == .on, isVerbose: common.verbose,
                isQuiet: common.quiet,
                memory: Self.workingMemory(of: memory.bytes), folder: folder,
                timeoutText: "\(timeout)",
                progress: Progress(
                    Self.program, total: Inputs.byteCount(of: inputs.paths),
                    mode: common.quiet ? .never : talk.progress)),
            rule: rule)
        let report = try run.go(inputs)
        if !common.quiet, Talk.isTerminal { Talk.say(Self.program, report.line) }
    }
}

extension Sessionize {
    /// What is left of `memory` beside the program itself and its buffers, about 20 MB.
    private static func workingMemory(of memory: Int) -> Int {
        max(memory - (20 << 20), memory / 2)
    }
}

extension SessionRule.Boundary: ExpressibleByArgument {}

extension ValueEvents: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }

    package var defaultValueDescription: String { "the usual names of an order" }
}

enum Switch: String, CaseIterable, ExpressibleByArgument { case on, off }

enum SplitTime: String, CaseIterable, ExpressibleByArgument { case midnight }

enum SplitColumn: String, CaseIterable, ExpressibleByArgument { case campaign }
