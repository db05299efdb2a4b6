import StatsFolder
import ByteIO
import Statistics
package import Rows

/// `funnel.csv` and `funnel_totals.csv`: the whole of each funnel, then its segments.
package struct FunnelTables {
    /// One funnel over all its units, or over those of one segment.
    private struct Part {
        let funnel: Funnel
        let breakdown: Cell
        let segment: Cell
        let tally: FunnelTally
    }

    let segments: SegmentTable
    /// When the data begin and end: units whose window ends later are still open, and those that start
    /// outside have a wrong clock.
    let span: LogSpan?

    package init(segments: SegmentTable, span: LogSpan?) {
        self.segments = segments
        self.span = span
    }

    /// The funnels in their order, one row a step.
    package func funnel(_ counters: [FunnelCounter]) -> Table {
        let rows = counters.flatMap(parts).flatMap { part in
            part.funnel.steps.indices.map { step in
                [.text(part.funnel.name), part.breakdown, part.segment]
                    + cells(step, part.funnel, part.tally)
            }
        }
        return Table(shape: .funnel, rows: rows)
    }

    /// The funnels in their order, one row each.
    package func totals(_ counters: [FunnelCounter]) -> Table {
        Table(shape: .totals, rows: counters.flatMap(parts).map(totals))
    }

    private func parts(_ counter: FunnelCounter) -> [Part] {
        let whole = Part(
            funnel: counter.funnel, breakdown: .missing, segment: .missing, tally: counter.whole)
        return [whole]
            + counter.breakdowns.flatMap { breakdown in
                pooled(breakdown, limit: counter.funnel.breakdownLimit).map {
                    Part(
                        funnel: counter.funnel, breakdown: .text(breakdown.field.name),
                        segment: .text($0.name), tally: $0.tally)
                }
            }
    }

    /// The segments with most entrants, ties by bytes, and the rest of them as `(other)`.
    func pooled(_ breakdown: Breakdown, limit: Int) -> [(name: [UInt8], tally: FunnelTally)] {
        let sorted = breakdown.tallies
            .map { (name: segments.text($0.value, ofField: breakdown.index), tally: $0.tally) }
            .sorted {
                $0.tally.entered == $1.tally.entered
                    ? $0.name.span.order($1.name.span) < 0 : $0.tally.entered > $1.tally.entered
            }
        guard sorted.count > limit, var other = sorted.dropFirst(limit).first?.tally else {
            return sorted
        }
        for rest in sorted.dropFirst(limit + 1) { other.add(rest.tally) }
        other.finish()
        return sorted.prefix(limit) + [(Array("(other)".utf8), other)]
    }

    private func cells(_ step: Int, _ funnel: Funnel, _ tally: FunnelTally) -> [Cell] {
        let reached = tally.steps[step].reached
        let previous = funnel.rules.required(before: step).map { tally.steps[$0].reached }
        let isLast = step == funnel.steps.count - 1
        let followed = tally.steps[step].times.count
        let interval = previous.flatMap {
            $0 > 0 ? Wilson(successes: followed, trials: $0) : nil
        }
        let times = tally.steps[step].times.quantiles([0.5, 0.75, 0.9, 0.95])
        return [
            .count(step + 1), .text(funnel.label(ofStep: step)), .count(reached),
            .rate(funnel.rules.isSingleStep ? nil : ratio(reached, tally.entered)),
            .rate(previous.flatMap { ratio(followed, $0) }),
            .rate(interval?.low), .rate(interval?.high),
            isLast ? .missing : .count(tally.steps[step].ended),
            isLast ? .missing : .rate(ratio(tally.steps[step].ended, reached)),
            isLast
                ? .missing
                : .count(
                    tally.stillOpen(
                        depth: step + 1, in: span, isSession: funnel.unit == .session)),
            .seconds(tally.steps[step].times.mean), .seconds(times?[0]), .seconds(times?[1]),
            .seconds(times?[2]), .seconds(times?[3]),
        ]
    }

    private func totals(_ part: Part) -> [Cell] {
        let (funnel, tally) = (part.funnel, part.tally)
        guard !funnel.rules.isSingleStep else { return single(part) }
        let isSession = funnel.unit == .session
        let open = (1..<funnel.steps.count).reduce(0) {
            $0 + tally.stillOpen(depth: $1, in: span, isSession: isSession)
        }
        let interval =
            tally.entered > 0 ? Wilson(successes: tally.converted, trials: tally.entered) : nil
        let times = tally.conversions
        let amount = tally.amount.total
        return [
            .text(funnel.name), part.breakdown, part.segment, .text(funnel.unit.rawValue),
            .count(tally.entered), .count(tally.converted),
            .rate(ratio(tally.converted, tally.entered)), .rate(interval?.low),
            .rate(interval?.high), .count(open), .count(tally.removed),
            .rate(tally.kaplanMeier(in: span, isSession: isSession)),
            .seconds(Quantile.of(sorted: times, at: 0.5)),
            .seconds(Quantile.of(sorted: times, at: 0.9)),
            amount.map { .id(Array($0.amount.text.utf8)) } ?? .missing,
            amount.map { .text($0.currency) } ?? .missing,
        ]
    }
}

// A funnel of one step has nobody who goes on.
extension FunnelTables {
    private func single(_ part: Part) -> [Cell] {
        let entered: [Cell] = [
            .text(part.funnel.name), part.breakdown, part.segment,
            .text(part.funnel.unit.rawValue), .count(part.tally.entered),
        ]
        let removed = Cell.count(part.tally.removed)
        return entered + [Cell](repeating: .missing, count: 5) + [removed]
            + [Cell](repeating: .missing, count: 5)
    }
}

/// A share; nil where there is nothing to take it of.
func ratio(_ part: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
}
