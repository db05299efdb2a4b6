/// Finds what became of one unit by the rules of its funnel.
struct FunnelMatcher {
    private enum Kind {
        case ordered(OrderedMatcher)
        case unordered(UnorderedMatcher)
    }

    private var kind: Kind
    private let entry: FunnelRules.Entry
    /// The labels of the rows that can begin an attempt.
    let entrySteps: UInt64

    init(_ rules: FunnelRules) {
        entry = rules.entry
        if rules.order == .unordered {
            kind = .unordered(UnorderedMatcher(rules: rules))
            entrySteps = .max
        } else {
            kind = .ordered(OrderedMatcher(rules: rules))
            entrySteps = 1
        }
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
        switch kind {
        case .ordered(var matcher):
            // Moved out and back, so that its tables are never copied.
            kind = Self.idle.kind
            defer { kind = .ordered(matcher) }
            matcher.match(rows[...], starts: starts)
            return matcher.outcome
        case .unordered(var matcher):
            kind = Self.idle.kind
            defer { kind = .unordered(matcher) }
            matcher.match(rows[...], starts: starts)
            return matcher.outcome
        }
    }

    private mutating func attempt(_ rows: ArraySlice<LabelledRow>) -> (Outcome, Int) {
        switch kind {
        case .ordered(var matcher):
            kind = Self.idle.kind
            defer { kind = .ordered(matcher) }
            let count = matcher.attempt(rows)
            return (matcher.outcome, count)
        case .unordered(var matcher):
            kind = Self.idle.kind
            defer { kind = .unordered(matcher) }
            let count = matcher.attempt(rows)
            return (matcher.outcome, count)
        }
    }

    /// Stands in where a matcher is moved out for a while.
    static let idle: FunnelMatcher = {
        var rules = FunnelRules(steps: [])
        rules.order = .unordered
        return FunnelMatcher(rules)
    }()
}
