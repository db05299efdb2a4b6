import Journeys
import ByteIO
import Crypto
import StageSupport
import StatsFolder

/// One CSV on its way to a file beside its place, counted and hashed.
struct TableWriter: ~Copyable {
    let shape: TableShape
    private(set) var rows = 0
    private(set) var bytes = 0
    private let style: TableStyle
    private var output: OutputFile
    private var hash = SHA256()
    private var line: [UInt8] = []

    /// Writes the header.
    init(
        _ shape: TableShape, to output: consuming OutputFile, _ style: TableStyle
    ) throws {
        self.shape = shape
        self.style = style
        self.output = output
        if style.isExcel { line += [0xEF, 0xBB, 0xBF] }
        for (index, column) in shape.columns.enumerated() {
            if index > 0 { line.append(0x2C) }
            line.append(column.name)
        }
        try end()
    }

    /// Writes a row.
    mutating func write(_ cells: [Cell]) throws {
        for (index, cell) in cells.enumerated() {
            if index > 0 { line.append(0x2C) }
            append(cell)
        }
        rows += 1
        try end()
    }

    private mutating func append(_ cell: Cell) {
        switch cell {
        case .text(let text):
            CSVText.append(text: text.span, guarded: style.isGuarded, to: &line)
        case .id(let id): CSVText.append(text: id.span, guarded: false, to: &line)
        case .count(let count): line.append(decimal: Int64(count))
        case .rate(let rate):
            if let rate { CSVText.append(number: rate, places: 9, to: &line) }
        case .number(let number):
            if let number, number.isFinite { line.append(contentsOf: "\(number)".utf8) }
        case .seconds(let time):
            if let time { CSVText.append(number: time / 1_000_000, places: 6, to: &line) }
        case .milliseconds(let time):
            if let time { CSVText.append(number: time / 1000, places: 3, to: &line) }
        case .missing: break
        }
    }

    private mutating func end() throws {
        if style.isExcel { line.append(0x0D) }
        line.append(0x0A)
        // Moved out and back: a span of a member keeps the others from changing.
        var full = line
        line = []
        hash.update(data: full)
        bytes += full.count
        try output.write(full.span)
        full.removeAll(keepingCapacity: true)
        line = full
    }

    /// Writes what is left; the file that waits for its name, and its SHA-256 in hex digits.
    mutating func complete() throws -> (file: FinishedFile, sha256: String) {
        let file = try output.complete()
        var digits: [UInt8] = []
        for byte in hash.finalize() { digits.append(hex: byte) }
        return (file, String(decoding: digits, as: UTF8.self))
    }
}
