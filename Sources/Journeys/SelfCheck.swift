import BasicContainers
package import StageSupport
import Statistics

/// What must hold of the sums of any run; a miss is a bug of ours and exit 70.
package struct SelfCheck {
    private var misses: [String] = []

    /// Checks all sums; `rowsRead` counts what the inputs held, `members` the rows written of them and the units
    /// that they are to be of.
    package static func check(
        _ analysis: borrowing Analysis, rowsRead: Int, duplicates: Int,
        members: (rows: Int, units: Int)?
    ) throws(Failure) {
        var check = SelfCheck()
        let leftOut = analysis.filter?.leftOut.count ?? 0
        check.expect(
            rowsRead == analysis.rowCount + leftOut + duplicates,
            "rows read are used, left out or delivered twice")
        for counter in analysis.funnels {
            check.funnel(counter)
            check.details(counter)
            if analysis.isWhole { check.friction(counter) }
        }
        if let members {
            check.expect(members.rows == members.units, "members are the units of their steps")
        }
        if analysis.isWhole { check.paths(analysis) }
        if analysis.isWhole { check.metrics(analysis) }
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
        let isOpen = counter.funnel.rules.entry == .any
        for (before, after) in zip(required, required.dropFirst()) where !isOpen {
            expect(
                tally.steps[before].reached >= tally.steps[after].reached,
                "funnel \(name): reached never rises over required steps")
        }
        expect(
            tally.steps.reduce(0) { $0 + $1.ended } == tally.entered,
            "funnel \(name): drop-offs and conversions add up to the entered")
        expect(
            isOpen || tally.entered == tally.steps[0].reached,
            "funnel \(name): the entered reached the first step")
        expect(
            tally.steps.last?.ended == tally.converted
                && tally.conversions.count == tally.converted,
            "funnel \(name): the last step holds the converted")
    }

    private mutating func details(_ counter: FunnelCounter) {
        let (name, tally) = (counter.funnel.name, counter.whole)
        let histogram = Histogram(sorted: tally.conversions)
        expect(
            histogram.bins.reduce(0) { $0 + $1.count } == tally.converted,
            "funnel \(name): the histogram holds the converted")
        var next = [Int](repeating: 0, count: tally.steps.count)
        for pair in counter.next.all { next[Int(pair.from)] += pair.count }
        expect(
            next.dropLast() == tally.steps.dropLast().map(\.ended)[...],
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

    private mutating func friction(_ counter: FunnelCounter) {
        guard let landmark = counter.landmark else { return }
        let (name, reached) = (counter.funnel.name, counter.whole.reached)
        for pair in landmark.pairs {
            expect(
                pair.eligible == reached[pair.from],
                "funnel \(name): the eligible reached step \(pair.from + 1)")
            expect(
                pair.dropped == reached[pair.from] - reached[pair.to],
                "funnel \(name): drop-offs before step \(pair.to + 1)")
            for number in pair.signals {
                exposures(pair, ofSignal: number, landmark.kinds[number], name)
            }
        }
    }

    private mutating func exposures(
        _ pair: Landmark.Pair, ofSignal number: Int, _ kind: SignalKind, _ name: String
    ) {
        let exposure = pair.exposures[number]
        // Every unit has the first row, which is an attempt of the step: the table of that stratum holds
        // them all.
        var wholes = [exposure.byRows.tables(of: pair.byRows)[0]]
        let attempts = exposure.byAttempts.tables(of: pair.attempts(for: kind))
        if kind == .undeclared { wholes.append(attempts[0]) }
        for whole in wholes {
            expect(
                whole.exposedCases + whole.unexposedCases == pair.dropped
                    && whole.exposedOthers + whole.unexposedOthers
                        == pair.eligible - pair.dropped,
                "funnel \(name): exposed and unexposed add up to the eligible")
        }
        let met = exposure.byRows.met
        expect(
            attempts.reduce(0) { $0 + $1.exposed } <= met.allDropped + met.allWentOn,
            "funnel \(name): no more are compared than exposed")
    }

    private mutating func paths(_ analysis: borrowing Analysis) {
        for scope in Transitions.Scope.allCases { transitions(analysis.transitions, scope) }
        var (rows, customers) = (0, 0)
        let (touchpoints, variants) = (
            analysis.touchpoints.counts.indices, analysis.variants.counts.indices
        )
        for index in touchpoints { rows += analysis.touchpoints.counts[index].events }
        for index in variants { customers += analysis.variants.counts[index].customers }
        expect(rows == analysis.rowCount, "touchpoints add up to the rows")
        expect(customers == analysis.customerCount, "paths add up to the customers")
        let stages = (0...analysis.stages.count).map { analysis.stages.whole($0).counts.events }
        expect(stages.reduce(0, +) == analysis.rowCount, "stages add up to the rows")
        expect(
            (0...analysis.stages.count).allSatisfy {
                analysis.experience.customers($0) <= analysis.stages.whole($0).counts.customers
            }, "no more meet something bad in a stage than come to it")
        let hours = analysis.hours.cells.indices.map { analysis.hours.cells[$0] }
        expect(
            hours.reduce(0) { $0 + $1.events } == analysis.rowCount
                && hours.reduce(0) { $0 + $1.sessions } == analysis.sessionCount
                && hours.reduce(0) { $0 + $1.conversions }
                    == analysis.attribution.total.conversions,
            "hours add up to rows, sessions and conversions")
        expect(
            touchpoints.allSatisfy {
                analysis.rework.counts[$0].sessions == analysis.touchpoints.counts[$0].sessions
            }, "rework looks at the sessions of each touchpoint")
        expect(
            analysis.retention.customerCount + analysis.retention.outsiderCount
                == analysis.customerCount, "cohorts add up to the customers")
        activity(analysis)
        attribution(analysis.attribution, analysis.channelRows)
    }

    private mutating func activity(_ analysis: borrowing Analysis) {
        let rows = analysis.activity.rows()
        for period in CalendarPeriod.allCases {
            var sums = Activity.Deeds()
            for row in rows where row.period == period { sums.add(row.deeds) }
            expect(
                sums.events == analysis.rowCount && sums.sessions == analysis.sessionCount
                    && sums.credit.agrees(with: analysis.attribution.total),
                "activity by \(period.rawValue) adds up to rows, sessions and conversions")
            let new = rows.reduce(0) { $0 + ($1.period == period ? $1.customers.new : 0) }
            expect(
                new == analysis.customerCount,
                "every customer is new in one \(period.rawValue)")
        }
    }

    private mutating func attribution(
        _ attribution: borrowing Attribution, _ rows: [ChannelRow]
    ) {
        for model in Attribution.Model.allCases {
            var sum = Credit()
            for (credit, _) in attribution.credits(model, of: rows) {
                sum.add(credit)
            }
            expect(
                sum.agrees(with: attribution.total),
                "attribution \(model.rawValue): credit adds up to the conversions and their value")
        }
    }

    private mutating func metrics(_ analysis: borrowing Analysis) {
        expect(
            analysis.metrics.customers.count == analysis.customerCount
                && analysis.metrics.sessions.count == analysis.sessionCount
                && analysis.metrics.after.count == analysis.sessionCount,
            "journey metrics are of all customers and sessions")
    }

    private mutating func transitions(
        _ transitions: borrowing Transitions, _ scope: Transitions.Scope
    ) {
        var (entries, exits, others) = (0, 0, 0)
        for index in transitions.cells.indices {
            let cell = transitions.cells[index]
            let count = transitions.counts(ofCell: index, scope).count
            if cell.from == Transitions.entry {
                entries += count
            } else if cell.to == Transitions.exit {
                exits += count
            } else {
                others += count
            }
        }
        let totals = transitions.totals(of: scope)
        expect(
            entries == totals.paths && exits == totals.paths
                && totals.rows == others + totals.paths,
            "transitions of scope \(scope.rawValue) add up to the rows")
    }
}
