import ByteIO
import StageSupport
import StatsFolder

/// One run: outputs checked, the folder read and proved, page and charts written.
struct ReportRun {
    struct Counts {
        var tables = 0
        var funnels = 0
        var bytes = 0
        var charts = 0
    }

    let folder: String
    let output: String?
    let charts: String?
    let summary: String?
    let metrics: String?

    func go() throws -> Counts {
        let stats = try StatsFolder(folder)
        try Inputs.check(outputs: [output, summary, metrics], against: inputs(stats))
        var counters = Metrics(program: Report.program)
        var page: OutputFile? = nil
        if let output { page = try .creating(output) }
        var summaryFile: OutputFile? = nil
        if let summary { summaryFile = try .creating(summary) }
        var metricsFile: OutputFile? = nil
        if let metrics { metricsFile = try .creating(metrics) }
        let tables = try Tables(stats)
        let made = Page.smallEnough(tables)
        let drawings = charts == nil ? [] : made.page.charts()
        let counts = Counts(
            tables: stats.manifest.outputs.count, funnels: made.page.funnels.count,
            bytes: made.bytes.count, charts: drawings.count)
        if let charts { try write(drawings, to: charts) }
        try write(made.bytes, to: &page)
        try summaryFile?.write(text(counts))
        try summaryFile?.complete()
        try page?.publish()
        try summaryFile?.publish()
        counters.add("tables", counts.tables)
        counters.add("bytes", counts.bytes)
        if var file = metricsFile.take() { try counters.publish(to: &file) }
        return counts
    }
}

extension ReportRun {
    /// The files that must not be written over.
    private func inputs(_ stats: StatsFolder) -> [String] {
        let names = stats.manifest.outputs.map(\.name)
        return
            ([folder]
            + (["manifest.json", TableName.compare.file] + names).map { "\(folder)/\($0)" })
            .filter(Folder.holds)
    }

    private func write(_ bytes: [UInt8], to page: inout OutputFile?) throws {
        if page != nil {
            try page?.write(bytes)
            try page?.complete()
        } else {
            var output = try OutputFile.standardOutput()
            try output.write(bytes)
            try output.complete()
        }
    }

    /// Makes the folder where it is missing; all charts are whole before one gets its name.
    private func write(_ drawings: [Page.Drawing], to folder: String) throws {
        try Folder.make(folder)
        let files = try drawings.map { try WaitingFile("\(folder)/\($0.name)", $0.bytes) }
        for file in files { try file.publish() }
    }

    private func text(_ counts: Counts) -> String {
        JSONValue.object([
            ("program", JSONValue.quoted(Report.program)),
            ("version", JSONValue.quoted(Polku.version)), ("tables", "\(counts.tables)"),
            ("funnels", "\(counts.funnels)"), ("bytes", "\(counts.bytes)"),
            ("charts", "\(counts.charts)"),
        ]) + "\n"
    }
}

/// A file that is whole and waits for its name.
private final class WaitingFile {
    private var file: OutputFile

    init(_ path: String, _ bytes: [UInt8]) throws {
        file = try OutputFile.creating(path)
        try file.write(bytes)
        try file.complete()
    }

    func publish() throws { try file.publish() }
}
