import ByteIO
import StageSupport
import Rows

/// Where the columns of one path stream lie in its rows; found by name, unknown ones ignored.
///
/// Small, since it is copied for each row that it is lent for.
struct PathLayout: ~Copyable {
    let customer: Int
    let sessionID: Int
    /// -1 where the stream has none.
    let step: Int
    /// The event columns that every row is asked for; -1 where the stream has none.
    let time: Int
    let visitor: Int
    let duration: Int
    let value: Int
    /// Where the columns of an action, and those of an origin, begin; -1 where they do not stand side by
    /// side.
    private let firstAction: Int
    private let firstOrigin: Int
    /// By event column; -1 where the stream has none.
    private let events: [Int]

    /// A stream without columns.
    init() {
        (customer, sessionID, step) = (0, 0, -1)
        (time, visitor, duration, value) = (-1, -1, -1, -1)
        (firstAction, firstOrigin) = (-1, -1)
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
        step = columns.firstIndex(of: PathColumn.step.name) ?? -1
        events = EventColumn.allCases.map { columns.firstIndex(of: $0.name) ?? -1 }
        time = events[EventColumn.time.rawValue]
        visitor = events[EventColumn.visitor.rawValue]
        duration = events[EventColumn.durationMilliseconds.rawValue]
        value = events[EventColumn.value.rawValue]
        precondition(
            RowTexts.actionColumns.count == RowTexts.actionCount
                && RowTexts.originColumns.count == RowTexts.originCount)
        firstAction = Self.start(of: RowTexts.actionColumns, in: events)
        firstOrigin = Self.start(of: RowTexts.originColumns, in: events)
    }

    /// The columns of customer and session where they stand side by side; see `CustomerRows.Before`.
    var owner: ClosedRange<Int>? { sessionID == customer + 1 ? customer...sessionID : nil }

    /// The columns of an action, and those of an origin, where they stand side by side; see `RowTexts`.
    var actions: ClosedRange<Int>? {
        firstAction < 0 ? nil : firstAction...firstAction + RowTexts.actionCount - 1
    }
    var origins: ClosedRange<Int>? {
        firstOrigin < 0 ? nil : firstOrigin...firstOrigin + RowTexts.originCount - 1
    }

    /// Where an event column lies; -1 where the stream has none.
    func index(of column: EventColumn) -> Int { events[column.rawValue] }

    /// Where `columns` begin, one behind the other; -1 where they do not stand so.
    private static func start(of columns: [EventColumn], in events: [Int]) -> Int {
        let first = events[columns[0].rawValue]
        guard first >= 0,
            columns.enumerated().allSatisfy({ events[$0.element.rawValue] == first + $0.offset })
        else { return -1 }
        return first
    }
}

extension RowBlock {
    /// The field of an event column, escapes and all; empty where the stream has none.
    @inline(__always) @_lifetime(borrow self)
    func field(_ column: EventColumn, of row: Int, _ layout: borrowing PathLayout) -> Span<UInt8> {
        field(at: layout.index(of: column), of: row)
    }

    /// The field at an index of the layout; empty where that is -1.
    @inline(__always) @_lifetime(borrow self)
    func field(at index: Int, of row: Int) -> Span<UInt8> {
        if index < 0 { return Span() }
        return field(index, of: row)
    }
}
