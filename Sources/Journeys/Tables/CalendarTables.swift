import StatsFolder
import BasicContainers
import Statistics
import Rows

/// `hours.csv` and `retention.csv`, by the local calendar.
extension Analysis {
    /// The 168 hours of a week from Monday on.
    func hoursTable() -> Table {
        let rows = hours.cells.indices.map { hour in
            let cell = hours.cells[hour]
            return [
                .count(hour / 24 + 1), .count(hour % 24), .count(cell.events),
                .count(cell.sessions), .count(cell.conversions),
            ] as [Cell]
        }
        return Table(shape: .hours, rows: rows)
    }

    /// By cohort, then period: the weeks within `span` that are over at its end.
    func retentionTable(_ span: LogSpan?) -> Table {
        let rows = retention.cells(in: span).map { cell in
            let interval = Wilson(successes: cell.returned, trials: cell.customers)
            return [
                .id(Array(CivilDate(daysSince1970: cell.day).text.utf8)), .count(cell.period),
                .count(cell.customers), .count(cell.returned),
                .rate(ratio(cell.returned, cell.customers)), .rate(interval.low),
                .rate(interval.high),
            ] as [Cell]
        }
        return Table(shape: .retention, rows: rows)
    }
}
