import StatsFolder
import BasicContainers
import ByteIO
import Statistics
import Rows

/// `friction.csv` and `friction_signals.csv`.
extension Analysis {
    /// All funnels by class, score falling, then excess falling; what has no estimate has no rank and
    /// comes last.
    func frictionTable() -> Table {
        let findings = frictionFindings
        let qValues = BenjaminiHochberg.qValues(findings.compactMap(\.estimate?.pValue))
        let rows = findings.enumerated().map { index, finding in
            cells(finding, rank: index, qValue: index < qValues.count ? qValues[index] : nil)
        }
        return Table(shape: .friction, rows: rows)
    }

    /// In the order of rows.
    private var frictionFindings: [FrictionFinding] {
        funnels.enumerated().flatMap { index, counter -> [FrictionFinding] in
            guard let landmark = counter.landmark else { return [] }
            return landmark.pairs.flatMap { pair in
                pair.signals.map { number in
                    FrictionFinding(
                        funnel: index, pair: pair, signal: number, landmark.kinds[number],
                        name: signalName(Int32(number)), worth: worth(counter, to: pair.to),
                        journey.friction)
                }
            }
        }.sorted { $0.precedes($1) }
    }

    /// Signals whose two clocks disagree, a line for each with what a user can do.
    package var frictionDoubts: [String] {
        var told: Set<Int> = []
        return frictionFindings.filter { $0.needsAnswers && told.insert($0.signal).inserted }.map {
            let funnel = funnels[$0.funnel].funnel
            let signal = String(decoding: $0.name, as: UTF8.self)
            let place = "'\(funnel.label(ofStep: $0.from))' and '\(funnel.label(ofStep: $0.to))'"
            let name =
                signal.hasPrefix(Signal.errorPrefix)
                ? String(signal.dropFirst(Signal.errorPrefix.count))
                : "a touchpoint of kind error for it"
            return "funnel '\(funnel.name)': \(signal) between \(place) is unclear: "
                + "say what \(name) answers: `answers`"
        }
    }

    /// What a unit that comes to step `to` is worth on average; nil without values, or with two
    /// currencies.
    private func worth(_ counter: FunnelCounter, to: Int) -> FrictionFinding.Worth? {
        let tally = counter.whole
        guard let value = tally.amount.total, tally.steps[to].reached > 0,
            let sum = Double(value.amount.text)
        else { return nil }
        // The mean of the converted, times the share that converts.
        return .init(mean: sum / Double(tally.steps[to].reached), currency: value.currency)
    }

    private func cells(_ finding: FrictionFinding, rank: Int, qValue: Double?) -> [Cell] {
        let funnel = funnels[finding.funnel].funnel
        return [
            .text(funnel.name), .text(funnel.label(ofStep: finding.from)),
            .text(funnel.label(ofStep: finding.to)), .text(finding.name),
            .text(finding.status.rawValue), finding.clock.map { .text($0.rawValue) } ?? .missing,
            .count(finding.eligible), .count(finding.exposed),
            .count(finding.droppedExposed), .count(finding.unexposed),
            .count(finding.droppedUnexposed),
            .rate(ratio(finding.droppedExposed, finding.exposed)),
            .rate(ratio(finding.droppedUnexposed, finding.unexposed)),
            .count(finding.compared), .rate(finding.estimate?.riskDifference),
            .rate(finding.estimate?.low), .rate(finding.estimate?.high), .number(qValue),
            .rate(finding.estimate?.excess),
            .rate(finding.valueAtRisk),
            finding.valueAtRisk.flatMap { _ in finding.worth.map { .text($0.currency) } }
                ?? .missing,
            .rate(finding.score), finding.estimate == nil ? .missing : .count(rank + 1),
        ]
    }

    /// Firings over all rows by events falling, then bytes.
    func signalsTable() -> Table {
        let named = signals.counts.all.indices.map { index in
            let count = signals.counts.all[index]
            return (
                signal: signalName(count.signal), touchpoint: name(count.touchpoint), count: count
            )
        }
        let sorted = named.sorted {
            if $0.count.events != $1.count.events { return $0.count.events > $1.count.events }
            if $0.signal != $1.signal { return $0.signal.span.order($1.signal.span) < 0 }
            return $0.touchpoint.span.order($1.touchpoint.span) < 0
        }
        let rows = sorted.map { signal, touchpoint, count -> [Cell] in
            [
                .text(signal), .text(touchpoint), .count(count.events), .count(count.sessions),
                .count(count.customers), .text(threshold(count.signal)),
            ]
        }
        return Table(shape: .signals, rows: rows)
    }

    private func signalName(_ signal: Int32) -> [UInt8] {
        if let touchpoint = Signal.touchpoint(ofNumber: signal) {
            return Array(Signal.errorPrefix.utf8) + name(Int32(touchpoint))
        }
        return Array((Signal(rawValue: signal)?.name ?? "").utf8)
    }

    private func threshold(_ signal: Int32) -> String {
        Signal(rawValue: signal)?.threshold(journey.friction) ?? Signal.errorThreshold
    }
}
