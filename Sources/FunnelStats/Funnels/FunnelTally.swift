import Statistics
import Touchpoints

/// The sums of one funnel, over all its units or those of one segment.
struct FunnelTally {
    /// Units whose chosen attempt has the step.
    private(set) var reached: [Int]
    /// Units by their depth, from 1; the last entry are those that converted.
    private(set) var byDepth: [Int]
    private(set) var removed = 0
    /// From the previous required step to each step, in microseconds.
    private(set) var times: [Sample]
    /// Start to conversion, in microseconds; rising after `finish`.
    private(set) var conversions: [Int64] = []
    /// For each depth, the units that came no further.
    private(set) var unfinished: [UnfinishedUnits]
    /// The amounts of the rows that filled the last step, in one currency.
    private(set) var amount: CustomerRows.Value?
    private(set) var hasTwoCurrencies = false

    private let rules: FunnelRules

    init(_ rules: FunnelRules) {
        self.rules = rules
        let count = rules.steps.count
        reached = [Int](repeating: 0, count: count)
        byDepth = [Int](repeating: 0, count: count)
        times = [Sample](repeating: Sample(), count: count)
        unfinished = [UnfinishedUnits](repeating: UnfinishedUnits(rules), count: count)
    }

    var entered: Int { reached[0] }
    var converted: Int { reached[reached.count - 1] }

    /// Adds what became of a unit; `value` is that of the row that filled the last step.
    mutating func add(_ outcome: Outcome, value: CustomerRows.Value?) {
        guard outcome.depth > 0 else { return }
        guard !outcome.isRemoved else {
            removed += 1
            return
        }
        byDepth[outcome.depth - 1] += 1
        for step in 0..<outcome.depth where outcome.times[step] != Outcome.never {
            reached[step] += 1
            if let before = rules.required(before: step) {
                times[step].add(outcome.times[step] - outcome.times[before])
            }
        }
        let last = outcome.times[outcome.depth - 1]
        if outcome.depth == reached.count {
            conversions.append(last - outcome.start)
            if let value { add(value) }
        } else {
            unfinished[outcome.depth - 1].add(start: outcome.start, last: last)
        }
    }

    /// No more units come: times are put in rising order.
    mutating func finish() { conversions.sort() }

    private mutating func add(_ value: CustomerRows.Value) {
        guard let sum = amount else {
            amount = value
            return
        }
        if !sum.currency.isEmpty, !value.currency.isEmpty, sum.currency != value.currency {
            hasTwoCurrencies = true
        }
        var total = sum.amount
        total.add(value.amount)
        amount = CustomerRows.Value(
            amount: total, currency: sum.currency.isEmpty ? value.currency : sum.currency)
    }
}

// Segments put together.
extension FunnelTally {
    /// Adds the sums of another tally of the same funnel.
    mutating func merge(_ other: FunnelTally) {
        for step in reached.indices {
            reached[step] += other.reached[step]
            byDepth[step] += other.byDepth[step]
            times[step].merge(other.times[step])
            unfinished[step].merge(other.unfinished[step])
        }
        removed += other.removed
        conversions += other.conversions
        hasTwoCurrencies = hasTwoCurrencies || other.hasTwoCurrencies
        if let value = other.amount { add(value) }
    }
}

// Who may still convert when the data end.
extension FunnelTally {
    /// Units of this depth (from 1) that are undecided at `end`. Sessions are over.
    func stillOpen(depth: Int, at end: Int64, isSession: Bool) -> Int {
        isSession ? 0 : unfinished[depth - 1].openCount(at: end)
    }

    /// The Kaplan–Meier rate of conversion; nil where nobody entered.
    func kaplanMeier(at end: Int64, isSession: Bool) -> Double? {
        let open = isSession ? [] : unfinished.flatMap { $0.openAges(at: end) }
        let closed = unfinished.reduce(0) { $0 + $1.count } - open.count
        return KaplanMeier.rate(conversions: conversions, open: open, closed: closed)
    }
}

/// Units that did not convert; some of them still may when the data end.
struct UnfinishedUnits {
    private let window: Int64?
    private let from: FunnelRules.Origin
    /// When the attempts began, and with windows from the step before when they came to their deepest.
    private var starts: [Int64] = []
    private var lasts: [Int64] = []

    init(_ rules: FunnelRules) {
        window = rules.window
        from = rules.windowFrom
    }

    var count: Int { starts.count }

    mutating func add(start: Int64, last: Int64) {
        starts.append(start)
        if from == .previous { lasts.append(last) }
    }

    mutating func merge(_ other: UnfinishedUnits) {
        starts += other.starts
        lasts += other.lasts
    }

    private func isOpen(_ place: Int, at end: Int64) -> Bool {
        guard let window else { return true }
        let since = from == .first ? starts[place] : lasts[place]
        let (deadline, isOver) = since.addingReportingOverflow(window)
        return isOver || deadline > end
    }

    /// How many are undecided at `end`.
    func openCount(at end: Int64) -> Int { starts.indices.count { isOpen($0, at: end) } }

    /// How long ago those undecided at `end` began, in microseconds.
    func openAges(at end: Int64) -> [Int64] {
        starts.indices.filter { isOpen($0, at: end) }.map { end - starts[$0] }
    }
}
