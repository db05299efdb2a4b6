import StatsFolder
import BasicContainers
import ByteIO
import Statistics

/// `transitions.csv` and `touchpoints.csv`.
extension Analysis {
    /// By scope, then count falling, then the bytes of `from` and `to`.
    func transitionsTable() -> Table {
        Table(shape: .transitions, rows: Transitions.Scope.allCases.flatMap { transitionRows($0) })
    }

    private func transitionRows(_ scope: Transitions.Scope) -> [[Cell]] {
        let found = transitions.cells.indices.compactMap { index in
            let (cell, counts) = (
                transitions.cells[index], transitions.counts(ofCell: index, scope)
            )
            return counts.count == 0
                ? nil
                : (
                    from: name(cell.from), to: name(cell.to), source: cell.from, target: cell.to,
                    counts: counts, index: index
                )
        }
        var leaving: [Int32: Int] = [:]
        for row in found { leaving[row.source, default: 0] += row.counts.count }
        let sorted = found.sorted {
            if $0.counts.count != $1.counts.count { return $0.counts.count > $1.counts.count }
            if $0.from != $1.from { return $0.from.span.order($1.from.span) < 0 }
            if $0.to != $1.to { return $0.to.span.order($1.to.span) < 0 }
            // A touchpoint may be called `(entry)`; it comes behind what is.
            return (min($0.source, 0), min($0.target, 0)) < (min($1.source, 0), min($1.target, 0))
        }
        return sorted.map { row in
            let times = transitions.times(ofCell: row.index, scope).quantiles([0.5, 0.9, 0.95])
            return [
                .text(scope.rawValue), .text(row.from), .text(row.to), .count(row.counts.count),
                .count(row.counts.customers),
                .rate(ratio(row.counts.count, leaving[row.source] ?? 0)), .seconds(times?[0]),
                .seconds(times?[1]), .seconds(times?[2]),
            ]
        }
    }

    /// Count falling, then bytes; touchpoints of the journey file that nobody met come last.
    func touchpointsTable() -> Table {
        Table(shape: .touchpoints, rows: touchpointRows())
    }

    /// What the journey file says; else pages are on the web, and the channels tell of the others.
    private func contact(ofTouchpoint number: Int) -> String {
        let name = classifier.table.name(number)
        let known = facts.known[name]
        if let contact = known?.contact { return contact }
        let isPage = known.map { $0.rules.contains(where: \.isPage) } ?? (name.first == 0x2F)
        return (isPage ? Contact.web : touchpoints.contact(of: number)).name
    }

    private func touchpointRows() -> [[Cell]] {
        // What is named by its rows alone, and has none in the part that is counted, is no touchpoint of it.
        let numbers = (0..<classifier.table.touchpoints.count).filter {
            !journey.touchpoints.isEmpty || touchpoints.all(of: $0).counts.events > 0
        }
        let all = numbers.map { number in
            (
                name: classifier.table.name(number),
                stage: facts.stage(ofTouchpoint: classifier.table.name(number)),
                contact: contact(ofTouchpoint: number),
                sums: touchpoints.all(of: number)
            )
        }
        let sorted = all.sorted {
            let (left, right) = ($0.sums.counts.events, $1.sums.counts.events)
            return left == right ? $0.name.span.order($1.name.span) < 0 : left > right
        }
        return sorted.map { name, stage, contact, sums in
            let counts = sums.counts
            let dwell = sums.dwell.quantiles([0.5, 0.9])
            let duration = sums.duration.quantiles([0.5, 0.95])
            return [
                .text(name), stage.map { .text($0) } ?? .missing, .text(contact),
                .count(counts.events),
                .count(counts.customers), .count(counts.sessions), .count(counts.entries),
                .count(counts.exits), .rate(ratio(counts.exits, counts.events)),
                .count(counts.errors), .rate(ratio(counts.errors, counts.events)),
                .seconds(dwell?[0]), .seconds(dwell?[1]), .milliseconds(duration?[0]),
                .milliseconds(duration?[1]),
            ]
        }
    }
}
