import StageSupport
import BasicContainers
import ByteIO
import Statistics

/// Which touchpoint follows which, within sessions and over all visits of a customer.
///
/// Expects customers one after another, each with its rows in time order. Memory: one cell a pair met,
/// with up to 65,536 times a scope.
struct Transitions: ~Copyable {
    static let entry: Int32 = -1
    static let exit: Int32 = -2

    enum Scope: String, CaseIterable { case session, customer }

    /// A pair of touchpoints in one scope.
    struct Counts: BitwiseCopyable {
        var count = 0
        var customers = 0
        fileprivate var lastCustomer = -1

        fileprivate mutating func add(_ customer: Int) {
            count += 1
            if lastCustomer != customer {
                lastCustomer = customer
                customers += 1
            }
        }
    }

    struct Cell: BitwiseCopyable {
        let from: Int32
        let to: Int32
        fileprivate var session = Counts()
        fileprivate var customer = Counts()
    }

    /// What was counted in one scope.
    struct Totals: BitwiseCopyable {
        fileprivate(set) var paths = 0
        fileprivate(set) var rows = 0

        fileprivate mutating func add(rows count: Int) {
            paths += 1
            rows += count
        }
    }

    private(set) var cells = UniqueArray<Cell>()
    private var session = Totals()
    private var customer = Totals()
    private var table = PairTable()
    /// By cell: microseconds between the two rows; none for `(entry)` and `(exit)`. Those that count in
    /// both scopes, which most do, are kept once.
    private var sharedTimes = Samples()
    private var sessionTimes = Samples()
    private var customerTimes = Samples()
    private var customerCount = 0

    mutating func observe(_ customer: borrowing CustomerRows, _ facts: LabelFacts) {
        let count = customer.sessions.count
        for number in 0..<count {
            let path = customer.visits(ofSession: number)
            guard !path.range.isEmpty else { continue }
            // The only session is the customer's path too.
            observe(path, customer, facts, isSession: true, isCustomer: count == 1)
            session.add(rows: path.range.count)
        }
        let path = customer.visits
        guard !path.range.isEmpty else { return }
        if count > 1 { observe(path, customer, facts, isSession: false, isCustomer: true) }
        self.customer.add(rows: path.range.count)
        customerCount += 1
    }

    /// Counts a path in one scope or both.
    private mutating func observe(
        _ path: CustomerRows.Unit, _ customer: borrowing CustomerRows, _ facts: LabelFacts,
        isSession: Bool, isCustomer: Bool
    ) {
        var (last, time) = (Self.entry, Int64(0))
        for index in path.range {
            let row = customer.rows[customer.number(index, in: path.order)]
            let touchpoint = facts.label(row).touchpoint
            let cell = count(last, touchpoint, isSession, isCustomer)
            if last != Self.entry {
                add(row.time - time, to: cell, isSession, isCustomer)
            }
            (last, time) = (touchpoint, row.time)
        }
        _ = count(last, Self.exit, isSession, isCustomer)
    }

    @inline(__always)
    private mutating func add(
        _ time: Int64, to cell: Int, _ isSession: Bool, _ isCustomer: Bool
    ) {
        if isSession, isCustomer {
            sharedTimes.add(time, to: cell)
        } else if isSession {
            sessionTimes.add(time, to: cell)
        } else {
            customerTimes.add(time, to: cell)
        }
    }

    @inline(__always)
    private mutating func count(
        _ from: Int32, _ to: Int32, _ isSession: Bool, _ isCustomer: Bool
    ) -> Int {
        let cell = table.number(from: from, to: to)
        if cell == cells.count {
            cells.append(Cell(from: from, to: to))
            sharedTimes.extend(to: cells.count)
            sessionTimes.extend(to: cells.count)
            customerTimes.extend(to: cells.count)
        }
        if isSession { cells[cell].session.add(customerCount) }
        if isCustomer { cells[cell].customer.add(customerCount) }
        return cell
    }
}

// What was counted.
extension Transitions {
    func totals(of scope: Scope) -> Totals { scope == .session ? session : customer }

    func counts(ofCell cell: Int, _ scope: Scope) -> Counts {
        scope == .session ? cells[cell].session : cells[cell].customer
    }

    func times(ofCell cell: Int, _ scope: Scope) -> Sample {
        var times = sharedTimes.sample(of: cell)
        times.merge(
            scope == .session ? sessionTimes.sample(of: cell) : customerTimes.sample(of: cell))
        return times
    }
}

// What adds up.
extension Transitions: Mergeable {
    func write(to partial: inout PartialWriter) {
        partial.line("sessions", session)
        partial.line("customers", customer)
        let order = partial.order(cells.indices) {
            (partial.touchpoints.rank(cells[$0].from), partial.touchpoints.rank(cells[$0].to))
        }
        for index in order {
            partial.begin("transition")
            partial.append(touchpoint: cells[index].from)
            partial.append(touchpoint: cells[index].to)
            partial.append(cells[index].session)
            partial.append(cells[index].customer)
            partial.append(sharedTimes.sample(of: index))
            partial.append(sessionTimes.sample(of: index))
            partial.append(customerTimes.sample(of: index))
            partial.end()
        }
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        try partial.addLine("sessions", to: &session)
        try partial.addLine("customers", to: &customer)
        while partial.isNext("transition") {
            let (from, to) = (try partial.touchpoint(), try partial.touchpoint())
            let cell = count(from, to, false, false)
            try partial.add(to: &cells[cell].session)
            try partial.add(to: &cells[cell].customer)
            sharedTimes.merge(try partial.sample(), to: cell)
            sessionTimes.merge(try partial.sample(), to: cell)
            customerTimes.merge(try partial.sample(), to: cell)
            try partial.finishLine()
        }
    }
}

extension Transitions.Totals: SummedCounts {
    mutating func forEachSum<Problem>(
        _ use: (inout Int) throws(Problem) -> Void
    ) throws(Problem) {
        try use(&paths)
        try use(&rows)
    }
}

extension Transitions.Counts: SummedCounts {
    mutating func forEachSum<Problem>(
        _ use: (inout Int) throws(Problem) -> Void
    ) throws(Problem) {
        try use(&count)
        try use(&customers)
    }
}
