import StatsFolder
import BasicContainers
import Statistics
import Rows

/// `hours.csv`, `activity.csv` and `retention.csv`, by the local calendar.
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

    /// Days, then weeks, then months, from the first row to the last within `span`.
    func activityTable(_ span: LogSpan?) -> Table {
        let rows = activity.rows(in: span).map { row in
            let value = row.deeds.credit.value
            return [
                .text(row.period.rawValue), .id(Array(row.start.text.utf8)),
                .count(row.customers.count), .count(row.customers.new),
                .count(row.customers.returning), .count(row.customers.resurrected),
                .count(row.deeds.sessions), .count(row.deeds.events),
                .count(row.deeds.credit.conversions), value.map { .id($0.amount) } ?? .missing,
                value.map { .text($0.currency) } ?? .missing,
            ] as [Cell]
        }
        return Table(shape: .activity, rows: rows)
    }

    /// By cohort, then period: the periods within `span` that are over at its end.
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
