import StageSupport
import Rows

/// A funnel by the day, week or month of entry, in local time.
///
/// A unit counts in every period in which it could begin, with only that period's rows admitted as
/// starts, so periods do not add up to the total.
struct FunnelTrend {
    package struct Cell: Sendable {
        fileprivate(set) var entered = 0
        fileprivate(set) var converted = 0
        fileprivate(set) var unfinished: UnfinishedUnits

        init(_ rules: FunnelRules) { unfinished = UnfinishedUnits(rules) }

        fileprivate mutating func add(_ outcome: Outcome, steps: Int) {
            let isConverted = outcome.depth == steps
            let last = isConverted ? outcome.start : outcome.times[outcome.depth - 1]
            add(isConverted: isConverted, start: outcome.start, last: last)
        }

        fileprivate mutating func add(isConverted: Bool, start: Int64, last: Int64) {
            entered += 1
            if isConverted { converted += 1 } else { unfinished.add(start: start, last: last) }
        }
    }

    private let period: CalendarPeriod
    private var clock: LocalClock
    /// By the local day on which the period starts, in days since 1970.
    private var cells: NumberedCells<Cell>

    /// Of the unit at hand; kept to be filled again.
    var attempts: [PeriodAttempts] = []

    init(_ funnel: Funnel, in zone: TimeZoneRules) {
        period = funnel.trend
        cells = NumberedCells(Cell(funnel.rules))
        clock = LocalClock(in: zone)
    }

    /// The day on which the period of a moment starts.
    mutating func start(of time: Int64) -> Int { start(ofDay: clock.day(at: time)) }

    private func start(ofDay day: Int) -> Int { period.firstDay(of: period.number(ofDay: day)) }

    /// Adds what became of a unit that could begin in the period.
    mutating func add(_ outcome: Outcome, steps: Int, start: Int) {
        guard outcome.depth > 0, !outcome.isRemoved else { return }
        cells[start].add(outcome, steps: steps)
    }

    /// Adds a unit whose attempts of a period begin at `time` and never end.
    mutating func add(isConverted: Bool, from time: Int64, start: Int) {
        cells[start].add(isConverted: isConverted, start: time, last: time)
    }

    /// Every period from the first to the last entry within `span`, empty ones too.
    func periods(in span: LogSpan?) -> [(start: CivilDate, cell: Cell)] {
        var clock = clock
        guard let span else { return [] }
        let (first, last) = (
            start(ofDay: clock.day(at: span.first)), start(ofDay: clock.day(at: span.last))
        )
        let entered = cells.numbers.filter { first...last ~= $0 && cells[$0].entered > 0 }
        guard var day = entered.first, let end = entered.last else { return [] }
        var periods: [(CivilDate, Cell)] = []
        while day <= end {
            periods.append((CivilDate(daysSince1970: day), cells[day]))
            switch period {
            case .day: day += 1
            case .week: day += 7
            // A first of the month and 31 days lie in the next month, whatever its length.
            case .month: day = start(ofDay: day + 31)
            }
        }
        return periods
    }
}

// What adds up.
extension FunnelTrend: Mergeable {
    func write(to partial: inout PartialWriter) {
        for day in cells.numbers where cells[day].entered > 0 {
            partial.begin("period")
            partial.append(day)
            partial.append(cells[day].entered)
            partial.append(cells[day].converted)
            cells[day].unfinished.append(to: &partial)
            partial.end()
        }
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        while partial.isNext("period") {
            let day = try partial.number(in: CalendarPeriod.numbers)
            try partial.add(to: &cells[day].entered)
            try partial.add(to: &cells[day].converted)
            try cells[day].unfinished.add(&partial)
            try partial.finishLine()
        }
    }
}
