import ByteIO
import Journeys
import Rows
import StageSupport
import StatsFolder

/// The outputs of a run: a folder of tables, the funnel table on standard output or a table of members; summary,
/// metrics.
struct TableOutputs: ~Copyable {
    /// Who stands at which step; nil where nobody asked.
    var members: TableWriter?
    private var folder: TableFolder?
    private var standardOutput: OutputFile?
    private var partial: OutputFile?
    private var summary: OutputFile?
    private var metrics: OutputFile?
    private let style: TableStyle
    private var numbers = Metrics(program: FunnelStats.program)

    /// Creates all but the tables, each locked.
    init(
        _ targets: FunnelRun.Targets, _ style: TableStyle, listing: MemberListing
    ) throws {
        self.style = style
        let output = targets.output
        if let name = targets.partial {
            partial = try .creating(name, mode: 0o600)
        } else if case .step = listing {
            let file = try output.map { try OutputFile.creating($0, mode: 0o600) }
            members = try TableWriter(.members, to: file ?? .standardOutput(), style)
        } else if let output {
            let made = try TableFolder(output, style)
            if case .all = listing {
                members = try made.create(.members, mode: 0o600)
            }
            folder = consume made
        } else {
            standardOutput = try .standardOutput()
        }
        if let name = targets.summary { summary = try .creating(name) }
        if let name = targets.metrics { metrics = try .creating(name) }
    }

    /// Whether it takes the counts of all tables.
    var hasAll: Bool { folder != nil || partial != nil }

    /// Writes everything aside, then gives names: tables, summary, metrics, and `manifest.json` last, which
    /// tells readers that the tables are of one run.
    mutating func write(
        _ analysis: FinishedAnalysis, _ span: LogSpan?, _ manifest: Manifest, jobs: Int
    ) throws {
        var sides = try finishSides(analysis.counts, manifest)
        guard var folder = folder.take() else {
            try writeFunnels(analysis.counts, span)
            if var list = members.take() { sides.insert(try list.complete().file, at: 0) }
            return try FinishedFile.publish(sides)
        }
        let (tables, last) = try folder.finish(
            analysis.tables(span, jobs: jobs), other: members.take(), manifest,
            try FolderCalendar(zone: analysis.counts.zone, end: span?.last), of: analysis.counts)
        try folder.removeComparison()
        try FinishedFile.publish(tables + sides + [last])
    }

    /// Writes a partial instead; its name is given last.
    mutating func write(
        partial text: [UInt8], _ analysis: borrowing Analysis, _ manifest: Manifest
    ) throws {
        var files = try finishSides(analysis, manifest)
        try partial?.write(text.span)
        if let file = try partial?.complete() { files.append(file) }
        try FinishedFile.publish(files)
    }

    /// Summary and metrics.
    private mutating func finishSides(
        _ analysis: borrowing Analysis, _ manifest: Manifest
    ) throws -> [FinishedFile] {
        var sides: [FinishedFile] = []
        try summary?.write(manifest.text(analysis))
        if let file = try summary?.complete() { sides.append(file) }
        if var file = metrics.take() {
            analysis.add(to: &numbers)
            numbers.add("rows_delivered_twice", analysis.duplicateCount)
            sides.append(try numbers.finish(&file))
        }
        return sides
    }

    private mutating func writeFunnels(_ analysis: borrowing Analysis, _ span: LogSpan?) throws {
        guard let output = standardOutput.take() else { return }
        let table = analysis.funnelTable(span)
        var writer = try TableWriter(table.shape, to: output, style)
        for row in table.rows { try writer.write(row) }
        _ = try writer.complete()
    }
}
