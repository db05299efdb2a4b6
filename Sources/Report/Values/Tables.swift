import StageSupport
import StatsFolder

/// The tables of a folder, each read once and in the shape that the page needs.
struct Tables {
    let manifest: StatsManifest
    let period: Period
    private let tables: [TableName: StatsTable]
    let ingest: IngestSummary?
    let sessionize: SessionizeSummary?

    /// Throws exit 65 where a table lacks a column or a summary is none.
    init(_ folder: StatsFolder) throws(Failure) {
        manifest = folder.manifest
        period = try Period(folder.manifest, of: folder.path)
        var tables: [TableName: StatsTable] = [:]
        for name in TableName.allCases {
            tables[name] =
                name == .compare
                ? try folder.unlisted(name.file, columns: name.columns)
                : try folder.table(name.file, columns: name.columns)
        }
        self.tables = tables
        ingest = try Summary.ingest(in: folder)
        sessionize = try Summary.sessionize(in: folder)
    }

    /// Whether the table was written, be it empty.
    func has(_ name: TableName) -> Bool { tables[name] != nil }

    func rowCount(_ name: TableName) -> Int { tables[name]?.rowCount ?? 0 }

    /// The rows of the table in its order; none where it was not written.
    func rows(_ name: TableName) -> [Row] {
        guard let table = tables[name] else { return [] }
        return table.rows.map { Row(table: name, row: $0) }
    }
}

/// A row of a table.
struct Row {
    let table: TableName
    let row: StatsTable.Row

    func text(_ column: String) -> String { row.text(column) }
    func isEmpty(_ column: String) -> Bool { row.bytes(column).isEmpty }
    func count(_ column: String) -> Int { row.count(column) ?? 0 }
    func number(_ column: String) -> Double? { row.number(column) }

    /// From 1, which is the header.
    var record: Int { row.record }

    /// The cell, with where it stands.
    func cell(_ column: StaticString) -> Cell {
        Cell(reference: reference(column), raw: row.text(column.description))
    }

    func reference(_ column: StaticString) -> CellReference {
        CellReference(table: table, record: row.record, column: column)
    }
}

/// A cell as it stands in its table, and where that is.
struct Cell {
    let reference: CellReference
    let raw: String

    var number: Double? { Double(raw) }
}
