import BasicContainers
import StageSupport
import Rows

/// Which customers come back in later weeks, by the week in which they first came.
///
/// Weeks begin on Monday, in local time. A week is known by its number: that of 1970-01-05 is 0.
/// Memory: a count for each pair of weeks.
struct Retention {
    package struct Cell {
        /// The Monday of the cohort's week, in days since 1970.
        let day: Int
        /// Weeks after it.
        let period: Int
        /// Of the cohort.
        let customers: Int
        /// Those with a session that starts in the period.
        let returned: Int
    }

    private var clock: LocalClock
    private var firstWeek = Int.max
    /// By cohort from `firstWeek` on, then by period; period 0 holds the cohort.
    private var cohorts: [[Int]] = []
    private var weeks: [Int] = []

    init(in zone: TimeZoneRules) { clock = LocalClock(in: zone) }

    /// Counts the customer's sessions, in the order of their starts.
    mutating func observe(_ sessions: borrowing CustomerSessions) {
        guard !sessions.all.isEmpty else { return }
        let cohort = Self.week(sessions.all[0].start, &clock)
        guard sessions.all.count > 1 else { return add(cohort, 0) }
        weeks.removeAll(keepingCapacity: true)
        var last = cohort
        weeks.append(cohort)
        for index in 1..<sessions.all.count {
            let week = Self.week(sessions.all[index].start, &clock)
            if week != last { weeks.append(week) }
            last = week
        }
        for week in weeks { add(cohort, week - cohort) }
    }

    private mutating func add(_ cohort: Int, _ period: Int) {
        if cohorts.isEmpty { firstWeek = cohort }
        if cohort < firstWeek {
            // As many more as there are: customers may come from the latest week to the first.
            let more = max(firstWeek - cohort, cohorts.count)
            cohorts.insert(contentsOf: repeatElement([], count: more), at: 0)
            firstWeek -= more
        }
        let index = cohort - firstWeek
        while cohorts.count <= index { cohorts.append([]) }
        while cohorts[index].count <= period { cohorts[index].append(0) }
        cohorts[index][period] += 1
    }

    private static func week(_ time: Int64, _ clock: inout LocalClock) -> Int {
        let day = clock.day(at: time) - 4
        return day >= 0 ? day / 7 : (day - 6) / 7
    }

    /// The customers of all cohorts.
    var customerCount: Int { cohorts.reduce(0) { $0 + ($1.first ?? 0) } }

    /// The weeks of each cohort within `span` that are over at its end.
    func cells(in span: LogSpan?) -> [Cell] {
        guard let span else { return [] }
        var clock = clock
        let earliest = Self.week(span.first, &clock)
        let current = Self.week(span.last, &clock)
        return cohorts.enumerated().flatMap { index, counts in
            let cohort = firstWeek + index
            guard let customers = counts.first, customers > 0, cohort >= earliest,
                cohort < current
            else {
                return [Cell]()
            }
            return (0..<current - cohort).map { period in
                Cell(
                    day: cohort * 7 + 4, period: period, customers: customers,
                    returned: period < counts.count ? counts[period] : 0)
            }
        }
    }
}
