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
    /// Start to conversion, in microseconds.
    private(set) var conversions: [Int64] = []
    /// For each depth below the last, when the attempt began, and when it came to its deepest step.
    private(set) var unfinished: [[Unfinished]]
    /// The amounts of the rows that filled the last step, in one currency.
    private(set) var amount: CustomerRows.Value?
    private(set) var hasTwoCurrencies = false

    struct Unfinished {
        let start: Int64
        let last: Int64
    }

    private let rules: FunnelRules

    init(_ rules: FunnelRules) {
        self.rules = rules
        let count = rules.steps.count
        reached = [Int](repeating: 0, count: count)
        byDepth = [Int](repeating: 0, count: count)
        times = [Sample](repeating: Sample(), count: count)
        unfinished = [[Unfinished]](repeating: [], count: count)
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
            unfinished[outcome.depth - 1].append(Unfinished(start: outcome.start, last: last))
        }
    }

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
            unfinished[step] += other.unfinished[step]
        }
        removed += other.removed
        conversions += other.conversions
        hasTwoCurrencies = hasTwoCurrencies || other.hasTwoCurrencies
        if let value = other.amount { add(value) }
    }
}

// Who may still convert when the data end.
extension FunnelTally {
    /// Whether a unit is undecided at `end`. Sessions are over.
    func isOpen(_ unit: Unfinished, _ end: Int64, isSession: Bool) -> Bool {
        guard !isSession else { return false }
        guard let window = rules.window else { return true }
        let since = rules.windowFrom == .first ? unit.start : unit.last
        let (deadline, isOver) = since.addingReportingOverflow(window)
        return isOver || deadline > end
    }

    /// Units of this depth (from 1) that are undecided at `end`.
    func stillOpen(depth: Int, at end: Int64, isSession: Bool) -> Int {
        unfinished[depth - 1].count { isOpen($0, end, isSession: isSession) }
    }

    /// The Kaplan–Meier rate of conversion; nil where nobody entered.
    func kaplanMeier(at end: Int64, isSession: Bool) -> Double? {
        var open: [Int64] = []
        var closed = 0
        for unit in unfinished.joined() {
            if isOpen(unit, end, isSession: isSession) {
                open.append(end - unit.start)
            } else {
                closed += 1
            }
        }
        return KaplanMeier.rate(conversions: conversions, open: open, closed: closed)
    }
}
