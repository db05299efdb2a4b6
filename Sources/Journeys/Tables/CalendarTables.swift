import Statistics
import Rows

/// `hours.csv` and `retention.csv`, by the local calendar.
package struct CalendarTables {
    private static let hourColumns: [StaticString] = [
        "weekday", "hour", "events", "sessions", "conversions",
    ]
    private static let retentionColumns: [StaticString] = [
        "cohort", "period", "customers", "returned", "rate", "ci_low", "ci_high",
    ]

    let analysis: Analysis
    /// When the data end, in microseconds: only weeks that are over are told.
    let dataEnd: Int64

    package init(analysis: Analysis, dataEnd: Int64) {
        self.analysis = analysis
        self.dataEnd = dataEnd
    }

    /// The 168 hours of a week from Monday on.
    package func hours() -> Table {
        let rows = analysis.hours.cells.enumerated().map { place, cell in
            [
                .count(place / 24 + 1), .count(place % 24), .count(cell.events),
                .count(cell.sessions), .count(cell.conversions),
            ] as [Cell]
        }
        return Table(name: "hours.csv", columns: Self.hourColumns, rows: rows)
    }

    /// By cohort, then period.
    package func retention() -> Table {
        let rows = analysis.retention.cells(until: dataEnd).map { cell in
            let interval = Wilson(successes: cell.returned, trials: cell.customers)
            return [
                .id(Array(CivilDate(daysSince1970: cell.day).text.utf8)), .count(cell.period),
                .count(cell.customers), .count(cell.returned),
                .rate(ratio(cell.returned, cell.customers)), .rate(interval.low),
                .rate(interval.high),
            ] as [Cell]
        }
        return Table(name: "retention.csv", columns: Self.retentionColumns, rows: rows)
    }
}
