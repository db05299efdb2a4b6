import ByteIO
import StageSupport

/// The outputs of a run: the page, its charts as files of their own, summary, metrics.
struct PageOutputs: ~Copyable {
    private var page: OutputFile?
    private var charts: String?
    private var summary: OutputFile?
    private var metrics: OutputFile?
    private var numbers = Metrics(program: Report.program)

    /// Creates all but the charts, each locked.
    init(page: String?, charts: String?, summary: String?, metrics: String?) throws {
        if let charts { try Folder.make(charts) }
        self.charts = charts
        self.page = try .named(page)
        if let summary { self.summary = try .creating(summary) }
        if let metrics { self.metrics = try .creating(metrics) }
    }

    /// Writes everything aside, then gives names, the page's last.
    mutating func write(
        _ bytes: [UInt8], _ drawings: [Page.Drawing], _ counts: ReportRun.Counts
    ) throws {
        var files: [FinishedFile] = []
        if let charts {
            for drawing in drawings {
                var file = try OutputFile.creating(
                    Folder.join(charts, drawing.name), isLocked: false)
                try file.write(drawing.bytes)
                files.append(try file.complete())
            }
        }
        try summary?.write(Self.text(counts))
        if let file = try summary?.complete() { files.append(file) }
        if var file = metrics.take() {
            numbers.add("tables", counts.tables)
            numbers.add("bytes", counts.bytes)
            files.append(try numbers.finish(&file))
        }
        try page?.write(bytes)
        if let file = try page?.complete() { files.append(file) }
        try FinishedFile.publish(files)
    }

    private static func text(_ counts: ReportRun.Counts) -> String {
        JSONValue.object([
            ("program", JSONValue.quoted(Report.program)),
            ("version", JSONValue.quoted(Polku.version)), ("tables", "\(counts.tables)"),
            ("funnels", "\(counts.funnels)"), ("bytes", "\(counts.bytes)"),
            ("charts", "\(counts.charts)"),
        ]) + "\n"
    }
}
