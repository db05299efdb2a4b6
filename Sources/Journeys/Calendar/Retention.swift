import BasicContainers
import ByteIO
import StageSupport
import Rows

/// Which customers come back in later periods, by the period in which they began.
///
/// Memory: a cell for each period between the first and the last start, and a count for each pair of a period and a
/// later one in which somebody came back.
struct Retention {
    struct Cell {
        /// The first day of the cohort's period, in days since 1970.
        let day: Int
        /// Periods after it.
        let period: Int
        /// Of the cohort.
        let customers: Int
        /// Those who came back in the period; all for period 0.
        let returned: Int
    }

    struct Cohort {
        var customers = 0
        var latestStart = Int64.min

        mutating func add(_ start: Int64) {
            customers += 1
            latestStart = max(latestStart, start)
        }
    }

    private let rules: RetentionRules
    private var clock: LocalClock
    /// By the number of their period.
    private var cohorts = NumberedCells(Cohort())
    /// From the number of a cohort to a later period.
    private var returns = PairCounts()
    /// The numbers of touchpoints that the rules name, once they are met.
    private var from: Int?
    private var returning: Int?
    /// Of the customer at hand.
    private var periods = RisingNumbers()
    /// Customers that never began.
    private(set) var outsiderCount = 0

    init(_ rules: RetentionRules, in zone: TimeZoneRules) {
        self.rules = rules
        clock = LocalClock(in: zone)
    }

    /// Learns the touchpoints that `table` has gained since the last call.
    mutating func learn(_ table: LabelTable) {
        from = from ?? rules.from.flatMap { table.touchpoints.known(Array($0.utf8).span) }
        returning =
            returning ?? rules.returning.flatMap { table.touchpoints.known(Array($0.utf8).span) }
    }

    /// Counts a customer; sessions come in the order of their starts.
    mutating func observe(
        _ customer: borrowing CustomerRows, _ facts: LabelFacts,
        _ sessions: borrowing CustomerSessions
    ) {
        guard let start = start(of: customer, facts) else { return outsiderCount += 1 }
        let cohort = number(at: start)
        cohorts[cohort].add(start)
        // The first session begins at or before the start.
        guard sessions.all.count > 1 || rules.returning != nil else { return }
        findReturns(customer, facts, sessions, start: start, cohort: cohort)
        for period in periods.all where period > 0 { returns.add(Int32(cohort), Int32(period)) }
    }

    private func start(of customer: borrowing CustomerRows, _ facts: LabelFacts) -> Int64? {
        guard rules.from != nil else {
            return customer.rows.isEmpty ? nil : customer.rows[0].time
        }
        guard let from else { return nil }
        for index in customer.rows.indices
        where facts.touchpoint(customer.rows[index]) == from { return customer.rows[index].time }
        return nil
    }

    private mutating func findReturns(
        _ customer: borrowing CustomerRows, _ facts: LabelFacts,
        _ sessions: borrowing CustomerSessions, start: Int64, cohort: Int
    ) {
        periods.removeAll()
        if rules.returning == nil {
            for index in 1..<sessions.all.count {
                insert(sessions.all[index].start, start: start, cohort: cohort)
            }
        } else if let returning {
            for index in customer.rows.indices
            where facts.touchpoint(customer.rows[index]) == returning {
                insert(customer.rows[index].time, start: start, cohort: cohort)
            }
        }
    }

    /// Notes the period of a return; one before the start has none.
    private mutating func insert(_ time: Int64, start: Int64, cohort: Int) {
        guard time >= start else { return }
        let period =
            switch rules.basis {
            case .calendar: number(at: time) - cohort
            case .rolling: Int((time - start) / rules.period.rollingLength)
            }
        periods.insert(period)
    }

    private mutating func number(at time: Int64) -> Int {
        rules.period.number(ofDay: clock.day(at: time))
    }
}

// The table.
extension Retention {
    /// The customers of all cohorts.
    var customerCount: Int { cohorts.numbers.reduce(0) { $0 + cohorts[$1].customers } }

    /// The periods of each cohort within `span` that are over at its end for all of its customers.
    func cells(in span: LogSpan?) -> [Cell] {
        guard let span else { return [] }
        var clock = clock
        let earliest = rules.period.number(ofDay: clock.day(at: span.first))
        let current = rules.period.number(ofDay: clock.day(at: span.last))
        var counts: [Int: [Int: Int]] = [:]
        for pair in returns.all { counts[Int(pair.from), default: [:]][Int(pair.to)] = pair.count }
        return cohorts.numbers.flatMap { number in
            let cohort = cohorts[number]
            guard cohort.customers > 0, number >= earliest else { return [Cell]() }
            let over =
                switch rules.basis {
                case .calendar: current - number
                case .rolling: Int((span.last - cohort.latestStart) / rules.period.rollingLength)
                }
            return (0..<max(over, 0)).map { period in
                Cell(
                    day: rules.period.firstDay(of: number), period: period,
                    customers: cohort.customers,
                    returned: period == 0 ? cohort.customers : counts[number]?[period] ?? 0)
            }
        }
    }
}

// What adds up.
extension Retention: Mergeable {
    func write(to partial: inout PartialWriter) {
        partial.begin("outsiders")
        partial.append(outsiderCount)
        partial.end()
        for number in cohorts.numbers where cohorts[number].customers > 0 {
            partial.begin("cohort")
            partial.append(number)
            partial.append(cohorts[number].customers)
            partial.append(cohorts[number].latestStart)
            partial.end()
        }
        returns.write("return", to: &partial)
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        try partial.begin("outsiders")
        try partial.add(to: &outsiderCount)
        try partial.finishLine()
        while partial.isNext("cohort") {
            let number = try partial.number(in: CalendarPeriod.numbers)
            try partial.add(to: &cohorts[number].customers)
            cohorts[number].latestStart = max(cohorts[number].latestStart, try partial.number())
            try partial.finishLine()
        }
        try returns.merge("return", of: &partial)
    }
}
