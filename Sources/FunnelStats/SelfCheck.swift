import StageSupport

/// What must hold of the sums of any run; a miss is a bug of ours and exit 70.
struct SelfCheck {
    private var misses: [String] = []

    /// Checks all sums; `rowsRead` counts what the inputs held.
    static func check(_ analysis: Analysis, rowsRead: Int, duplicates: Int) throws(Failure) {
        var check = SelfCheck()
        check.expect(
            rowsRead == analysis.rowCount + duplicates, "rows read are used or delivered twice")
        for counter in analysis.funnels { check.funnel(counter) }
        check.matrix(analysis.transitions.session, "session")
        check.matrix(analysis.transitions.customer, "customer")
        check.expect(
            analysis.touchpoints.counts.reduce(0) { $0 + $1.events } == analysis.rowCount,
            "touchpoints add up to the rows")
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
