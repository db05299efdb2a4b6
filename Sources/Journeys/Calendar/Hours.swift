import BasicContainers
import StageSupport

/// When customers come: rows, sessions and conversions by weekday and hour of the local clock.
struct Hours: ~Copyable {
    struct Cell: BitwiseCopyable {
        var events = 0
        var sessions = 0
        var conversions = 0
    }

    /// 7 days from Monday on, of 24 hours each.
    private(set) var cells = UniqueArray<Cell>(repeating: Cell(), count: 7 * 24)
    private var clock: LocalClock
    /// The cell found last, and the moments that belong to it: rows are near each other.
    private var latest = 0
    private var holds: Range<Int64> = 0..<0

    init(in zone: TimeZoneRules) { clock = LocalClock(in: zone) }

    mutating func observe(
        _ customer: borrowing CustomerRows, _ facts: LabelFacts,
        _ sessions: borrowing CustomerSessions
    ) {
        for index in customer.rows.indices {
            let row = customer.rows[index]
            let cell = cell(at: row.time)
            cells[cell].events += 1
            if facts.isConversion(row) { cells[cell].conversions += 1 }
        }
        for index in sessions.all.indices {
            cells[cell(at: sessions.all[index].start)].sessions += 1
        }
    }

    /// Where a moment, in microseconds, belongs in `cells`.
    private mutating func cell(at time: Int64) -> Int {
        if !holds.contains(time) { findCell(at: time) }
        return latest
    }

    private mutating func findCell(at time: Int64) {
        let (hours, span) = clock.hour(at: time)
        // Hour 0 of 1970 was on a Thursday, three days after a Monday.
        let hour = (hours + 3 * 24) % (7 * 24)
        latest = hour < 0 ? hour + 7 * 24 : hour
        holds = span
    }
}

// What adds up.
extension Hours: Mergeable {
    func write(to partial: inout PartialWriter) {
        for hour in cells.indices { partial.line("hour", cells[hour]) }
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        for hour in cells.indices { try partial.addLine("hour", to: &cells[hour]) }
    }
}

extension Hours.Cell: SummedCounts {
    mutating func forEachSum<Problem>(
        _ use: (inout Int) throws(Problem) -> Void
    ) throws(Problem) {
        try use(&events)
        try use(&sessions)
        try use(&conversions)
    }
}
