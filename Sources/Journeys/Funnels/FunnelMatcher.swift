/// Finds what became of one unit by the rules of its funnel.
struct FunnelMatcher {
    // All are kept, of which two idle: an enum of them would be copied at every use.
    private var ordered: OrderedMatcher
    private var unordered: UnorderedMatcher
    private var open: OpenMatcher
    private let isUnordered: Bool
    private let isOpen: Bool
    let rules: FunnelRules
    /// The labels of the rows that can begin an attempt.
    let entrySteps: UInt64

    init(_ rules: FunnelRules) {
        self.rules = rules
        ordered = OrderedMatcher(rules: rules)
        unordered = UnorderedMatcher(rules: rules)
        open = OpenMatcher(rules: rules)
        isUnordered = rules.order == .unordered
        isOpen = rules.entry == .any
        entrySteps = isUnordered || isOpen ? .max : 1
    }

    /// What became of the rows of the last call.
    var outcome: Outcome {
        isOpen ? open.outcome : isUnordered ? unordered.outcome : ordered.outcome
    }

    /// Asked for alone: a whole outcome is copied.
    private var depth: Int {
        isOpen
            ? open.outcome.depth : isUnordered ? unordered.outcome.depth : ordered.outcome.depth
    }

    /// Finds the next outcome that entered in the unit's rows from `first` on, and the rows it was found
    /// in: one for the unit, or with entry `every` one for each attempt; nil where none is left.
    mutating func next(of rows: [LabelledRow], from first: Int) -> Range<Int>? {
        switch rules.entry {
        case .best:
            guard first == 0 else { return nil }
            findBest(of: rows[...], starts: Int64.min..<Int64.max)
            return depth > 0 ? rows.indices : nil
        case .first:
            guard first == 0, let range = attempt(rows, from: 0) else { return nil }
            return depth > 0 ? range : nil
        case .any:
            guard first == 0 else { return nil }
            open.match(rows)
            return depth > 0 ? rows.indices : nil
        case .every:
            var first = first
            while let range = attempt(rows, from: first) {
                if depth > 0 { return range }
                first = range.upperBound
            }
            return nil
        }
    }

    /// Finds the unit's best outcome whose attempt begins within `starts`.
    mutating func findBest(of rows: ArraySlice<LabelledRow>, starts: Range<Int64>) {
        if isUnordered {
            unordered.match(rows, starts: starts)
        } else {
            ordered.match(rows, starts: starts)
        }
    }

    /// Finds the first attempt from `first` on; its rows, nil where none can begin.
    private mutating func attempt(_ rows: [LabelledRow], from first: Int) -> Range<Int>? {
        guard let start = rows[first...].firstIndex(where: { $0.steps & entrySteps != 0 }) else {
            return nil
        }
        let count =
            isUnordered ? unordered.attempt(rows[start...]) : ordered.attempt(rows[start...])
        return start..<start + max(count, 1)
    }
}
