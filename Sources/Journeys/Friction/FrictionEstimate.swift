import Statistics

/// How much more often the units that met a signal dropped than others at the same place, and what counts
/// as the same place: the same number of rows, of attempts, or both.
struct FrictionEstimate {
    enum Clock: String { case rows, attempts, both }

    let clock: Clock
    /// With both clocks, that of the one whose difference is nearer to 0.
    private let sums: MantelHaenszel
    let low: Double
    let high: Double
    let pValue: Double

    fileprivate init(_ clock: Clock, _ sums: MantelHaenszel) {
        self.clock = clock
        self.sums = sums
        (low, high, pValue) = (sums.low, sums.high, sums.pValue)
    }

    /// The careful answer of both clocks: the smaller difference, the limits furthest out.
    fileprivate init(both rows: MantelHaenszel, _ attempts: MantelHaenszel) {
        clock = .both
        sums =
            rows.riskDifference.magnitude <= attempts.riskDifference.magnitude ? rows : attempts
        low = min(rows.low, attempts.low)
        high = max(rows.high, attempts.high)
        pValue = max(rows.pValue, attempts.pValue)
    }

    var riskDifference: Double { sums.riskDifference }
    /// Exposed units that have others beside them, and those of them that dropped.
    var compared: Int { sums.exposed }
    var comparedDropped: Int { sums.exposedCases }

    /// Drop-offs among the compared beyond those expected at the rate of the others.
    var excess: Double { limited(riskDifference) }
    /// The same at the lower limit; 0 unless the interval lies above 0.
    var sureExcess: Double { max(0, limited(low)) }

    private func limited(_ difference: Double) -> Double {
        min(Double(compared) * difference, Double(comparedDropped))
    }
}

/// What the clocks of a signal's kind say together.
enum FrictionVerdict {
    /// The clock that should tell, and how many exposed units have others beside them.
    case insufficient(FrictionEstimate.Clock, compared: Int)
    /// The clocks contradict each other.
    case disagreement
    case estimate(FrictionEstimate)
}

extension Landmark.Pair {
    /// Expects a signal of `signals`, and its kind.
    func verdict(ofSignal number: Int, _ kind: SignalKind, _ rules: FrictionRules)
        -> FrictionVerdict
    {
        let exposure = exposures[number]
        let tables = exposure.byRows.tables(of: byRows)
        let rows = MantelHaenszel(tables)
        if kind == .incident { return Self.verdict(.rows, rows, rules) }
        let attempts = MantelHaenszel(exposure.byAttempts.tables(of: self.attempts(for: kind)))
        guard kind == .undeclared else { return Self.verdict(.attempts, attempts, rules) }
        let isSuspect = exposure.takesThePlaceOfTo(tables, of: byRows)
        return Self.verdict(rows, attempts, isSuspect: isSuspect, rules)
    }

    private static func verdict(
        _ clock: FrictionEstimate.Clock, _ sums: MantelHaenszel?, _ rules: FrictionRules
    ) -> FrictionVerdict {
        guard let sums, rules.suffice(for: sums) else {
            return .insufficient(clock, compared: sums?.exposed ?? 0)
        }
        return .estimate(FrictionEstimate(clock, sums))
    }

    /// An error of which nothing is said: neither clock is known to be right.
    private static func verdict(
        _ rows: MantelHaenszel?, _ attempts: MantelHaenszel?, isSuspect: Bool,
        _ rules: FrictionRules
    ) -> FrictionVerdict {
        let byRows = rows.flatMap { rules.suffice(for: $0) ? $0 : nil }
        let byAttempts = attempts.flatMap { rules.suffice(for: $0) ? $0 : nil }
        if let byRows, let byAttempts {
            let bothAbove = byRows.low > 0 && byAttempts.low > 0
            if bothAbove || (isSuspect && byRows.holdsZero && byAttempts.holdsZero) {
                return .estimate(FrictionEstimate(both: byRows, byAttempts))
            }
        }
        switch (isSuspect, byRows, byAttempts) {
        case (false, let rows?, _) where rows.low <= 0, (false, let rows?, nil):
            return .estimate(FrictionEstimate(.rows, rows))
        case (true, nil, let attempts?):
            return .estimate(FrictionEstimate(.attempts, attempts))
        case (true, _, nil):
            return .insufficient(.attempts, compared: attempts?.exposed ?? 0)
        case (false, nil, _):
            return .insufficient(.rows, compared: rows?.exposed ?? 0)
        default:
            return .disagreement
        }
    }
}

extension MantelHaenszel {
    fileprivate var holdsZero: Bool { low <= 0 && high >= 0 }
}

extension FrictionRules {
    /// Whether there are units enough for an estimate.
    fileprivate func suffice(for sums: MantelHaenszel) -> Bool {
        min(sums.exposed, sums.unexposed) >= minimumUnits
            && min(sums.exposedCases, sums.exposed - sums.exposedCases) >= minimumCell
    }
}

extension Landmark.Exposure {
    /// Whether the signal seems to come where the others go on: right behind a row of the step that units
    /// come from, or at rows at which most of those who never meet it go on. `tables` are those by rows,
    /// `all` the pair's units by how many rows they have.
    fileprivate func takesThePlaceOfTo(
        _ tables: [MantelHaenszel.Stratum], of all: Strata
    ) -> Bool {
        let firings = tables.reduce(0) { $0 + $1.exposed }
        if 2 * following >= firings { return true }
        var (sum, count) = (0.0, 0)
        for (row, table) in tables.enumerated().dropFirst() where table.exposed > 0 {
            let goOn = all.wentOn(row) - byRows.lengths.wentOn(row)
            guard goOn + table.unexposed > 0 else { continue }
            sum += Double(table.exposed * goOn) / Double(goOn + table.unexposed)
            count += table.exposed
        }
        return count > 0 && 2 * sum >= Double(count)
    }
}
