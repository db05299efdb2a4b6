import StageSupport

/// A funnel by the values of one column or property.
struct Breakdown {
    let field: RowRule.Field
    /// The field's index in the segment table.
    let index: Int
    /// The values so far, and the sums of each.
    private(set) var tallies: [(value: Int32, tally: FunnelTally)] = []
    /// The index of each value in `tallies`, -1 for none; the first is that of a missing value.
    private var slots: [Int32] = []
    private let attribution: Funnel.Attribution
    private let rules: FunnelRules

    init(
        _ field: RowRule.Field, index: Int, attribution: Funnel.Attribution, rules: FunnelRules
    ) {
        self.field = field
        self.index = index
        self.attribution = attribution
        self.rules = rules
    }

    /// Adds the outcome of a unit to its one segment, where there is one: the first or last value over
    /// those of its rows that match any step, used or not.
    mutating func add(
        _ outcome: Outcome, amount: MoneySum?, _ rows: ArraySlice<LabelledRow>,
        _ customer: borrowing CustomerRows, _ segments: inout SegmentTable
    ) {
        var value = SegmentTable.none
        switch attribution {
        case .first:
            for row in rows where row.steps != 0 {
                value = segments.value(index, ofRow: row.row, customer)
                if value != SegmentTable.none { break }
            }
        case .last:
            for row in rows.reversed() where row.steps != 0 {
                value = segments.value(index, ofRow: row.row, customer)
                if value != SegmentTable.none { break }
            }
        case .all, .step: return
        }
        tallies[slot(of: value)].tally.add(outcome, amount: amount)
    }

    /// No more units come.
    mutating func finish() {
        for slot in tallies.indices { tallies[slot].tally.finish() }
    }

    /// Runs the funnel again for each value of the unit's rows, where a unit may have several.
    mutating func run(
        _ matcher: inout FunnelMatcher, _ rows: [LabelledRow], _ customer: borrowing CustomerRows,
        _ segments: inout SegmentTable
    ) {
        switch attribution {
        case .first, .last: return
        case .all:
            // Sorted once: each row may have a value of its own.
            var own: [Int32: [LabelledRow]] = [:]
            for row in rows {
                own[segments.value(index, ofRow: row.row, customer), default: []].append(row)
            }
            for (value, rows) in own where rows.contains(where: { $0.steps != 0 }) {
                each(&matcher, rows) { add($0, to: value, customer) }
            }
        case .step(let step):
            let bit: UInt64 = 1 << UInt64(step)
            for value in values(rows, ofStep: bit, customer, &segments) {
                let own = rows.map { row in
                    var row = row
                    if segments.value(index, ofRow: row.row, customer) != value {
                        row.steps &= ~bit
                    }
                    return row
                }
                each(&matcher, own) {
                    if $0.times[step] != Outcome.never { add($0, to: value, customer) }
                }
            }
        }
    }

    private func each(
        _ matcher: inout FunnelMatcher, _ rows: [LabelledRow], use: (Outcome) -> Void
    ) {
        var next = 0
        while let range = matcher.next(of: rows, from: next) {
            next = range.upperBound
            use(matcher.outcome)
        }
    }

    /// The different values of the rows that match a step.
    private func values(
        _ rows: [LabelledRow], ofStep step: UInt64, _ customer: borrowing CustomerRows,
        _ segments: inout SegmentTable
    ) -> Set<Int32> {
        var values: Set<Int32> = []
        for row in rows where row.steps & step != 0 {
            values.insert(segments.value(index, ofRow: row.row, customer))
        }
        return values
    }

    private mutating func add(
        _ outcome: Outcome, to value: Int32, _ customer: borrowing CustomerRows
    ) {
        let amount = customer.amount(of: outcome, steps: rules.steps.count)
        tallies[slot(of: value)].tally.add(outcome, amount: amount)
    }

    private mutating func slot(of value: Int32) -> Int {
        let number = Int(value - SegmentTable.none)
        while slots.count <= number { slots.append(-1) }
        if slots[number] < 0 {
            slots[number] = Int32(tallies.count)
            tallies.append((value, FunnelTally(rules)))
        }
        return Int(slots[number])
    }
}

// What adds up.
extension Breakdown: Mergeable {
    func write(to partial: inout PartialWriter) {
        partial.begin("breakdown")
        partial.end()
        let order = partial.order(tallies.indices) {
            (partial.values[index].rank(tallies[$0].value), 0)
        }
        for slot in order {
            partial.begin("segment")
            partial.append(value: tallies[slot].value, ofField: index)
            partial.end()
            tallies[slot].tally.write(to: &partial)
        }
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        try partial.begin("breakdown")
        try partial.finishLine()
        while partial.isNext("segment") {
            let slot = slot(of: try partial.value(ofField: index))
            try partial.finishLine()
            try tallies[slot].tally.merge(&partial)
        }
    }
}
