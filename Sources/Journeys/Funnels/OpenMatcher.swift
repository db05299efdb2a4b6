/// The open funnel: who enters at a later step counts from there.
///
/// Expects one unit's rows in time order. A step is reached by the first row that matches it, whatever came before;
/// one row may reach several steps. Cost: rows times steps.
struct OpenMatcher {
    private let rules: FunnelRules
    /// What became of the rows of the last call.
    private(set) var outcome: Outcome

    init(rules: FunnelRules) {
        self.rules = rules
        outcome = Outcome(steps: rules.steps.count)
    }

    mutating func match(_ rows: [LabelledRow]) {
        outcome = Outcome(steps: rules.steps.count)
        for row in rows {
            var left = row.steps
            while left != 0 {
                let step = left.trailingZeroBitCount
                left &= left - 1
                guard outcome.times[step] == Outcome.never else { continue }
                if outcome.depth == 0 { outcome.entryStep = step }
                outcome.times[step] = row.time
                outcome.rows[step] = row.row
                outcome.depth = max(outcome.depth, step + 1)
            }
        }
        outcome.gaps = rules.steps.indices.map { $0 == 0 ? nil : gap(to: $0, in: rows) }
    }

    /// From the nearest row of the step before to the first row of `step` that follows one as the rules allow; nil
    /// where none does. Rows of one instant follow each other in either order, but none follows itself.
    private func gap(to step: Int, in rows: [LabelledRow]) -> Int64? {
        let (own, previous): (UInt64, UInt64) = (1 << UInt64(step), 1 << UInt64(step - 1))
        let least = rules.steps[step].after ?? 0
        let most = min(rules.steps[step].within ?? .max, rules.window ?? .max)
        // The last two rows of the step before that are old enough, and where the next ones are.
        var (last, lastButOne, next) = (-1, -1, 0)
        var found: (time: Int64, gap: Int64)?
        for (index, row) in rows.enumerated() where row.steps & own != 0 {
            if let found, row.time > found.time { break }
            while next < rows.count, row.time - rows[next].time >= least {
                if rows[next].steps & previous != 0 { (lastButOne, last) = (last, next) }
                next += 1
            }
            let before = last == index ? lastButOne : last
            guard before >= 0, row.time - rows[before].time <= most else { continue }
            let gap = row.time - rows[before].time
            found = (row.time, min(gap, found?.gap ?? .max))
        }
        return found?.gap
    }
}
