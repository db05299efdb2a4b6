import ByteIO
import StageSupport
import Rows

/// Where the columns of one path stream lie in its rows; found by name, unknown ones ignored.
struct PathLayout {
    let customer: Int
    let sessionID: Int
    let step: Int?
    private let events: [Int?]
    private(set) var fields: RowFields

    /// Throws exit 65 where a column is missing that no table can do without.
    init(_ columns: [String], of name: String) throws(Failure) {
        func place(_ column: String) throws(Failure) -> Int {
            guard let place = columns.firstIndex(of: column) else {
                throw Failure(.damagedInput, "\(name): the path stream has no column '\(column)'")
            }
            return place
        }
        customer = try place(PathColumn.customer.name)
        sessionID = try place(PathColumn.sessionID.name)
        _ = try place(EventColumn.time.name)
        _ = try place(EventColumn.event.name)
        step = columns.firstIndex(of: PathColumn.step.name)
        events = EventColumn.allCases.map { columns.firstIndex(of: $0.name) }
        fields = RowFields(count: columns.count)
    }

    /// Finds the fields of `row`; false where their number is another.
    mutating func split(_ row: Span<UInt8>) -> Bool { fields.split(row) }

    /// The field of an event column, escapes and all; empty where the stream has none.
    func range(_ column: EventColumn) -> Range<Int> {
        events[column.rawValue].map { fields[$0] } ?? 0..<0
    }
}
