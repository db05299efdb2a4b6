import StageSupport
import Statistics

/// What must hold of the sums of any run; a miss is a bug of ours and exit 70.
struct SelfCheck {
    private var misses: [String] = []

    /// Checks all sums; `rowsRead` counts what the inputs held, `members` the rows of that table.
    static func check(
        _ analysis: Analysis, rowsRead: Int, duplicates: Int, members: Int?
    ) throws(Failure) {
        var check = SelfCheck()
        check.expect(
            rowsRead == analysis.rowCount + duplicates, "rows read are used or delivered twice")
        for counter in analysis.funnels {
            check.funnel(counter)
            check.details(counter)
        }
        if let members {
            check.expect(
                members == analysis.funnels.reduce(0) { $0 + $1.whole.entered },
                "members are the entered")
        }
        if analysis.isWhole { check.paths(analysis) }
        guard check.misses.isEmpty else {
            throw Failure(
                .selfCheck,
                "self-check failed, please report: "
                    + check.misses.joined(separator: "; "))
        }
    }

    private mutating func expect(_ holds: Bool, _ text: String) {
        if !holds { misses.append(text) }
    }

    private mutating func funnel(_ counter: FunnelCounter) {
        let (name, tally, steps) = (
            counter.funnel.name, counter.whole, counter.funnel.rules.steps
        )
        let required = steps.indices.filter { !steps[$0].isOptional }
        for (before, after) in zip(required, required.dropFirst()) {
            expect(
                tally.reached[before] >= tally.reached[after],
                "funnel \(name): reached never rises over required steps")
        }
        expect(
            tally.byDepth.reduce(0, +) == tally.entered,
            "funnel \(name): drop-offs and conversions add up to the entered")
        expect(
            tally.byDepth.last == tally.converted && tally.conversions.count == tally.converted,
            "funnel \(name): the last step holds the converted")
    }

    private mutating func details(_ counter: FunnelCounter) {
        let (name, tally) = (counter.funnel.name, counter.whole)
        let histogram = Histogram(sorted: tally.conversions.sorted())
        expect(
            histogram.bins.reduce(0) { $0 + $1.count } == tally.converted,
            "funnel \(name): the histogram holds the converted")
        var next = [Int](repeating: 0, count: tally.byDepth.count)
        for pair in counter.next.all { next[Int(pair.from)] += pair.count }
        expect(
            next.dropLast() == tally.byDepth.dropLast(),
            "funnel \(name): next touchpoints add up to the drop-offs")
        expect(
            counter.correlation.units == tally.entered,
            "funnel \(name): correlation looks at all who entered")
        guard counter.funnel.attribution == .first || counter.funnel.attribution == .last else {
            return
        }
        for breakdown in counter.breakdowns {
            let segments = breakdown.tallies.map(\.tally)
            expect(
                segments.reduce(0) { $0 + $1.entered } == tally.entered
                    && segments.reduce(0) { $0 + $1.converted } == tally.converted,
                "funnel \(name): segments by \(breakdown.field.name) add up to the total")
        }
    }

    private mutating func paths(_ analysis: Analysis) {
        matrix(analysis.transitions.session, "session")
        matrix(analysis.transitions.customer, "customer")
        expect(
            analysis.touchpoints.counts.reduce(0) { $0 + $1.events } == analysis.rowCount,
            "touchpoints add up to the rows")
        expect(
            analysis.variants.counts.reduce(0) { $0 + $1.customers } == analysis.customerCount,
            "paths add up to the customers")
        expect(
            (0...analysis.stages.count).reduce(0) { $0 + analysis.stages.whole($1).events }
                == analysis.rowCount, "stages add up to the rows")
        let hours = analysis.hours.cells
        expect(
            hours.reduce(0) { $0 + $1.events } == analysis.rowCount
                && hours.reduce(0) { $0 + $1.sessions } == analysis.sessionCount
                && hours.reduce(0) { $0 + $1.conversions } == analysis.attribution.conversions,
            "hours add up to rows, sessions and conversions")
        attribution(analysis.attribution)
    }

    private mutating func attribution(_ attribution: Attribution) {
        let channels = attribution.channels
        let wanted = (Double(attribution.conversions), attribution.value ?? 0)
        for model in Attribution.Model.allCases {
            let credits =
                model == .markov
                ? attribution.markov(channels).map(\.credit)
                : channels.map { attribution.credit(model, of: $0) }
            let sums = (
                credits.reduce(0) { $0 + $1.conversions },
                credits.reduce(0) { $0 + ($1.value ?? 0) }
            )
            expect(
                Self.agree(sums.0, wanted.0) && Self.agree(sums.1, wanted.1),
                "attribution \(model.rawValue): credit adds up to the conversions and their value")
        }
    }

    /// Equal but for rounding.
    private static func agree(_ left: Double, _ right: Double) -> Bool {
        (left - right).magnitude <= 1e-6 * max(1, right.magnitude)
    }

    private mutating func matrix(_ matrix: Transitions.Matrix, _ scope: String) {
        var (entries, exits, others) = (0, 0, 0)
        for (pair, cell) in zip(matrix.table.pairs, matrix.cells) {
            if pair.from == Transitions.entry {
                entries += cell.count
            } else if pair.to == Transitions.exit {
                exits += cell.count
            } else {
                others += cell.count
            }
        }
        expect(
            entries == matrix.paths && exits == matrix.paths
                && matrix.rows == others + matrix.paths,
            "transitions of scope \(scope) add up to the rows")
    }
}
