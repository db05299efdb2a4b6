import ByteIO
import StageSupport

/// A table of the folder, cut into cells: RFC 4180, with or without `--excel` and formula guard.
public struct StatsTable: Sendable {
    /// One row below the header.
    public struct Row: Sendable {
        /// Below the header, from 0.
        public let index: Int
        fileprivate let table: StatsTable

        /// Its record in the file, where the header is 1.
        public var record: Int { index + 2 }
    }

    /// What a table holds; one object, so that a row costs one reference.
    private final class Storage: Sendable {
        let name: String
        let columns: [String]
        let rowCount: Int
        /// Of the columns, by name.
        let indexes: [String: Int]
        let bytes: [UInt8]
        /// Where the cells of all rows lie in `bytes`, quotes left out.
        let cells: [Range<Int>]

        init(
            name: String, columns: [String], rowCount: Int, indexes: [String: Int], bytes: [UInt8],
            cells: [Range<Int>]
        ) {
            self.name = name
            self.columns = columns
            self.rowCount = rowCount
            self.indexes = indexes
            self.bytes = bytes
            self.cells = cells
        }
    }

    private let storage: Storage

    /// The path in messages.
    public var name: String { storage.name }
    public var columns: [String] { storage.columns }
    public var rowCount: Int { storage.rowCount }

    /// Throws exit 65 where `bytes` are no such table, with the record at fault, or lack a column.
    init(_ bytes: [UInt8], name: String, columns wanted: [String] = []) throws(Failure) {
        var cutter = CellCutter(bytes)
        guard let header = cutter.record(), !header.isEmpty else {
            throw Failure(.damagedInput, "\(name): no header")
        }
        let columns = header.map { String(decoding: bytes[$0], as: UTF8.self) }
        let indexes = Dictionary(zip(columns, columns.indices)) { first, _ in first }
        for column in wanted where indexes[column] == nil {
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
        storage = Storage(
            name: name, columns: columns, rowCount: rows, indexes: indexes, bytes: bytes,
            cells: cells)
    }

    public var rows: some RandomAccessCollection<Row> & Sendable {
        (0..<rowCount).lazy.map { Row(index: $0, table: self) }
    }

    public func row(_ index: Int) -> Row { Row(index: index, table: self) }

    /// The bytes of a cell as they lie in the file, without the quotes round it.
    fileprivate func cell(_ row: Int, _ column: String) -> ArraySlice<UInt8> {
        guard let index = storage.indexes[column] else { return [] }
        return storage.bytes[storage.cells[row * storage.columns.count + index]]
    }
}

extension StatsTable.Row {
    /// What the cell says, without quotes and formula guard; empty where the cell is, or the column is
    /// missing.
    public func bytes(_ column: String) -> [UInt8] {
        StatsTable.plain(table.cell(index, column))
    }

    /// As `bytes`; what is not UTF-8 is U+FFFD.
    public func text(_ column: String) -> String { String(decoding: bytes(column), as: UTF8.self) }

    /// The number in the cell; nil where it is empty or none.
    public func number(_ column: String) -> Double? { Double(text(column)) }

    /// The whole number in the cell; nil where it is empty or none.
    public func count(_ column: String) -> Int? {
        let cell = table.cell(index, column)
        guard !cell.isEmpty, cell.count < 19 else { return Int(text(column)) }
        var value = 0
        for byte in cell {
            // A sign or what is no digit is rare.
            guard byte >= 0x30, byte <= 0x39 else { return Int(text(column)) }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }
}

extension StatsTable {
    /// The cell without doubled quotes, and without the `'` that keeps a spreadsheet from running it.
    fileprivate static func plain(_ cell: ArraySlice<UInt8>) -> [UInt8] {
        guard cell.first == 0x27 || cell.contains(0x22) else { return Array(cell) }
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
