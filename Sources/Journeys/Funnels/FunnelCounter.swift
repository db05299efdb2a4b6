import BasicContainers
import ByteIO
import StageSupport
import Rows

/// Counts one funnel over customers that come one after another.
package struct FunnelCounter {
    /// The columns that `correlation.csv` looks at in the entry row.
    static let correlated: [EventColumn] = [.device, .channel, .country, .site]

    let funnel: Funnel
    var whole: FunnelTally
    /// One for each name in `breakdown`.
    var breakdowns: [Breakdown]
    var trend: FunnelTrend
    /// The touchpoint after the deepest step of those who did not convert; -2 for none.
    var next = PairCounts()
    var correlation = Correlation(properties: correlated.count)
    /// Who met which signal on the way; nil for a funnel of any order.
    var landmark: Landmark?
    /// Rows that have not the unit that the funnel counts, as a row without visitor, or one of a step without what
    /// the funnel holds.
    var rowsWithoutUnit = 0

    var labels: FunnelLabels
    private var matcher: FunnelMatcher
    var held: HeldGroups
    var loose = LooseExclusions()
    private var rows: [LabelledRow] = []
    private let firstTimeSteps: UInt64
    let correlatedIndices: [Int]
    private let listsMembers: Bool

    /// `inline` numbers the inline rules of all funnels; `segments` holds the funnel's breakdowns and
    /// the correlated columns. What rows have to keep beside that is added to `columns`.
    init(
        _ funnel: Funnel, inline: [Funnel.Matcher: Int], segments: SegmentTable,
        keeping columns: inout [EventColumn], zone: TimeZoneRules, landmark: Landmark? = nil,
        listsMembers: Bool = false
    ) {
        held = HeldGroups(funnel.hold, keeping: &columns)
        self.funnel = funnel
        self.listsMembers = listsMembers
        self.landmark = landmark
        whole = FunnelTally(funnel.rules)
        labels = FunnelLabels(funnel, inline: inline)
        matcher = FunnelMatcher(funnel.rules)
        trend = FunnelTrend(funnel, in: zone)
        func index(_ field: RowRule.Field) -> Int { segments.fields.firstIndex(of: field) ?? 0 }
        breakdowns = funnel.breakdown.map {
            Breakdown(
                $0, index: index($0), attribution: funnel.attribution, rules: funnel.rules)
        }
        correlatedIndices = Self.correlated.map { index(.column($0)) }
        firstTimeSteps = funnel.rules.steps.enumerated().reduce(0) {
            $1.element.isFirstTime ? $0 | 1 << UInt64($1.offset) : $0
        }
    }

    /// Learns the labels that `table` has gained since the last call.
    mutating func learn(_ table: LabelTable) { labels.learn(table) }

    /// The steps that no row of these labels matched, by their number from 0; `isMet` says of each label
    /// whether a row has it.
    func unmatchedSteps(_ isMet: (Int) -> Bool) -> [Int] { labels.unmatchedSteps(isMet) }

    /// Whether a customer with a row of this label has to be looked at: it may begin an attempt, or lack the
    /// unit.
    func isConcerned(by label: Int) -> Bool {
        labels.steps[label] & matcher.entrySteps != 0 || funnel.unit == .visitor
            || labels.steps[label] != 0 && !held.isEmpty
    }

    /// No more customers come.
    mutating func finish() {
        whole.finish()
        for index in breakdowns.indices { breakdowns[index].finish() }
    }
}

// One unit.
extension FunnelCounter {
    mutating func count(
        _ unit: CustomerRows.Unit, _ customer: borrowing CustomerRows, _ facts: LabelFacts,
        _ segments: inout SegmentTable, _ firings: Firings?,
        member: (Outcome, CustomerRows.Value?) throws -> Void
    ) rethrows {
        guard label(unit, customer, facts) else { return }
        // Who enters in one period alone has the same outcome there.
        let period = funnel.rules.entry == .best ? onlyPeriod() : nil
        var isRemoved = false
        var stake = ValueAtStake()
        var next = 0
        while let range = matcher.next(of: rows, from: next) {
            next = range.upperBound
            let outcome = matcher.outcome
            isRemoved = outcome.isRemoved
            let amount = customer.amount(of: outcome, steps: funnel.steps.count)
            whole.add(outcome, amount: amount)
            for index in breakdowns.indices {
                breakdowns[index].add(outcome, amount: amount, rows[range], customer, &segments)
            }
            if let period {
                trend.add(outcome, steps: funnel.steps.count, start: period)
            } else if funnel.rules.entry != .best {
                trend.add(
                    outcome, steps: funnel.steps.count, start: trend.start(of: outcome.start))
            }
            guard !outcome.isRemoved else { continue }
            follow(outcome, unit, customer, facts)
            correlate(outcome, unit, customer, facts, &segments)
            if let firings {
                let next = nextAttempt(from: range.upperBound)
                landmark?.observe(
                    outcome, rows, from: range.lowerBound, unit, end: next, customer, firings)
            }
            if listsMembers {
                try member(outcome, stake.value(upTo: outcome, of: unit, customer))
            }
        }
        for index in breakdowns.indices {
            breakdowns[index].run(&matcher, rows, customer, &segments)
        }
        // Who leaves the funnel leaves every period of it.
        if funnel.rules.entry == .best, period == nil, !isRemoved {
            trend.addPeriods(of: rows, &matcher)
        }
    }

