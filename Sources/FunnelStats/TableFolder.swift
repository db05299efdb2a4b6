import Journeys
import ByteIO
import StatsFolder

/// The output folder: every table is written beside its place, then all are renamed, `manifest.json`
/// last.
///
/// The lock on `manifest.json` guards the folder.
struct TableFolder: ~Copyable {
    private let path: String
    private let style: TableStyle
    private var manifest: OutputFile

    /// All files that a run writes or removes in the folder.
    static func files(in folder: String) -> [String] {
        let names = ["manifest.json"] + TableShape.all.map(\.file) + FolderDescription.names
        return names.map { Folder.join(folder, $0) }
    }

    /// Makes the folder where it is missing, locks it, and finds out whether files can be made in it.
    init(_ path: String, _ style: TableStyle) throws {
        self.path = path
        self.style = style
        try Folder.make(path)
        manifest = try .creating(Folder.join(path, "manifest.json"))
    }

    /// A table for its owner to write row by row.
    func create(_ shape: TableShape, mode: UInt32 = 0o666) throws -> TableWriter {
        let path = Folder.join(path, shape.file)
        let file = try OutputFile.creating(path, mode: mode, isLocked: false)
        return try TableWriter(shape, to: file, style)
    }

    /// Writes `tables`, completes them, `other`, what describes them and the manifest; all, in the order of
    /// `publish`.
    mutating func finish(
        _ tables: [Table], other: consuming TableWriter?, _ manifest: Manifest,
        _ calendar: FolderCalendar, of analysis: borrowing Analysis
    ) throws -> (tables: [FinishedFile], manifest: FinishedFile) {
        var manifest = manifest
        var files: [FinishedFile] = []
        var written: [DataPackage.File] = []
        func complete(_ table: inout TableWriter) throws {
            let (file, hash) = try table.complete()
            manifest.outputs.append(.init(name: table.shape.file, rows: table.rows, sha256: hash))
            written.append(.init(table.shape, bytes: table.bytes, sha256: hash))
            files.append(file)
        }
        for table in tables {
            var writer = try create(table.shape)
            for row in table.rows { try writer.write(row) }
            try complete(&writer)
        }
        if var other = consume other { try complete(&other) }
        let package = DataPackage(written, isExcel: style.isExcel)
        for file in FolderDescription(of: package, calendar).files {
            files.append(try write(file))
            manifest.descriptions.append(.init(name: file.name, sha256: file.sha256))
        }
        try self.manifest.write(manifest.text(analysis))
        return (files, try self.manifest.complete())
    }

    private func write(_ file: FolderDescription.File) throws -> FinishedFile {
        var output = try OutputFile.creating(Folder.join(path, file.name), isLocked: false)
        try output.write(file.text)
        return try output.complete()
    }

    /// Removes what compares the tables that are about to be replaced.
    func removeComparison() throws(IOFailure) {
        try Folder.remove(Folder.join(path, TableShape.compare.file))
    }
}
