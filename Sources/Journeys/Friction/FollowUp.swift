/// The rows of a unit from the one at which it reached a step on: row 0 is that one.
struct FollowUp {
    private let unit: ArraySlice<Int>
    private let first: Int
    private let end: Int

    /// The rows of `unit` (rising numbers of its customer's rows) from `from` on, those before `to`
    /// and not later than the window after `from`, in microseconds.
    init(
        _ unit: ArraySlice<Int>, from: Int, to: Int?, window: Int64?,
        _ customer: borrowing CustomerRows
    ) {
        self.unit = unit
        let first = Self.place(of: from, in: unit)
        var end = to.map { Self.place(of: $0, in: unit) } ?? unit.endIndex
        let (limit, isOver) = customer.rows[from].time.addingReportingOverflow(window ?? .max)
        if !isOver, end > first + 1, customer.rows[unit[end - 1]].time > limit {
            end = unit[first + 1..<end].firstPlace { customer.rows[$0].time > limit }
        }
        // Rows of one instant may lie in another order than the steps that they fill.
        self.first = first
        self.end = max(end, first + 1)
    }

    /// How many rows follow the first.
    var count: Int { end - first - 1 }
    /// The numbers of the first and last row in the customer.
    var from: Int { unit[first] }
    var last: Int { unit[end - 1] }

    /// The place of a row counted from the first; nil where the unit does not have it.
    func place(ofRow row: Int) -> Int? {
        let place = Self.place(of: row, in: unit)
        return place < end && place >= first && unit[place] == row ? place - first : nil
    }

    /// The place of the row, or of the first later one.
    private static func place(of row: Int, in unit: ArraySlice<Int>) -> Int {
        guard let lowest = unit.first, let highest = unit.last else { return unit.startIndex }
        // The rows of a whole customer have no gaps.
        if highest - lowest == unit.count - 1 {
            return unit.startIndex + min(max(row - lowest, 0), unit.count)
        }
        return unit.firstPlace { $0 >= row }
    }
}
