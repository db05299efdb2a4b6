import Journeys
import ByteIO
import StatsFolder

/// The output folder: every table is written beside its place, then all are renamed, `manifest.json`
/// last.
struct TableFolder {
    private let path: String
    private let style: TableStyle

    /// Makes the folder where it is missing, and finds out whether files can be made in it.
    init(_ path: String, _ style: TableStyle) throws {
        self.path = path
        self.style = style
        try Folder.make(path)
        _ = try OutputFile.creating("\(path)/manifest.json")
    }

    /// A table for its owner to write row by row.
    func create(_ shape: TableShape, mode: UInt32 = 0o666) throws -> TableWriter {
        try TableWriter(
            shape, to: OutputFile.creating("\(path)/\(shape.file)", mode: mode), style)
    }

    /// Writes `tables`, completes them, `others` and the manifest, and gives all their names.
    func publish(
        _ tables: [Table], others: [TableWriter], _ manifest: Manifest,
        of analysis: borrowing Analysis
    ) throws {
        var manifest = manifest
        var files: [TableWriter] = []
        for table in tables {
            let file = try create(table.shape)
            for row in table.rows { try file.write(row) }
            files.append(file)
        }
        for file in files + others {
            manifest.outputs.append(
                .init(name: file.name, rows: file.rows, sha256: try file.complete()))
        }
        var last = try OutputFile.creating("\(path)/manifest.json")
        try last.write(manifest.text(analysis))
        try last.complete()
        // It compares the tables that are replaced now.
        try Folder.remove("\(path)/\(TableShape.compare.file)")
        for file in files + others { try file.publish() }
        try last.publish()
    }
}
