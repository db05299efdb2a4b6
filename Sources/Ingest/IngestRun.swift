import ByteIO
import Formats
import Foundation
import StageSupport
import Touchpoints

/// One run: inputs in order, their blocks to workers, rows out in the order of the lines.
struct IngestRun {
    /// What became of one input, for the summary.
    private struct InputReport {
        let name: String
        var bytes = 0
        var lines = 0
        var format = ""
        var isComplete = true
    }

    private(set) var ledger = Ledger()

    private let inputs: Inputs
    private let output: String?
    private let rejects: String?
    private let summary: String?
    private let format: Format?
    private let jobs: Int
    private let limit: RejectLimit
    private let allowsPartial: Bool
    private var reports: [InputReport] = []
    private var problems: [String] = []
    private var firstRejects: [String] = []

    init(
        inputs: Inputs, output: String?, rejects: String?, summary: String?, format: Format?,
        jobs: Int?, limit: RejectLimit, allowsPartial: Bool
    ) {
        self.inputs = inputs
        self.output = output
        self.rejects = rejects
        self.summary = summary
        self.format = format
        self.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
        self.limit = limit
        self.allowsPartial = allowsPartial
    }

    mutating func go() throws {
        var rejectFile: OutputFile? = nil
        if let rejects { rejectFile = try .creating(rejects, mode: 0o600) }
        var summaryFile: OutputFile? = nil
        if let summary { summaryFile = try .creating(summary) }
        var stream = try StreamWriter(
            output.map { path throws(IOFailure) in try OutputFile.creating(path) }
                ?? OutputFile.standardOutput(),
            kind: .events, columns: EventColumn.allCases.map(\.name))
        for path in inputs.paths { try read(path, into: &stream, &rejectFile) }
        guard ledger.isBalanced, ledger.events == stream.rows else {
            throw Failure(.selfCheck, "the ledger does not add up: \(ledger.text)")
        }
        checkLimit()
        try stream.finish(isComplete: problems.isEmpty)
        try rejectFile?.complete()
        try summaryFile?.write(report)
        try summaryFile?.complete()
        // A failed run keeps its old output; what was refused and why is wanted all the more.
        if problems.isEmpty { try stream.publish() }
        try rejectFile?.publish()
        try summaryFile?.publish()
        guard problems.isEmpty else {
            throw Failure(.damagedInput, problems.joined(separator: "; "))
        }
    }
}

// One input after another; its blocks are parsed on all workers while the next one is inflated.
extension IngestRun {
    private mutating func read(
        _ path: String, into stream: inout StreamWriter, _ rejectFile: inout OutputFile?
    ) throws {
        var report = InputReport(name: path == "-" ? "stdin" : path)
        defer { reports.append(report) }
        var blocks = BlockReader(try Inputs.open(path))
        guard let first = blocks.next() else {
            try end(of: &report, blocks.damage, blocks.inflatedCount)
            return
        }
        guard let found = detect(first, in: &report) else { return }
        report.format = found.format.rawValue
        let parsers = ParserPool(found)
        // One block at a time is under way where they have to be parsed in order.
        let work = OrderedWork<ParsedBlock>(width: parsers.isSequential ? 1 : jobs * 2)
        var block: Block? = first
        var following = blocks.next()
        while block != nil || !work.isEmpty {
            if let ready = block, !work.isFull {
                let isLast = following == nil
                work.submit { parsers.parse(ready, isLast: isLast) }
                block = following
                following = blocks.next()
            } else if let parsed = work.next() {
                try take(parsed, &report, &stream, &rejectFile)
            }
        }
        try end(of: &report, blocks.damage, blocks.inflatedCount)
    }
}

extension IngestRun {
    /// The format of an input by its first lines; a problem where none fits.
    private mutating func detect(_ block: Block, in report: inout InputReport) -> Detection? {
        do throws(DetectionError) {
            return try InputSample(block.bytes).detect(as: format)
        } catch {
            fail(&report, error.message(for: report.name == "stdin" ? "-" : report.name))
            return nil
        }
    }

    private mutating func fail(_ report: inout InputReport, _ problem: String) {
        report.isComplete = false
        if !allowsPartial { problems.append(problem) }
    }

    private mutating func end(
        of report: inout InputReport, _ damage: IOFailure?, _ bytes: Int
    ) throws {
        report.bytes = bytes
        guard let damage else { return }
        guard damage.kind == .damaged else { throw damage }
        fail(&report, "\(damage.description) after \(report.lines) lines")
    }

    private mutating func take(
        _ parsed: ParsedBlock, _ report: inout InputReport, _ stream: inout StreamWriter,
        _ rejectFile: inout OutputFile?
    ) throws {
        try stream.write(rows: parsed.rows.span, count: parsed.ledger.events)
        for reject in parsed.rejects {
            let line = report.lines + reject.line
            if firstRejects.count < 3 {
                firstRejects.append("\(report.name):\(line): \(reject.error)")
            }
            try rejectFile?.write(Self.json(reject, file: report.name, line: line) + "\n")
        }
        report.lines += parsed.lines
        ledger.add(parsed.ledger)
    }

    /// More rejects than allowed, or rejects and nothing else, is a problem of the run.
    private mutating func checkLimit() {
        guard ledger.rejected > 0 else { return }
        let hasNothingElse = ledger.rejected + ledger.blank == ledger.lines
        guard limit.isExceeded(by: ledger) || hasNothingElse else { return }
        problems.append(
            "\(ledger.rejected) of \(ledger.lines) lines rejected, more than --max-rejects \(limit): "
                + firstRejects.joined(separator: ", "))
    }

    /// `{"file","line","offset","code","detail","raw"}`; `raw_base64` where the line is not UTF-8.
    private static func json(_ reject: Reject, file: String, line: Int) -> String {
        let raw =
            String(validating: reject.raw, as: UTF8.self).map { ("raw", JSONValue.quoted($0)) }
            ?? ("raw_base64", JSONValue.quoted(Data(reject.raw).base64EncodedString()))
        return JSONValue.object([
            ("file", JSONValue.quoted(file)), ("line", "\(line)"), ("offset", "\(reject.offset)"),
            ("code", JSONValue.quoted(reject.error.code.rawValue)),
            ("detail", JSONValue.quoted(reject.error.detail)), raw,
        ])
    }

    /// The summary: the ledger, rejects by code, inputs, version.
    private var report: String {
        let codes = ledger.rejects.keys.sorted().map { ($0, "\(ledger.rejects[$0] ?? 0)") }
        let files = reports.map {
            JSONValue.object([
                ("name", JSONValue.quoted($0.name)), ("bytes", "\($0.bytes)"),
                ("lines", "\($0.lines)"), ("format", JSONValue.quoted($0.format)),
                ("complete", "\($0.isComplete)"),
            ])
        }
        return JSONValue.object([
            ("program", JSONValue.quoted("ingest")),
            ("version", JSONValue.quoted(Polku.version)), ("lines", "\(ledger.lines)"),
            ("events", "\(ledger.events)"), ("rejected", "\(ledger.rejected)"),
            ("filtered", "\(ledger.filtered)"), ("bots", "\(ledger.bots)"),
            ("duplicates", "\(ledger.duplicates)"), ("blank", "\(ledger.blank)"),
            ("rejects", JSONValue.object(codes)), ("visitor_key", JSONValue.quoted("public")),
            ("inputs", JSONValue.array(files)),
        ]) + "\n"
    }
}
