import ByteIO
import StageSupport
import Touchpoints

/// Reads event streams into a night.
struct NightReader {
    /// The earliest and latest time read.
    private(set) var first: Timestamp?
    private(set) var horizon: Timestamp?
    private var night = Night()

    /// Reads one input; throws where it is no complete event stream.
    mutating func read(_ path: String) throws {
        var reader = StreamReader(try Inputs.open(path), kind: .events)
        var layout: EventLayout?
        while try reader.advance() {
            if layout?.streamNumber != reader.streamNumber {
                layout = try EventLayout(reader.columns, number: reader.streamNumber, in: path)
            }
            guard layout?.split(reader.row) == true, let layout else {
                throw Failure(
                    .damagedInput,
                    "\(path):\(reader.lineNumber): not \(reader.columns.count) columns")
            }
            let row = reader.row
            guard let time = Timestamp(row: row.extracting(layout.range(.time))) else {
                throw Failure(.damagedInput, "\(path):\(reader.lineNumber): bad time")
            }
            if first.map({ time < $0 }) ?? true { first = time }
            if horizon.map({ time > $0 }) ?? true { horizon = time }
            let visitor = row.extracting(layout.range(.visitor))
            let user = row.extracting(layout.range(.user))
            if layout.isCanonical {
                night.add(row, time: time, visitor: visitor, user: user)
            } else {
                let canonical = layout.canonical(row)
                night.add(canonical.span, time: time, visitor: visitor, user: user)
            }
        }
    }

    mutating func finish() -> Night {
        night.close()
        return night
    }
}

/// Where the event columns lie in one stream's rows; found by name, unknown ones ignored.
struct EventLayout {
    let streamNumber: Int
    /// Whether the columns are exactly ours, in our order.
    let isCanonical: Bool
    private let places: [Int?]
    private var fields: RowFields

    /// Throws exit 65 where a stream has no `time` or neither `visitor` nor `user`.
    init(_ columns: [String], number: Int, in path: String) throws(Failure) {
        streamNumber = number
        isCanonical = columns == EventColumn.allCases.map(\.name)
        places = EventColumn.allCases.map { columns.firstIndex(of: $0.name) }
        fields = RowFields(count: columns.count)
        guard places[EventColumn.time.rawValue] != nil,
            places[EventColumn.visitor.rawValue] ?? places[EventColumn.user.rawValue] != nil
        else {
            throw Failure(.damagedInput, "\(path): no columns time and visitor or user")
        }
    }

    /// Finds the fields of `row`; false where their number is another.
    mutating func split(_ row: Span<UInt8>) -> Bool { fields.split(row) }

    /// The field's place; empty where the stream has no such column.
    func range(_ column: EventColumn) -> Range<Int> {
        places[column.rawValue].map { fields[$0] } ?? 0..<0
    }

    /// The row in our columns and order.
    func canonical(_ row: Span<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        for column in EventColumn.allCases {
            if column != .time { bytes.append(0x09) }
            bytes.append(row.extracting(range(column)))
        }
        return bytes
    }
}