    /// Lists the unit's rows as the funnel sees them; false where none can begin an attempt.
    private mutating func label(
        _ unit: CustomerRows.Unit, _ customer: borrowing CustomerRows, _ facts: LabelFacts
    ) -> Bool {
        rows.removeAll(keepingCapacity: true)
        var earlier: UInt64 = 0
        var canBegin = false
        let keepsAll = funnel.rules.order == .strict
        for index in unit.range {
            let number = customer.number(index, in: unit.order)
            let row = customer.rows[number]
            var steps = labels.steps[Int(row.label)]
            let exclusions = labels.exclusions[Int(row.label)]
            guard steps | exclusions != 0 || (keepsAll && !facts.label(row).isAutomatic) else {
                continue
            }
            let matched = steps
            steps &= ~(earlier & firstTimeSteps)
            earlier |= matched
            canBegin = canBegin || steps & matcher.entrySteps != 0
            rows.append(
                LabelledRow(time: row.time, steps: steps, exclusions: exclusions, row: number))
        }
        if canBegin { loose.join(&rows) }
        return canBegin
    }

    /// The row at which the next attempt begins, where each is counted.
    private func nextAttempt(from first: Int) -> Int? {
        guard funnel.rules.entry == .every else { return nil }
        return rows[first...].first { $0.steps & matcher.entrySteps != 0 }?.row
    }

    /// The period of all rows that can begin an attempt; nil where there are several.
    private mutating func onlyPeriod() -> Int? {
        guard let first = rows.first(where: { $0.steps & matcher.entrySteps != 0 }),
            let last = rows.last(where: { $0.steps & matcher.entrySteps != 0 })
        else { return nil }
        let period = trend.start(of: first.time)
        return first.time == last.time || trend.start(of: last.time) == period ? period : nil
    }

    /// Where a unit that did not convert went after its deepest step.
    private mutating func follow(
        _ outcome: Outcome, _ unit: CustomerRows.Unit, _ customer: borrowing CustomerRows,
        _ facts: LabelFacts
    ) {
        guard outcome.depth < funnel.steps.count else { return }
        let last = outcome.rows[outcome.depth - 1]
        var index = customer.index(ofRow: last + 1, in: unit)
        var following = Transitions.exit
        while index < unit.range.upperBound {
            let label = facts.label(customer.rows[customer.number(index, in: unit.order)])
            index += 1
            guard !label.isAutomatic else { continue }
            following = label.touchpoint
            break
        }
        next.add(Int32(outcome.depth - 1), following)
    }

    private mutating func correlate(
        _ outcome: Outcome, _ unit: CustomerRows.Unit, _ customer: borrowing CustomerRows,
        _ facts: LabelFacts, _ segments: inout SegmentTable
    ) {
        let isConverted = outcome.depth == funnel.steps.count
        correlation.begin(isConverted: isConverted)
        for (property, index) in correlatedIndices.enumerated() {
            let value = segments.value(index, ofRow: outcome.entryRow, customer)
            correlation.enter(property, value, isConverted: isConverted)
        }
        let (deadline, isOver) = outcome.start.addingReportingOverflow(
            funnel.rules.window ?? .max)
        let end =
            isConverted ? outcome.times[outcome.depth - 1] : isOver ? Int64.max : deadline
        // Most rows are of a few touchpoints, and most of these come again and again.
        var touchpoints: UInt64 = 0
        let first = customer.index(ofRow: outcome.entryRow + 1, in: unit)
        for index in first..<unit.range.upperBound {
            let row = customer.rows[customer.number(index, in: unit.order)]
            guard row.time < end else { break }
            guard row.time > outcome.start, labels.steps[Int(row.label)] == 0 else { continue }
            let label = facts.label(row)
            guard !label.isAutomatic else { continue }
            let touchpoint = Int(label.touchpoint)
            if touchpoint < 64 {
                touchpoints |= 1 << UInt64(touchpoint)
            } else {
                correlation.count(touchpoint, isConverted: isConverted)
            }
        }
        correlation.count(first64: touchpoints, isConverted: isConverted)
    }
}
