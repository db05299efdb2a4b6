import ArgumentParser
import ByteIO
import StageSupport
import Touchpoints

@main
struct Sessionize: Stage {
    static let program = "sessionize"
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

    @Option(help: ArgumentHelp("Join visitors to the user seen on them.", valueName: "on|off"))
    var identity = Switch.on

    @Option(help: ArgumentHelp("Write a table of all sessions.", valueName: "file.csv"))
    var sessions: String?

    @Argument(help: "Event streams; standard input where there is none.")
    var files: [String] = []

    func work() throws {
        let inputs = try Inputs(named: files)
        var summary: OutputFile? = nil
        if let path = common.summary { summary = try .creating(path) }
        var table: OutputFile? = nil
        if let path = sessions { table = try .creating(path) }
        var stream = try StreamWriter(
            common.output.map { path throws(IOFailure) in try OutputFile.creating(path) }
                ?? OutputFile.standardOutput(),
            kind: .paths, columns: PathColumn.rowNames)
        var reader = NightReader()
        for path in inputs.paths { try reader.read(path) }
        let night = reader.finish()
        var paths = Paths(
            night, rule: SessionRule(timeout: timeout.microseconds, boundary: boundary),
            joinsIdentities: identity == .on)
        let window =
            sessions == nil
            ? nil
            : SessionCutter.Window(
                first: reader.first?.microseconds ?? 0, horizon: reader.horizon?.microseconds ?? 0)
        try table?.write(SessionTable.header)
        try paths.deliver(window: window) { lines in
            try table?.write(lines)
        } _: { block, count in
            try stream.write(rows: block, count: count)
        }
        let counts = paths.counts
        guard night.rows.count == stream.rows + counts.noKey, counts.rows == stream.rows else {
            throw Failure(.selfCheck, "rows read \(night.rows.count), delivered \(stream.rows)")
        }
        var extra = ["timeout": "\(timeout)"]
        if let first = reader.first, let horizon = reader.horizon {
            extra["first"] = first.text
            extra["horizon"] = horizon.text
        }
        try stream.finish(isComplete: true, extra: extra)
        let report = Self.report(counts, visitors: night.visitors.count, users: night.users.count)
        try summary?.write(report)
        try summary?.complete()
        try table?.complete()
        try stream.publish()
        try table?.publish()
        try summary?.publish()
        if !common.quiet, Talk.isTerminal {
            Talk.say(
                Self.program,
                "\(counts.rows) rows, \(counts.sessions) sessions, \(counts.customers) customers")
        }
    }

    private static func report(_ counts: Paths.Counts, visitors: Int, users: Int) -> String {
        JSONValue.object([
            ("program", JSONValue.quoted(program)), ("version", JSONValue.quoted(Polku.version)),
            ("rows", "\(counts.rows)"), ("sessions", "\(counts.sessions)"),
            ("customers", "\(counts.customers)"), ("no_key", "\(counts.noKey)"),
            ("visitors", "\(visitors)"), ("users", "\(users)"), ("linked", "\(counts.linked)"),
            ("shared", "\(counts.shared)"), ("back_filled", "\(counts.backFilled)"),
        ]) + "\n"
    }
}

extension SessionRule.Boundary: ExpressibleByArgument {}

enum Switch: String, CaseIterable, ExpressibleByArgument { case on, off }
