/// Finds what became of one unit by the rules of its funnel.
struct FunnelMatcher {
    // Both are kept, of which one idles: an enum of the two would be copied at every use.
    private var ordered: OrderedMatcher
    private var unordered: UnorderedMatcher
    private let isUnordered: Bool
    private let entry: FunnelRules.Entry
    /// The labels of the rows that can begin an attempt.
    let entrySteps: UInt64

    init(_ rules: FunnelRules) {
        entry = rules.entry
        ordered = OrderedMatcher(rules: rules)
        unordered = UnorderedMatcher(rules: rules)
        isUnordered = rules.order == .unordered
        entrySteps = isUnordered ? .max : 1
    }

    /// Calls `use` with each outcome that entered, and the rows it was found in: one for the unit, or
    /// with entry `every` one for each attempt.
    mutating func outcomes(
        of rows: [LabelledRow], use: (Outcome, Range<Int>) throws -> Void
    ) rethrows {
        guard entry != .best else {
            let outcome = best(of: rows, starts: Int64.min..<Int64.max)
            if outcome.depth > 0 { try use(outcome, rows.indices) }
            return
        }
        var next = 0
        while let start = rows[next...].firstIndex(where: { $0.steps & entrySteps != 0 }) {
            let (outcome, count) = attempt(rows[start...])
            next = start + max(count, 1)
            if outcome.depth > 0 { try use(outcome, start..<next) }
            if entry == .first { return }
        }
    }

    /// The unit's best outcome whose attempt begins within `starts`.
    mutating func best(of rows: [LabelledRow], starts: Range<Int64>) -> Outcome {
        if isUnordered {
            unordered.match(rows[...], starts: starts)
            return unordered.outcome
        }
        ordered.match(rows[...], starts: starts)
        return ordered.outcome
    }

    private mutating func attempt(_ rows: ArraySlice<LabelledRow>) -> (Outcome, Int) {
        if isUnordered {
            let count = unordered.attempt(rows)
            return (unordered.outcome, count)
        }
        let count = ordered.attempt(rows)
        return (ordered.outcome, count)
    }

    /// Stands in where a matcher is moved out for a while.
    static let idle = FunnelMatcher(FunnelRules(steps: []))
}
