import BasicContainers

extension CustomerRows {
    /// What the rows of a unit are numbered by. Visits are the rows that are not automatic.
    enum Order { case time, session, visitor, visits, sessionVisits, automatic, held }

    /// The rows of a unit, a customer, session or visitor, in time order: indices in one of the
    /// customer's orders.
    struct Unit {
        let order: Order
        let range: Range<Int>
    }
}

/// The orders in which tables go through the rows of one customer.
///
/// Mostly there are no automatic rows, and all rows are visits: then their orders are the same ones.
struct RowOrders: ~Copyable {
    typealias Row = CustomerRows.Row
    typealias Unit = CustomerRows.Unit

    private var rowCount = 0
    /// Where the visits of each session begin in the order of sessions, and the end of the last one.
    private var sessionStarts = UniqueArray<Int>()
    /// The visits' row numbers in the order of sessions, where that is not the order of all rows by time.
    private var bySession = UniqueArray<Int>()
    private var isBySession = false
    /// Where there are automatic rows: visits by time, all rows by session, automatic ones by session.
    private(set) var hasAutomatic = false
    private var visitNumbers = UniqueArray<Int>()
    private var allBySession = UniqueArray<Int>()
    private var allStarts = UniqueArray<Int>()
    private var automaticBySession = UniqueArray<Int>()
    private var automaticStarts = UniqueArray<Int>()
    private var visitorStarts = UniqueArray<Int>()
    private var byVisitor = UniqueArray<Int>()
    private var heldNumbers: [Int] = []
    private var heldStarts: [Int] = []

    /// Orders the rows of a customer, which stand by time. `automatic` says by label which are no visits, nil
    /// where none is.
    mutating func order(
        _ rows: borrowing UniqueArray<Row>, sessions: Int, automatic: [Bool]?
    ) {
        rowCount = rows.count
        hasAutomatic = automatic != nil
        sessionStarts.removeAll(keepingCapacity: true)
        isBySession = false
        var last: Int32 = -1
        for index in rows.indices where rows[index].session != last {
            last = rows[index].session
            isBySession = isBySession || Int(last) != sessionStarts.count
            sessionStarts.append(index)
        }
        sessionStarts.append(rows.count)
        if let automatic {
            setVisitsApart(rows, sessions, automatic)
        } else if isBySession {
            Self.group(rows, by: \.session, into: &bySession, starts: &sessionStarts, sessions)
        }
    }

    private mutating func setVisitsApart(
        _ rows: borrowing UniqueArray<Row>, _ sessions: Int, _ automatic: [Bool]
    ) {
        isBySession = true
        Self.group(
            rows, by: { automatic[Int($0.label)] ? -1 : $0.session }, into: &bySession,
            starts: &sessionStarts, sessions)
        Self.group(rows, by: \.session, into: &allBySession, starts: &allStarts, sessions)
        Self.group(
            rows, by: { automatic[Int($0.label)] ? $0.session : -1 }, into: &automaticBySession,
            starts: &automaticStarts, sessions)
        visitNumbers.removeAll(keepingCapacity: true)
        for index in rows.indices where !automatic[Int(rows[index].label)] {
            visitNumbers.append(index)
        }
    }

    /// Groups the rows by visitor.
    mutating func groupVisitors(_ rows: borrowing UniqueArray<Row>, _ count: Int) {
        Self.group(rows, by: \.visitor, into: &byVisitor, starts: &visitorStarts, count)
    }

    /// Puts the rows of a unit in groups; `groups` has that of each of them, -1 for none.
    mutating func hold(_ unit: Unit, in groups: [Int], count: Int) {
        heldStarts = Array(repeating: 0, count: count + 1)
        for group in groups where group >= 0 { heldStarts[group + 1] += 1 }
        for group in 0..<count { heldStarts[group + 1] += heldStarts[group] }
        heldNumbers = Array(repeating: 0, count: heldStarts[count])
        var next = heldStarts
        for (index, group) in zip(unit.range, groups) where group >= 0 {
            heldNumbers[next[group]] = number(index, in: unit.order)
            next[group] += 1
        }
    }

    /// Puts row numbers in groups, in their order; rows with a negative group are left out.
    private static func group(
        _ rows: borrowing UniqueArray<Row>, by number: (Row) -> Int32,
        into order: inout UniqueArray<Int>, starts: inout UniqueArray<Int>, _ count: Int
    ) {
        starts = UniqueArray(repeating: 0, count: count + 1)
        var total = 0
        for index in rows.indices where number(rows[index]) >= 0 {
            starts[Int(number(rows[index])) + 1] += 1
            total += 1
        }
        for group in 0..<count { starts[group + 1] += starts[group] }
        order = UniqueArray(repeating: 0, count: total)
        for index in rows.indices where number(rows[index]) >= 0 {
            order[starts[Int(number(rows[index]))]] = index
            starts[Int(number(rows[index]))] += 1
        }
        for group in (0..<count).reversed() { starts[group + 1] = starts[group] }
        starts[0] = 0
    }
}

// The rows of units.
extension RowOrders {
    var visits: Unit {
        Unit(order: .visits, range: 0..<(hasAutomatic ? visitNumbers.count : rowCount))
    }

    func unit(ofSession session: Int) -> Unit {
        let range =
            hasAutomatic
            ? allStarts[session]..<allStarts[session + 1]
            : sessionStarts[session]..<sessionStarts[session + 1]
        return Unit(order: .session, range: range)
    }

    func visits(ofSession session: Int) -> Unit {
        Unit(order: .sessionVisits, range: sessionStarts[session]..<sessionStarts[session + 1])
    }

    func automatic(ofSession session: Int) -> Unit {
        let range =
            hasAutomatic ? automaticStarts[session]..<automaticStarts[session + 1] : 0..<0
        return Unit(order: .automatic, range: range)
    }

    /// `groupVisitors` was called.
    func unit(ofVisitor visitor: Int) -> Unit {
        Unit(order: .visitor, range: visitorStarts[visitor]..<visitorStarts[visitor + 1])
    }

    /// How many rows have a visitor; `groupVisitors` was called.
    var rowsWithVisitor: Int { byVisitor.count }

    /// `hold` was called.
    func unit(ofGroup group: Int) -> Unit {
        Unit(order: .held, range: heldStarts[group]..<heldStarts[group + 1])
    }

    @inline(__always)
    func number(_ index: Int, in order: CustomerRows.Order) -> Int {
        switch order {
        case .time: index
        case .session:
            hasAutomatic ? allBySession[index] : isBySession ? bySession[index] : index
        case .visitor: byVisitor[index]
        case .visits: hasAutomatic ? visitNumbers[index] : index
        case .sessionVisits: isBySession ? bySession[index] : index
        case .automatic: automaticBySession[index]
        case .held: heldNumbers[index]
        }
    }

    /// Whether indices in the order are other numbers than those of rows.
    func isReordered(_ order: CustomerRows.Order) -> Bool {
        switch order {
        case .time: false
        case .session, .sessionVisits: isBySession
        case .visits: hasAutomatic
        case .visitor, .automatic, .held: true
        }
    }
}
