import BasicContainers

/// The rows of a unit from the one at which it reached a step on: row 0 is that one.
struct FollowUp {
    private let unit: CustomerRows.Unit
    private let first: Int
    private let end: Int

    /// The rows of `unit` from row `from` on, those before row `to` and not later than the window after
    /// `from`, in microseconds. Both are numbers of the customer's rows.
    init(
        _ unit: CustomerRows.Unit, from: Int, to: Int?, window: Int64?,
        _ customer: borrowing CustomerRows
    ) {
        func time(_ index: Int) -> Int64 {
            customer.rows[customer.number(index, in: unit.order)].time
        }
        self.unit = unit
        let first = customer.index(ofRow: from, in: unit)
        var end = to.map { customer.index(ofRow: $0, in: unit) } ?? unit.range.upperBound
        let (limit, isOver) = customer.rows[from].time.addingReportingOverflow(window ?? .max)
        if !isOver, end > first + 1, time(end - 1) > limit {
            end = (first + 1..<end).partitioningIndex { time($0) > limit }
        }
        // Rows of one instant may lie in another order than the steps that they fill.
        self.first = first
        self.end = max(end, first + 1)
    }

    /// How many rows follow the first.
    var count: Int { end - first - 1 }

    /// The number of the last row in the customer.
    func last(_ customer: borrowing CustomerRows) -> Int {
        customer.number(end - 1, in: unit.order)
    }

    /// The first of the rows from the customer's row `row` on: its number in the customer, and counted from
    /// the first of these rows; nil behind the last.
    func next(from row: Int, _ customer: borrowing CustomerRows) -> (row: Int, number: Int)? {
        let index = max(customer.index(ofRow: row, in: unit), first)
        return index < end ? (customer.number(index, in: unit.order), index - first) : nil
    }
}
