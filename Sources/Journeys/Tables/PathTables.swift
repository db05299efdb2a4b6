import ByteIO
import Statistics

/// `transitions.csv` and `touchpoints.csv`.
package struct PathTables {
    private static let transitionColumns: [StaticString] = [
        "scope", "from", "to", "count", "customers", "probability", "median_s", "p90_s", "p95_s",
    ]
    private static let touchpointColumns: [StaticString] = [
        "touchpoint", "stage", "events", "customers", "sessions", "entries", "exits", "exit_rate",
        "errors", "error_rate", "median_dwell_s", "p90_dwell_s", "median_duration_ms",
        "p95_duration_ms",
    ]

    let analysis: Analysis

    package init(analysis: Analysis) {
        self.analysis = analysis
    }

    /// By scope, then count falling, then the bytes of `from` and `to`.
    package func transitions() -> Table {
        Table(
            name: "transitions.csv", columns: Self.transitionColumns,
            rows: rows(of: analysis.transitions.session, .session)
                + rows(of: analysis.transitions.customer, .customer))
    }

    private func rows(of matrix: Transitions.Matrix, _ scope: Transitions.Scope) -> [[Cell]] {
        var leaving: [Int32: Int] = [:]
        for (pair, cell) in zip(matrix.table.pairs, matrix.cells) {
            leaving[pair.from, default: 0] += cell.count
        }
        let named = zip(matrix.table.pairs, matrix.cells).map { pair, cell in
            (from: analysis.name(pair.from), to: analysis.name(pair.to), pair: pair, cell: cell)
        }
        let sorted = named.sorted {
            if $0.cell.count != $1.cell.count { return $0.cell.count > $1.cell.count }
            if $0.from != $1.from { return $0.from.span.order($1.from.span) < 0 }
            return $0.to.span.order($1.to.span) < 0
        }
        return sorted.map { row in
            let times = row.cell.times.quantiles([0.5, 0.9, 0.95])
            return [
                .text(scope.rawValue), .text(row.from), .text(row.to), .count(row.cell.count),
                .count(row.cell.customers),
                .rate(ratio(row.cell.count, leaving[row.pair.from] ?? 0)), .seconds(times?[0]),
                .seconds(times?[1]), .seconds(times?[2]),
            ]
        }
    }

    /// Count falling, then bytes; touchpoints of the journey file that nobody met come last.
    package func touchpoints() -> Table {
        Table(
            name: "touchpoints.csv", columns: Self.touchpointColumns, rows: touchpointRows())
    }

    private func touchpointRows() -> [[Cell]] {
        let facts = analysis.facts
        let known = analysis.touchpoints.counts
        let all = (0..<analysis.classifier.table.touchpoints.count).map { place in
            (
                name: analysis.classifier.table.name(place),
                stage: place < facts.kinds.count ? facts.stage(ofTouchpoint: place) : nil,
                counts: place < known.count ? known[place] : TouchpointCounts.Counts()
            )
        }
        let sorted = all.sorted {
            $0.counts.events == $1.counts.events
                ? $0.name.span.order($1.name.span) < 0 : $0.counts.events > $1.counts.events
        }
        return sorted.map { name, stage, counts in
            let dwell = counts.dwell.quantiles([0.5, 0.9])
            let duration = counts.duration.quantiles([0.5, 0.95])
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
