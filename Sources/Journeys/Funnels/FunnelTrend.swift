import StageSupport
import Rows

/// A funnel by the day, week or month of entry, in local time.
///
/// A unit counts in every period in which it could begin, with only that period's rows admitted as
/// starts, so periods do not add up to the total.
struct FunnelTrend {
    package struct Cell {
        private(set) var entered = 0
        private(set) var converted = 0
        private(set) var unfinished: UnfinishedUnits

        init(_ rules: FunnelRules) { unfinished = UnfinishedUnits(rules) }

        fileprivate mutating func add(_ outcome: Outcome, steps: Int) {
            entered += 1
            if outcome.depth == steps {
                converted += 1
            } else {
                unfinished.add(start: outcome.start, last: outcome.times[outcome.depth - 1])
            }
        }
    }

    private let period: Funnel.Period
    private var clock: LocalClock
    /// By the local day on which the period starts, from `firstDay` on, in days since 1970.
    private var cells: [Cell] = []
    private var firstDay = 0

    private let empty: Cell

    init(_ funnel: Funnel, in zone: TimeZoneRules) {
        period = funnel.trend
        empty = Cell(funnel.rules)
        clock = LocalClock(in: zone)
    }

    /// The day on which the period of a moment starts.
    mutating func start(of time: Int64) -> Int { start(ofDay: clock.day(at: time)) }

    private func start(ofDay day: Int) -> Int {
        switch period {
        case .day: return day
        // 1970-01-01 was a Thursday, three days after a Monday.
        case .week: return day - ((day + 3) % 7 + 7) % 7
        case .month:
            let date = CivilDate(daysSince1970: day)
            return CivilDate(year: date.year, month: date.month, day: 1)?.daysSince1970 ?? day
        }
    }

    /// Adds what became of a unit that could begin in the period.
    mutating func add(_ outcome: Outcome, steps: Int, start: Int) {
        guard outcome.depth > 0, !outcome.isRemoved else { return }
        cells[index(ofDay: start)].add(outcome, steps: steps)
    }

    private mutating func index(ofDay day: Int) -> Int {
        if cells.isEmpty { firstDay = day }
        if day < firstDay {
            cells.insert(contentsOf: repeatElement(empty, count: firstDay - day), at: 0)
            firstDay = day
        }
        while cells.count <= day - firstDay { cells.append(empty) }
        return day - firstDay
    }

    /// Every period from the first to the last entry, empty ones too.
    var periods: [(start: CivilDate, cell: Cell)] {
        var periods: [(CivilDate, Cell)] = []
        var day = firstDay
        while day < firstDay + cells.count {
            periods.append((CivilDate(daysSince1970: day), cells[day - firstDay]))
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
