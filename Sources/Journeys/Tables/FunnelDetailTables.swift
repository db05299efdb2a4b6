import StatsFolder
import ByteIO
import Statistics
import Rows

/// The tables that look into the whole of each funnel: trend, times, next touchpoints, correlation.
extension Analysis {
    /// One row a period, from the first to the last entry within `span`.
    func trendTable(_ span: LogSpan?) -> Table {
        let rows = funnels.flatMap { counter in
            counter.trend.periods(in: span).map { start, cell -> [Cell] in
                let interval =
                    cell.entered > 0
                    ? Wilson(successes: cell.converted, trials: cell.entered) : nil
                let open =
                    counter.funnel.unit == .session ? 0 : cell.unfinished.openCount(in: span)
                guard !counter.funnel.rules.isSingleStep else {
                    return [
                        .text(counter.funnel.name), .id(Array(start.text.utf8)),
                        .count(cell.entered),
                    ] + [Cell](repeating: .missing, count: 5)
                }
                return [
                    .text(counter.funnel.name), .id(Array(start.text.utf8)), .count(cell.entered),
                    .count(cell.converted), .rate(ratio(cell.converted, cell.entered)),
                    .rate(interval?.low), .rate(interval?.high), .count(open),
                ]
            }
        }
        return Table(shape: .trend, rows: rows)
    }

    /// The time from start to conversion in bins.
    func timeToConvertTable() -> Table {
        let rows = funnels.filter { !$0.funnel.rules.isSingleStep }.flatMap { counter in
            Histogram(sorted: counter.whole.conversions).bins.map { bin -> [Cell] in
                [
                    .text(counter.funnel.name), .count(Int(bin.start)), .count(Int(bin.end)),
                    .count(bin.count),
                ]
            }
        }
        return Table(shape: .times, rows: rows)
    }

    /// Where those who left at a step went next: by step, then units falling, then bytes.
    func dropoffNextTable() -> Table {
        let rows = funnels.flatMap { counter in
            let named = counter.next.all.map {
                (step: Int($0.from), name: name($0.to), target: $0.to, count: $0.count)
            }
            let sorted = named.sorted {
                if $0.step != $1.step { return $0.step < $1.step }
                if $0.count != $1.count { return $0.count > $1.count }
                let order = $0.name.span.order($1.name.span)
                // A touchpoint may be called `(exit)`; it comes behind what is.
                return order == 0 ? $0.target < $1.target : order < 0
            }
            return sorted.map { step, name, _, count -> [Cell] in
                [
                    .text(counter.funnel.name), .count(step + 1),
                    .text(counter.funnel.label(ofStep: step)), .text(name), .count(count),
                    .rate(ratio(count, counter.whole.steps[step].ended)),
                ]
            }
        }
        return Table(shape: .next, rows: rows)
    }
}

// What goes with conversion.
extension Analysis {
    private struct Finding {
        let funnel: String
        let kind: String
        let name: [UInt8]
        let counts: Correlation.Counts
        let odds: OddsRatio
    }

    /// Touchpoints and properties of each funnel by units falling, then bytes; the q-values are over
    /// the whole table. A name needs units with it and without it, 2 % of the entrants or 25 of each.
    func correlationTable() -> Table {
        let findings = funnels.filter { !$0.funnel.rules.isSingleStep }.flatMap {
            self.findings($0)
        }
        let qValues = BenjaminiHochberg.qValues(findings.map(\.odds.pValue))
        let rows = zip(findings, qValues).map { finding, qValue -> [Cell] in
            [
                .text(finding.funnel), .text(finding.kind), .text(finding.name),
                .count(finding.counts.converted), .count(finding.counts.dropped),
                .number(finding.odds.ratio), .number(finding.odds.low), .number(finding.odds.high),
                .number(qValue),
            ]
        }
        return Table(shape: .correlation, rows: rows)
    }

    private func findings(_ counter: FunnelCounter) -> [Finding] {
        let correlation = counter.correlation
        // What few units have, or all but few, says nothing.
        let least = min(25, Double(correlation.units) * 0.02)
        var findings: [Finding] = []
        func add(_ kind: String, _ name: [UInt8], _ counts: Correlation.Counts) {
            let units = counts.converted + counts.dropped
            let rarer = min(units, correlation.units - units)
            guard rarer > 0, Double(rarer) >= least else { return }
            let odds = OddsRatio(
                successes: counts.converted, failures: counts.dropped,
                successTotal: correlation.converted, failureTotal: correlation.dropped)
            findings.append(
                Finding(
                    funnel: counter.funnel.name, kind: kind, name: name, counts: counts, odds: odds)
            )
        }
        for (touchpoint, counts) in correlation.touchpoints.enumerated() {
            add("touchpoint", name(Int32(touchpoint)), counts)
        }
        for (property, column) in FunnelCounter.correlated.enumerated() {
            let index = segments.fields.firstIndex(of: .column(column)) ?? 0
            for (value, counts) in correlation.values(ofProperty: property) {
                let text = segments.text(value, ofField: index)
                add("property", Array("\(column.name)=".utf8) + text, counts)
            }
        }
        return findings.sorted {
            let left = $0.counts.converted + $0.counts.dropped
            let right = $1.counts.converted + $1.counts.dropped
            if left != right { return left > right }
            if $0.kind != $1.kind { return $0.kind > $1.kind }
            return $0.name.span.order($1.name.span) < 0
        }
    }
}
