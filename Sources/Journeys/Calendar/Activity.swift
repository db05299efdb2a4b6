import BasicContainers
import StageSupport
import Rows

/// Who comes in each day, week and month of the local calendar, and what they do there.
///
/// Expects customers one after another, each with its rows in time order. Memory: a cell for each period between the
/// first and the last row.
struct Activity {
    /// Customers with a row in a period, each of one kind.
    struct Customers {
        /// With no row before.
        var new = 0
        /// With a row in the period before.
        var returning = 0
        /// With a row in an earlier one, and none in the period before.
        var resurrected = 0

        var count: Int { new + returning + resurrected }
    }

    /// What customers do in a period.
    struct Deeds {
        var events = 0
        /// Sessions that start in it.
        var sessions = 0
        /// Conversions and their value, less the refunds of that time.
        var credit = Credit()

        mutating func add(_ other: Deeds) {
            events += other.events
            sessions += other.sessions
            credit.add(other.credit)
        }
    }

    /// What is counted of a day.
    struct Day {
        var deeds = Deeds()
        /// Customers of this day alone: new in it, in its week and in its month.
        var visitors = 0

        /// Whether there is anything to tell: a refund may stand on a day without a session that starts.
        var isMet: Bool { deeds.events > 0 || deeds.sessions > 0 || deeds.credit != Credit() }

        /// Counts a customer of one day.
        mutating func addVisitor(rows: Int, sessions: Int) {
            deeds.events += rows
            deeds.sessions += sessions
            visitors += 1
        }
    }

    struct Row {
        let period: CalendarPeriod
        /// Of the first day.
        let start: CivilDate
        let customers: Customers
        let deeds: Deeds
    }

    private var clock: LocalClock
    private var days = NumberedCells(Day())
    /// Customers of several days by period, in the order of `periods`.
    private var customers = CalendarPeriod.allCases.map { _ in NumberedCells(Customers()) }
    /// Those of the customer at hand.
    private var ownDays = RisingNumbers()
    /// Kept, since what an enumeration lists is made anew whenever it is asked for.
    private let periods = CalendarPeriod.allCases

    init(in zone: TimeZoneRules) { clock = LocalClock(in: zone) }

    /// Counts a customer; most are there on one day.
    mutating func observe(
        _ customer: borrowing CustomerRows, _ facts: LabelFacts,
        _ sessions: borrowing CustomerSessions
    ) {
        let count = customer.rows.count
        guard count > 0 else { return }
        let (day, span) = clock.dayAndSpan(at: customer.rows[0].time)
        if customer.rows[count - 1].time < span.upperBound {
            days[day].addVisitor(rows: count, sessions: sessions.all.count)
        } else {
            countRows(customer)
            for index in sessions.all.indices {
                days[clock.day(at: sessions.all[index].start)].deeds.sessions += 1
            }
            countCustomer()
        }
        for index in sessions.all.indices where sessions.all[index].hasConversion {
            countConversions(of: sessions.all[index], customer, facts)
        }
        for refund in customer.refunds {
            guard let value = customer.value(ofRow: refund.row) else { continue }
            let day = clock.day(at: customer.rows[refund.row].time)
            days[day].deeds.credit.addAmount(Credit.one, of: value)
        }
    }

    private mutating func countRows(_ customer: borrowing CustomerRows) {
        ownDays.removeAll()
        let rows = customer.rows.indices
        var next = rows.lowerBound
        while next < rows.upperBound {
            let (day, span) = clock.dayAndSpan(at: customer.rows[next].time)
            let (first, end) = (next, span.upperBound)
            next = (next..<rows.upperBound).partitioningIndex { customer.rows[$0].time >= end }
            days[day].deeds.events += next - first
            ownDays.insert(day)
        }
    }

