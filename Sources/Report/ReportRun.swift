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
    let language: Words.Language?
    let isInteractive: Bool
    let summary: String?
    let metrics: String?

    func go() throws -> Counts {
        let stats = try StatsFolder(folder)
        let names = ["manifest.json", TableName.compare.file] + stats.manifest.outputs.map(\.name)
        try RunFiles.check(
            reads: names.map { Folder.join(folder, $0) },
            writes: [output ?? "-", summary, metrics])
        var outputs = try PageOutputs(
            page: output, charts: charts, summary: summary, metrics: metrics)
        let tables = try Tables(stats)
        let made = Page.smallEnough(
            tables, language: language, isInteractive: isInteractive)
        let drawings = charts == nil ? [] : made.page.charts()
        let counts = Counts(
            tables: stats.manifest.outputs.count, funnels: made.page.funnels.count,
            bytes: made.bytes.count, charts: drawings.count)
        try outputs.write(made.bytes, drawings, counts)
        return counts
    }
}
