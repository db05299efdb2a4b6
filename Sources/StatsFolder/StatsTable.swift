import ByteIO
import StageSupport

/// A table of the folder, cut into cells: RFC 4180, with or without `--excel` and formula guard.
public struct StatsTable: Sendable {
    /// One row below the header.
    public struct Row: Sendable {
        /// From 0.
        public let place: Int
        fileprivate let table: StatsTable

        /// Its record in the file, where the header is 1.
        public var record: Int { place + 2 }
    }

    /// The path in messages.
    public let name: String
    public let columns: [String]
    public let rowCount: Int
    private let places: [String: Int]
    private let bytes: [UInt8]
    /// Where the cells of all rows lie in `bytes`, quotes left out.
    private let cells: [Range<Int>]

    /// Throws exit 65 where `bytes` are no such table, with the record at fault, or lack a column.
    init(_ bytes: [UInt8], name: String, columns wanted: [String] = []) throws(Failure) {
        self.name = name
        self.bytes = bytes
        var cutter = CellCutter(bytes)
        guard let header = cutter.record(), !header.isEmpty else {
            throw Failure(.damagedInput, "\(name): no header")
        }
        let columns = header.map { String(decoding: bytes[$0], as: UTF8.self) }
        self.columns = columns
        places = Dictionary(zip(columns, columns.indices)) { first, _ in first }
        for column in wanted where places[column] == nil {
            throw Failure(
                .damagedInput, "\(name): no column '\(column)'; run funnelstats again")
        }
        var cells: [Range<Int>] = []
        var rows = 0
        while let record = cutter.record() {
            rows += 1
            guard record.count == columns.count else {
                throw Failure(
                    .damagedInput,
                    "\(name):\(rows + 1): \(record.count) cells, \(columns.count) are expected")
            }
            cells += record
        }
        guard cutter.isWhole else {
            throw Failure(.damagedInput, "\(name):\(rows + 2): a quote that does not end")
        }
        rowCount = rows
        self.cells = cells
    }

    public var rows: some RandomAccessCollection<Row> & Sendable {
        (0..<rowCount).lazy.map { Row(place: $0, table: self) }
    }

    public func row(_ place: Int) -> Row { Row(place: place, table: self) }

    fileprivate func cell(_ row: Int, _ column: String) -> Range<Int>? {
        places[column].map { cells[row * columns.count + $0] }
    }
}

extension StatsTable.Row {
    /// What the cell says, without quotes and formula guard; empty where the cell is, or the column is
    /// missing.
    public func bytes(_ column: String) -> [UInt8] {
        guard let range = table.cell(place, column) else { return [] }
        return StatsTable.plain(table.bytes[range])
    }

    /// As `bytes`; what is not UTF-8 is U+FFFD.
    public func text(_ column: String) -> String { String(decoding: bytes(column), as: UTF8.self) }

    /// The number in the cell; nil where it is empty or none.
    public func number(_ column: String) -> Double? { Double(text(column)) }

    /// The whole number in the cell; nil where it is empty or none.
    public func count(_ column: String) -> Int? { Int(text(column)) }
}

extension StatsTable {
    /// The cell without doubled quotes, and without the `'` that keeps a spreadsheet from running it.
    fileprivate static func plain(_ cell: ArraySlice<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(cell.count)
        var afterQuote = false
        for byte in cell {
            if byte == 0x22, afterQuote {
                afterQuote = false
            } else {
                afterQuote = byte == 0x22
                plain.append(byte)
            }
        }
        if plain.first == 0x27, CSVText.startsFormula(plain.span.extracting(1...)) {
            plain.removeFirst()
        }
        return plain
    }
}
