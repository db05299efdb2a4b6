import ByteIO
import Journeys
import StageSupport
import StatsFolder

/// A table's rows as text, one after another.
protocol TableForm {
    /// Appends what stands before the rows.
    mutating func begin(_ shape: TableShape, to text: inout [UInt8])
    /// Appends a row, at once or later.
    mutating func append(_ cells: [Cell], to text: inout [UInt8])
    /// Appends what is left.
    mutating func end(to text: inout [UInt8])
}

extension Cell {
    /// The bytes of text; nil for anything else, and for text that is empty, which is missing.
    var bytes: [UInt8]? {
        switch self {
        case .text(let bytes), .id(let bytes): bytes.isEmpty ? nil : bytes
        default: nil
        }
    }

    /// Appends a number as programs read it; nothing where there is none.
    func appendNumber(to text: inout [UInt8]) {
        switch self {
        case .count(let count): text.append(decimal: Int64(count))
        case .rate(let rate):
            if let rate { CSVText.append(number: rate, places: 9, to: &text) }
        case .number(let number):
            if let number, number.isFinite { text.append(contentsOf: "\(number)".utf8) }
        case .seconds(let time):
            if let time { CSVText.append(number: time / 1_000_000, places: 6, to: &text) }
        case .milliseconds(let time):
            if let time { CSVText.append(number: time / 1000, places: 3, to: &text) }
        case .text, .id, .missing: break
        }
    }
}

extension TableColumn {
    /// Whether its cells are numbers, which stand to the right.
    var isNumeric: Bool {
        switch kind {
        case .text, .id, .date, .time: false
        default: true
        }
    }
}
