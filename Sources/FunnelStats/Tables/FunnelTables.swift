import Statistics
import Touchpoints

/// `funnel.csv` and `funnel_totals.csv`.
struct FunnelTables {
    private static let funnelColumns: [StaticString] = [
        "funnel", "breakdown", "segment", "step", "touchpoint", "reached", "rate_from_first",
        "rate_from_previous", "ci_low", "ci_high", "dropoff", "dropoff_rate", "still_open",
        "mean_s", "median_s", "p75_s", "p90_s", "p95_s",
    ]
    private static let totalsColumns: [StaticString] = [
        "funnel", "breakdown", "segment", "unit", "entered", "converted", "rate", "ci_low",
        "ci_high", "still_open", "removed", "km_rate", "median_s", "p90_s", "value", "currency",
    ]

    /// When the data end, in microseconds: units whose window ends later are still open.
    let dataEnd: Int64

    /// The funnels in their order, one row a step.
    func funnel(_ counters: [FunnelCounter]) -> Table {
        Table(
            name: "funnel.csv", columns: Self.funnelColumns,
            rows: counters.flatMap { counter in
                counter.funnel.steps.indices.map { step in
                    [.text(counter.funnel.name), .missing, .missing]
                        + cells(step, counter, counter.whole)
                }
            })
    }

    /// The funnels in their order, one row each.
    func totals(_ counters: [FunnelCounter]) -> Table {
        Table(
            name: "funnel_totals.csv", columns: Self.totalsColumns, rows: counters.map(totals))
    }

    private func cells(_ step: Int, _ counter: FunnelCounter, _ tally: FunnelTally) -> [Cell] {
        let funnel = counter.funnel
        let reached = tally.reached[step]
        let previous = funnel.rules.required(before: step).map { tally.reached[$0] }
        let isLast = step == funnel.steps.count - 1
        let interval = previous.flatMap {
            $0 > 0 ? Wilson(successes: reached, trials: $0) : nil
        }
        let times = tally.times[step].quantiles([0.5, 0.75, 0.9, 0.95])
        return [
            .count(step + 1), .text(funnel.steps[step].label), .count(reached),
            .rate(ratio(reached, tally.entered)), .rate(previous.flatMap { ratio(reached, $0) }),
            .rate(interval?.low), .rate(interval?.high),
            isLast ? .missing : .count(tally.byDepth[step]),
            isLast ? .missing : .rate(ratio(tally.byDepth[step], reached)),
            isLast
                ? .missing
                : .count(
                    tally.stillOpen(
                        depth: step + 1, at: dataEnd, isSession: funnel.unit == .session)),
            .seconds(tally.times[step].mean), .seconds(times?[0]), .seconds(times?[1]),
            .seconds(times?[2]), .seconds(times?[3]),
        ]
    }

    private func totals(of counter: FunnelCounter) -> [Cell] {
        let (funnel, tally) = (counter.funnel, counter.whole)
        let isSession = funnel.unit == .session
        let open = (1..<funnel.steps.count).reduce(0) {
            $0 + tally.stillOpen(depth: $1, at: dataEnd, isSession: isSession)
        }
        let interval =
            tally.entered > 0 ? Wilson(successes: tally.converted, trials: tally.entered) : nil
        let sorted = tally.conversions.sorted()
        let amount = tally.hasTwoCurrencies ? nil : tally.amount
        return [
            .text(funnel.name), .missing, .missing, .text(funnel.unit.rawValue),
            .count(tally.entered), .count(tally.converted),
            .rate(ratio(tally.converted, tally.entered)), .rate(interval?.low),
            .rate(interval?.high), .count(open), .count(tally.removed),
            .rate(tally.kaplanMeier(at: dataEnd, isSession: isSession)),
            .seconds(Quantile.of(sorted: sorted, at: 0.5)),
            .seconds(Quantile.of(sorted: sorted, at: 0.9)),
            amount.map { .id(Array($0.amount.text.utf8)) } ?? .missing,
            amount.map { .text($0.currency) } ?? .missing,
        ]
    }
}

/// A share; nil where there is nothing to take it of.
func ratio(_ part: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
}
