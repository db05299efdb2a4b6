import BasicContainers
import ByteIO
import Statistics

/// `transitions.csv` and `touchpoints.csv`.
extension Analysis {
    private static let transitionColumns: [StaticString] = [
        "scope", "from", "to", "count", "customers", "probability", "median_s", "p90_s", "p95_s",
    ]
    private static let touchpointColumns: [StaticString] = [
        "touchpoint", "stage", "events", "customers", "sessions", "entries", "exits", "exit_rate",
        "errors", "error_rate", "median_dwell_s", "p90_dwell_s", "median_duration_ms",
        "p95_duration_ms",
    ]

    /// By scope, then count falling, then the bytes of `from` and `to`.
    func transitionsTable() -> Table {
        Table(
            name: "transitions.csv", columns: Self.transitionColumns,
            rows: rows(of: transitions.session, .session)
                + rows(of: transitions.customer, .customer))
    }

    private func rows(
        of matrix: borrowing Transitions.Matrix, _ scope: Transitions.Scope
    ) -> [[Cell]] {
        var leaving: [Int32: Int] = [:]
        for index in matrix.cells.indices {
            leaving[matrix.cells[index].from, default: 0] += matrix.cells[index].count
        }
        let named = matrix.cells.indices.map { index in
            let cell = matrix.cells[index]
            return (from: name(cell.from), to: name(cell.to), cell: cell, index: index)
        }
        let sorted = named.sorted {
            if $0.cell.count != $1.cell.count { return $0.cell.count > $1.cell.count }
            if $0.from != $1.from { return $0.from.span.order($1.from.span) < 0 }
            return $0.to.span.order($1.to.span) < 0
        }
        return sorted.map { row in
            let times = matrix.times(ofCell: row.index).quantiles([0.5, 0.9, 0.95])
            return [
                .text(scope.rawValue), .text(row.from), .text(row.to), .count(row.cell.count),
                .count(row.cell.customers),
                .rate(ratio(row.cell.count, leaving[row.cell.from] ?? 0)), .seconds(times?[0]),
                .seconds(times?[1]), .seconds(times?[2]),
            ]
        }
    }

    /// Count falling, then bytes; touchpoints of the journey file that nobody met come last.
    func touchpointsTable() -> Table {
        Table(
            name: "touchpoints.csv", columns: Self.touchpointColumns, rows: touchpointRows())
    }

    private func touchpointRows() -> [[Cell]] {
        let all = (0..<classifier.table.touchpoints.count).map { number in
            (
                name: classifier.table.name(number),
                stage: number < facts.kinds.count ? facts.stage(ofTouchpoint: number) : nil,
                sums: touchpoints.all(of: number)
            )
        }
        let sorted = all.sorted {
            let (left, right) = ($0.sums.counts.events, $1.sums.counts.events)
            return left == right ? $0.name.span.order($1.name.span) < 0 : left > right
        }
        return sorted.map { name, stage, sums in
            let counts = sums.counts
            let dwell = sums.dwell.quantiles([0.5, 0.9])
            let duration = sums.duration.quantiles([0.5, 0.95])
            return [
                .text(name), stage.map { .text($0) } ?? .missing, .count(counts.events),
                .count(counts.customers), .count(counts.sessions), .count(counts.entries),
                .count(counts.exits), .rate(ratio(counts.exits, counts.events)),
                .count(counts.errors), .rate(ratio(counts.errors, counts.events)),
                .seconds(dwell?[0]), .seconds(dwell?[1]), .milliseconds(duration?[0]),
                .milliseconds(duration?[1]),
            ]
        }
    }
}
