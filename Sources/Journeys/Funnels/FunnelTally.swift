import StageSupport
import BasicContainers
import Statistics
import Rows

/// The sums of one funnel, over all its units or those of one segment.
struct FunnelTally {
    /// The sums of one step.
    struct Step {
        /// Units whose chosen attempt has the step.
        fileprivate(set) var reached = 0
        /// Units that came no further; those of the last step converted.
        fileprivate(set) var ended = 0
        /// From the required step before, in microseconds, of the units that came from there: in an open funnel
        /// not all do.
        fileprivate(set) var times = Sample()
        /// Those that came no further, without the converted.
        fileprivate(set) var unfinished: UnfinishedUnits
        fileprivate let before: Int?
    }

    private(set) var steps: [Step]
    private(set) var entered = 0
    private(set) var removed = 0
    /// The units that converted; by duration after `finish`.
    private var converters: [Conversion] = []
    /// The amounts of the rows that filled the last step, less their refunds.
    private(set) var amount = MoneySum()

    init(_ rules: FunnelRules) {
        steps = rules.steps.indices.map {
            Step(unfinished: UnfinishedUnits(rules), before: rules.required(before: $0))
        }
    }

    /// By step, the units whose chosen attempt has it.
    var reached: [Int] { steps.map(\.reached) }
    var converted: Int { steps[steps.count - 1].reached }
    /// Start to conversion, in microseconds; rising after `finish`.
    var conversions: [Int64] { converters.map(\.duration) }

    /// Adds what became of a unit; `amount` is that of the row that filled the last step.
    mutating func add(_ outcome: Outcome, amount: MoneySum?) {
        guard outcome.depth > 0 else { return }
        guard !outcome.isRemoved else {
            removed += 1
            return
        }
        let deepest = outcome.depth - 1
        entered += 1
        // One look for other owners of the steps, and not one a sum.
        var steps = steps.mutableSpan
        for step in 0...deepest where outcome.times[step] != Outcome.never {
            steps[step].reached += 1
            guard let before = steps[step].before else { continue }
            if outcome.gaps.isEmpty {
                steps[step].times.add(outcome.times[step] - outcome.times[before])
            } else if let gap = outcome.gaps[step] {
                steps[step].times.add(gap)
            }
        }
        steps[deepest].ended += 1
        let last = outcome.times[deepest]
        if outcome.depth < steps.count {
            steps[deepest].unfinished.add(start: outcome.start, last: last)
        } else {
            converters.append(Conversion(start: outcome.start, duration: last - outcome.start))
            if let amount { self.amount.add(amount) }
        }
    }

    /// No more units come: times are put in rising order.
    mutating func finish() { converters.sort { $0.duration < $1.duration } }
}

// Segments put together.
extension FunnelTally {
    /// Adds the sums of another tally of the same funnel.
    mutating func add(_ other: FunnelTally) {
        entered += other.entered
        for step in steps.indices {
            steps[step].reached += other.steps[step].reached
            steps[step].ended += other.steps[step].ended
            steps[step].times.merge(other.steps[step].times)
            steps[step].unfinished.add(other.steps[step].unfinished)
        }
        removed += other.removed
        converters += other.converters
        amount.add(other.amount)
    }
}

// Who may still convert when the data end. What starts outside the data has a wrong clock: nobody knows how
// long it was observed.
extension FunnelTally {
    /// Units of this depth (from 1) that are undecided at the end of `span`. Sessions are over.
    func stillOpen(depth: Int, in span: LogSpan?, isSession: Bool) -> Int {
        isSession ? 0 : steps[depth - 1].unfinished.openCount(in: span)
    }

    /// The Kaplan–Meier rate of conversion of the units that start in `span`; nil where there are none.
    func kaplanMeier(in span: LogSpan?, isSession: Bool) -> Double? {
        guard let span else { return nil }
        let unfinished = steps.reduce(0) { $0 + $1.unfinished.count(in: span) }
        var open: [Int64] = []
        if !isSession {
            open.reserveCapacity(unfinished)
            for step in steps { step.unfinished.appendOpenAges(in: span, to: &open) }
        }
        let known = converters.filter { span.contains($0.start) }.map(\.duration)
        return KaplanMeier.rate(
            conversions: known, open: open, closed: unfinished - open.count)
    }
}

/// When a unit that converted began, and how long it took, in microseconds.
private struct Conversion {
    let start: Int64
    let duration: Int64
}

// What adds up.
extension FunnelTally: Mergeable {
    func write(to partial: inout PartialWriter) {
        partial.begin("tally")
        partial.append(entered)
        partial.append(removed)
        partial.append(amount)
        partial.append(
            pairs: (converters.map(\.start), converters.map(\.duration)))
        partial.end()
        for step in steps {
            partial.begin("step")
            partial.append(step.reached)
            partial.append(step.ended)
            partial.append(step.times)
            step.unfinished.append(to: &partial)
            partial.end()
        }
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        try partial.begin("tally")
        try partial.add(to: &entered)
        try partial.add(to: &removed)
        amount.add(try partial.moneySum())
        let (starts, durations) = try partial.pairs()
        converters += zip(starts, durations).map { Conversion(start: $0, duration: $1) }
        try partial.finishLine()
        for step in steps.indices {
            try partial.begin("step")
            try partial.add(to: &steps[step].reached)
            try partial.add(to: &steps[step].ended)
            steps[step].times.merge(try partial.sample())
            try steps[step].unfinished.add(&partial)
            try partial.finishLine()
        }
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

    mutating func add(_ other: UnfinishedUnits) {
        starts += other.starts
        lasts += other.lasts
    }

    /// With windows from the first step nobody asks when they came to their deepest.
    func append(to partial: inout PartialWriter) {
        if from == .previous {
            partial.append(pairs: (starts, lasts))
        } else {
            partial.append(unordered: starts)
        }
    }

    mutating func add(_ partial: inout PartialReader) throws(Failure) {
        guard from == .previous else { return starts += try partial.list() }
        let (more, deepest) = try partial.pairs()
        starts += more
        lasts += deepest
    }

    private func isOpen(_ index: Int, in span: LogSpan) -> Bool {
        guard span.contains(starts[index]) else { return false }
        guard let window else { return true }
        let since = from == .first ? starts[index] : lasts[index]
        let (deadline, isOver) = since.addingReportingOverflow(window)
        return isOver || deadline > span.last
    }

    /// How many start in `span`.
    func count(in span: LogSpan) -> Int { starts.count { span.contains($0) } }

    /// How many of these are undecided at its end.
    func openCount(in span: LogSpan?) -> Int {
        guard let span else { return 0 }
        return starts.indices.count { isOpen($0, in: span) }
    }

    /// Appends how long before the end those that are undecided began, in microseconds.
    func appendOpenAges(in span: LogSpan, to ages: inout [Int64]) {
        for index in starts.indices where isOpen(index, in: span) {
            ages.append(span.last - starts[index])
        }
    }
}

extension CustomerRows {
    /// The amount of the row that filled the last of `steps`, less its refunds; nil where none did.
    func amount(of outcome: Outcome, steps: Int) -> MoneySum? {
        guard outcome.depth == steps, !outcome.isRemoved else { return nil }
        let row = outcome.rows[steps - 1]
        var sum = MoneySum()
        if let value = value(ofRow: row) { sum.add(value) }
        for refund in refunds(ofConversion: row) {
            if let value = value(ofRow: refund) { sum.add(value) }
        }
        return sum
    }
}
