import StageSupport

/// When customers come: rows, sessions and conversions by weekday and hour of the local clock.
struct Hours {
    package struct Cell: Equatable {
        var events = 0
        var sessions = 0
        var conversions = 0
    }

    /// 7 days from Monday on, of 24 hours each.
    private(set) var cells = [Cell](repeating: Cell(), count: 7 * 24)
    private var clock: LocalClock

    init(in zone: TimeZoneRules) { clock = LocalClock(in: zone) }

    mutating func see(
        _ customer: borrowing CustomerRows, _ facts: LabelFacts, _ sessions: CustomerSessions
    ) {
        for row in customer.rows {
            let place = place(row.time)
            cells[place].events += 1
            if facts.isConversion(row) { cells[place].conversions += 1 }
        }
        for session in sessions.all { cells[place(session.start)].sessions += 1 }
    }

    /// Where a moment, in microseconds, belongs in `cells`.
    private mutating func place(_ time: Int64) -> Int {
        let hours = clock.reading(at: time).flooredQuotient(by: 3_600_000_000)
        // Hour 0 of 1970 was on a Thursday, three days after a Monday.
        let hour = (hours + 3 * 24) % (7 * 24)
        return Int(hour < 0 ? hour + 7 * 24 : hour)
    }
}
