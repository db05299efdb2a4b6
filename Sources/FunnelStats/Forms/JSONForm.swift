import ByteIO
import Journeys
import StageSupport
import StatsFolder

/// An array of objects, a line each: numbers are numbers, and what is missing is null.
struct JSONForm: TableForm {
    private var columns: [(name: String, isNumeric: Bool)] = []
    private var hasRows = false

    mutating func begin(_ shape: TableShape, to text: inout [UInt8]) {
        columns = shape.columns.map { ($0.name.description, $0.isNumeric) }
        text.append("[")
    }

    mutating func append(_ cells: [Cell], to text: inout [UInt8]) {
        text.append(hasRows ? ",\n" : "\n")
        hasRows = true
        let members = zip(columns, cells).map { ($0.name, Self.value($1, isNumeric: $0.isNumeric)) }
        text.append(contentsOf: JSONValue.object(members).utf8)
    }

    func end(to text: inout [UInt8]) { text.append("\n]\n") }

    /// A decimal, which is kept as text so that none of its places goes, is a number as it stands.
    private static func value(_ cell: Cell, isNumeric: Bool) -> String {
        if let bytes = cell.bytes {
            let value = String(decoding: bytes, as: UTF8.self)
            return isNumeric ? value : JSONValue.quoted(value)
        }
        var number: [UInt8] = []
        cell.appendNumber(to: &number)
        return number.isEmpty ? "null" : String(decoding: number, as: UTF8.self)
    }
}
