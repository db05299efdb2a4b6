import BasicContainers
import ByteIO
import Statistics

/// Which touchpoint follows which, within sessions and over all rows of a customer.
///
/// Expects customers one after another, each with its rows in time order. Memory: one cell a pair met,
/// with up to 65,536 times each.
struct Transitions: ~Copyable {
    static let entry: Int32 = -1
    static let exit: Int32 = -2

    enum Scope: String, CaseIterable { case session, customer }

    struct Cell: BitwiseCopyable {
        let from: Int32
        let to: Int32
        var count = 0
        var customers = 0
        fileprivate var lastCustomer = -1
    }

    /// All cells of one scope, and the paths that made them.
    struct Matrix: ~Copyable {
        private(set) var cells = UniqueArray<Cell>()
        private(set) var paths = 0
        private(set) var rows = 0
        private var table = PairTable()
        /// Microseconds between the two rows of each cell; none for `(entry)` and `(exit)`.
        private var times = Samples()

        func times(ofCell cell: Int) -> Sample { times.sample(of: cell) }

        /// Counts a path.
        fileprivate mutating func observe(
            _ path: CustomerRows.Unit, _ customer: borrowing CustomerRows, _ facts: LabelFacts,
            number: Int
        ) {
            var (last, time) = (Transitions.entry, Int64(0))
            for index in path.range {
                let row = customer.rows[customer.number(index, in: path.order)]
                let touchpoint = facts.label(row).touchpoint
                let cell = count(last, touchpoint, number)
                if last != Transitions.entry { times.add(row.time - time, to: cell) }
                (last, time) = (touchpoint, row.time)
            }
            _ = count(last, Transitions.exit, number)
            paths += 1
            rows += path.range.count
        }

        private mutating func count(_ from: Int32, _ to: Int32, _ customer: Int) -> Int {
            let cell = table.number(from: from, to: to)
            if cell == cells.count {
                cells.append(Cell(from: from, to: to))
                times.extend(to: cells.count)
            }
            cells[cell].count += 1
            if cells[cell].lastCustomer != customer {
                cells[cell].lastCustomer = customer
                cells[cell].customers += 1
            }
            return cell
        }
    }

    private(set) var session = Matrix()
    private(set) var customer = Matrix()
    private var customerCount = 0

    mutating func observe(_ customer: borrowing CustomerRows, _ facts: LabelFacts) {
        for session in 0..<customer.sessions.count {
            self.session.observe(
                customer.unit(ofSession: session), customer, facts, number: customerCount)
        }
        self.customer.observe(customer.unit, customer, facts, number: customerCount)
        customerCount += 1
    }
}
