import ByteIO
import StageSupport
import Rows

/// Where the columns of one path stream lie in its rows; found by name, unknown ones ignored.
struct PathLayout: ~Copyable {
    let customer: Int
    let sessionID: Int
    let step: Int?
    /// Where the columns of a place, and those of an origin, stand side by side; see `RowTexts`.
    let places: ClosedRange<Int>?
    let origins: ClosedRange<Int>?
    /// By event column; -1 where the stream has none.
    private let events: [Int]

    /// A stream without columns.
    init() {
        (customer, sessionID, step) = (0, 0, nil)
        (places, origins) = (nil, nil)
        events = EventColumn.allCases.map { _ in -1 }
    }

    /// Throws exit 65 where a column is missing that no table can do without.
    init(_ columns: [String], of name: String) throws(Failure) {
        func index(_ column: String) throws(Failure) -> Int {
            guard let index = columns.firstIndex(of: column) else {
                throw Failure(.damagedInput, "\(name): the path stream has no column '\(column)'")
            }
            return index
        }
        let customer = try index(PathColumn.customer.name)
        let sessionID = try index(PathColumn.sessionID.name)
        _ = try index(EventColumn.time.name)
        _ = try index(EventColumn.event.name)
        (self.customer, self.sessionID) = (customer, sessionID)
        step = columns.firstIndex(of: PathColumn.step.name)
        events = EventColumn.allCases.map { columns.firstIndex(of: $0.name) ?? -1 }
        places = Self.run(of: RowTexts.placeColumns, in: events)
        origins = Self.run(of: RowTexts.originColumns, in: events)
    }

    /// Where an event column lies; -1 where the stream has none.
    func index(of column: EventColumn) -> Int { events[column.rawValue] }

    /// The columns that `columns` are, one behind the other; nil where they are not.
    private static func run(of columns: [EventColumn], in events: [Int]) -> ClosedRange<Int>? {
        let first = events[columns[0].rawValue]
        guard first >= 0,
            columns.enumerated().allSatisfy({ events[$0.element.rawValue] == first + $0.offset })
        else { return nil }
        return first...first + columns.count - 1
    }
}

extension RowBlock {
    /// The field of an event column, escapes and all; empty where the stream has none.
    @inline(__always) @_lifetime(borrow self)
    func field(_ column: EventColumn, of row: Int, _ layout: borrowing PathLayout) -> Span<UInt8> {
        let index = layout.index(of: column)
        if index < 0 { return Span() }
        return field(index, of: row)
    }
}
