/// The attempts of one unit that begin in one period.
struct PeriodAttempts {
    /// The day on which it starts.
    let period: Int
    /// The rows that such attempts can use.
    var rows: Range<Int>
    /// When they may begin.
    let starts: Range<Int64>
}

extension FunnelTrend {
    /// Counts a unit in every period in which it could begin; `matcher` is that of the funnel.
    ///
    /// Returns how many rows the matcher was given. Without a window they grow with the rows and the
    /// logarithm of the periods, with one with the rows that lie within it of any row. Where an endless
    /// attempt depends on gaps or exclusions, each period is given all later rows.
    @discardableResult
    mutating func addPeriods(of rows: [LabelledRow], _ matcher: inout FunnelMatcher) -> Int {
        // Moved out and back: cells are added to while it is walked.
        var periods: [PeriodAttempts] = []
        swap(&periods, &attempts)
        defer { swap(&periods, &attempts) }
        find(&periods, in: rows, matcher.entrySteps, reach: matcher.rules.reach)
        guard matcher.rules.earlierStartsReachMore else {
            for period in periods {
                matcher.findBest(of: rows[period.rows], starts: period.starts)
                add(matcher.outcome, steps: matcher.rules.steps.count, start: period.period)
            }
            return periods.reduce(0) { $0 + $1.rows.count }
        }
        // Whoever converts from a period on converts from every earlier one on too.
        var (first, end, given) = (0, periods.count, 0)
        while first < end {
            let middle = (first + end) / 2
            matcher.findBest(of: rows[periods[middle].rows], starts: periods[middle].starts)
            given += periods[middle].rows.count
            if matcher.outcome.depth == matcher.rules.steps.count {
                first = middle + 1
            } else {
                end = middle
            }
        }
        for (index, period) in periods.enumerated() {
            add(isConverted: index < first, from: period.starts.lowerBound, start: period.period)
        }
        return given
    }

    /// By period, rising; attempts begin at rows of any of `entrySteps`.
    private mutating func find(
        _ found: inout [PeriodAttempts], in rows: [LabelledRow], _ entrySteps: UInt64,
        reach: Int64?
    ) {
        found.removeAll(keepingCapacity: true)
        var (next, end) = (0, 0)
        while let begin = rows[next...].firstIndex(where: { $0.steps & entrySteps != 0 }) {
            let period = start(of: rows[begin].time)
            var last = begin
            next = begin + 1
            while next < rows.count {
                if rows[next].steps & entrySteps != 0 {
                    guard start(of: rows[next].time) == period else { break }
                    last = next
                }
                next += 1
            }
            // Rows before the first start are nothing to its attempts, but those of its instant are.
            var first = begin
            while first > 0, rows[first - 1].time == rows[begin].time { first -= 1 }
            let (limit, isOver) = rows[last].time.addingReportingOverflow(reach ?? .max)
            if isOver { end = rows.count }
            while end < rows.count, rows[end].time <= limit { end += 1 }
            found.append(
                PeriodAttempts(
                    period: period, rows: first..<end,
                    starts: rows[begin].time..<rows[last].time + 1))
        }
    }
}

extension FunnelRules {
    /// The longest time from an attempt's first row to its last, in microseconds; nil where it has no end.
    fileprivate var reach: Int64? {
        guard let window else { return nil }
        guard windowFrom == .previous else { return window }
        // In a funnel of any order every row is one that the next is counted from.
        guard order != .unordered else { return nil }
        let (reach, isOver) = window.multipliedReportingOverflow(by: Int64(steps.count))
        return isOver ? nil : reach
    }

    /// Whether an attempt with all rows from a moment on can do whatever one with fewer of them can: it
    /// never ends, and nothing but the order of rows counts.
    fileprivate var earlierStartsReachMore: Bool {
        window == nil && order != .strict && exclusions.isEmpty
            && steps.allSatisfy { $0.within == nil && $0.after == nil }
    }
}
