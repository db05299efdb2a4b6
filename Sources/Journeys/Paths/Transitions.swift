import ByteIO
import Statistics

/// Which touchpoint follows which, within sessions and over all rows of a customer.
///
/// Expects customers one after another, each with its rows in time order. Memory: one cell a pair met,
/// with up to 65,536 times each.
package struct Transitions {
    static let entry: Int32 = -1
    static let exit: Int32 = -2

    enum Scope: String, CaseIterable { case session, customer }

    package struct Cell {
        var count = 0
        var customers = 0
        /// Microseconds between the two rows; none for `(entry)` and `(exit)`.
        var times = Sample()
        fileprivate var lastCustomer = -1
    }

    /// All cells of one scope, and the paths that made them.
    struct Matrix {
        fileprivate(set) var table = PairTable()
        fileprivate(set) var cells: [Cell] = []
        fileprivate(set) var paths = 0
        fileprivate(set) var rows = 0

        /// A path of `count` rows whose number in the customer is `place` of them.
        fileprivate mutating func see(
            _ rows: [CustomerRows.Row], _ touchpoints: [Int32], customer: Int, count: Int,
            place: (Int) -> Int
        ) {
            guard count > 0 else { return }
            var last = rows[place(0)]
            add(Transitions.entry, touchpoints[Int(last.label)], customer, after: nil)
            for index in 1..<max(count, 1) {
                let row = rows[place(index)]
                add(
                    touchpoints[Int(last.label)], touchpoints[Int(row.label)], customer,
                    after: row.time - last.time)
                last = row
            }
            add(touchpoints[Int(last.label)], Transitions.exit, customer, after: nil)
            paths += 1
            self.rows += count
        }

        private mutating func add(
            _ from: Int32, _ to: Int32, _ customer: Int, after time: Int64?
        ) {
            let number = table.number(from: from, to: to)
            if number == cells.count { cells.append(Cell()) }
            cells[number].count += 1
            if cells[number].lastCustomer != customer {
                cells[number].lastCustomer = customer
                cells[number].customers += 1
            }
            if let time { cells[number].times.add(time) }
        }
    }

    private(set) var session = Matrix()
    private(set) var customer = Matrix()
    private var customerCount = 0

    mutating func see(_ customer: borrowing CustomerRows, _ facts: LabelFacts) {
        let rows = customer.rows
        let touchpoints = facts.touchpoints
        for number in 0..<customer.sessions.count {
            let places = customer.rows(ofSession: number)
            session.see(rows, touchpoints, customer: customerCount, count: places.count) {
                places[places.startIndex + $0]
            }
        }
        self.customer.see(rows, touchpoints, customer: customerCount, count: rows.count) { $0 }
        customerCount += 1
    }
}