    private mutating func countConversions(
        of session: CustomerSessions.Session, _ customer: borrowing CustomerRows,
        _ facts: LabelFacts
    ) {
        let unit = customer.unit(ofSession: session.number)
        for index in unit.range {
            let row = customer.number(index, in: unit.order)
            guard facts.isConversion(customer.rows[row]) else { continue }
            days[clock.day(at: customer.rows[row].time)].deeds.credit.add(
                Credit.one, of: customer.value(ofRow: row))
        }
    }

    private mutating func countCustomer() {
        for index in customers.indices {
            var before: Int?
            for day in ownDays.all {
                let number = periods[index].number(ofDay: day)
                if number == before { continue }
                if let before {
                    if number == before + 1 {
                        customers[index][number].returning += 1
                    } else {
                        customers[index][number].resurrected += 1
                    }
                } else {
                    customers[index][number].new += 1
                }
                before = number
            }
        }
    }
}

// The table.
extension Activity {
    /// Every period from the first row to the last within `span`, empty ones too, days first; nil for all time.
    func rows(in span: LogSpan? = nil) -> [Row] {
        let within = span.map { daysOfClock(in: $0) }
        return periods.enumerated().flatMap { index, period in
            var deeds = NumberedCells(Deeds())
            var people = customers[index]
            for day in days.numbers {
                let number = period.number(ofDay: day)
                deeds[number].add(days[day].deeds)
                people[number].new += days[day].visitors
            }
            let limits = within.map {
                period.number(ofDay: $0.lowerBound)...period.number(ofDay: $0.upperBound)
            }
            let numbers = deeds.numbers.filter {
                deeds[$0].events > 0 && limits?.contains($0) ?? true
            }
            guard let first = numbers.first, let last = numbers.last else { return [Row]() }
            return (first...last).map { number in
                Row(
                    period: period, start: CivilDate(daysSince1970: period.firstDay(of: number)),
                    customers: people[number], deeds: deeds[number])
            }
        }
    }

    /// The days from the beginning of `span` to its end: what lies outside are rows of wrong clocks, which are
    /// weeks away.
    private func daysOfClock(in span: LogSpan) -> ClosedRange<Int> {
        var clock = clock
        // A clock that is put back over midnight, as it was a minute behind it, shows the day before once more.
        let quarter: Int64 = 900_000_000
        let first = min(clock.day(at: span.first), clock.day(at: span.first + quarter))
        let last = max(clock.day(at: span.last), clock.day(at: span.last - quarter))
        return first...max(first, last)
    }
}

// What adds up.
extension Activity: Mergeable {
    func write(to partial: inout PartialWriter) {
        for day in days.numbers where days[day].isMet {
            partial.begin("day")
            partial.append(day)
            partial.append(days[day])
            partial.append(days[day].deeds.credit)
            partial.end()
        }
        for (index, cells) in customers.enumerated() {
            for number in cells.numbers where cells[number].count > 0 {
                partial.begin("comers")
                partial.append(index)
                partial.append(number)
                partial.append(cells[number])
                partial.end()
            }
        }
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        while partial.isNext("day") {
            let day = try partial.number(in: CalendarPeriod.numbers)
            try partial.add(to: &days[day])
            days[day].deeds.credit.add(try partial.credit())
            try partial.finishLine()
        }
        while partial.isNext("comers") {
            let index = try partial.number(in: customers.indices)
            let number = try partial.number(in: CalendarPeriod.numbers)
            try partial.add(to: &customers[index][number])
            try partial.finishLine()
        }
    }
}

extension Activity.Customers: SummedCounts {
    mutating func forEachSum<Problem>(
        _ use: (inout Int) throws(Problem) -> Void
    ) throws(Problem) {
        try use(&new)
        try use(&returning)
        try use(&resurrected)
    }
}

extension Activity.Day: SummedCounts {
    mutating func forEachSum<Problem>(
        _ use: (inout Int) throws(Problem) -> Void
    ) throws(Problem) {
        try use(&deeds.events)
        try use(&deeds.sessions)
        try use(&visitors)
    }
}
