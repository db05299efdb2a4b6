/// The difference of two rates, after − before, with its 95 % interval.
///
/// Source: Newcombe, "Interval estimation for the difference between independent proportions", 1998,
/// method 10: Wilson's limits of each rate put together.
public struct Newcombe: Equatable, Sendable {
    public let difference: Double
    public let low: Double
    public let high: Double

    /// Nil where one side has no trials.
    public init?(after: (successes: Int, trials: Int), before: (successes: Int, trials: Int)) {
        guard after.trials > 0, before.trials > 0 else { return nil }
        let (rate1, rate0) = (
            Double(after.successes) / Double(after.trials),
            Double(before.successes) / Double(before.trials)
        )
        let limits1 = Wilson(successes: after.successes, trials: after.trials)
        let limits0 = Wilson(successes: before.successes, trials: before.trials)
        difference = rate1 - rate0
        low = difference - Self.length(rate1 - limits1.low, limits0.high - rate0)
        high = difference + Self.length(limits1.high - rate1, rate0 - limits0.low)
    }

    private static func length(_ left: Double, _ right: Double) -> Double {
        (left * left + right * right).squareRoot()
    }
}

/// The z test of two rates being one, two-sided, with the pooled rate in its error.
public struct ProportionTest: Equatable, Sendable {
    public let z: Double
    public let pValue: Double

    /// Nil where one side has no trials, or both rates are 0 or both are 1.
    public init?(after: (successes: Int, trials: Int), before: (successes: Int, trials: Int)) {
        guard after.trials > 0, before.trials > 0 else { return nil }
        let (count1, count0) = (Double(after.trials), Double(before.trials))
        let pooled = Double(after.successes + before.successes) / (count1 + count0)
        guard pooled > 0, pooled < 1 else { return nil }
        let error = (pooled * (1 - pooled) * (1 / count1 + 1 / count0)).squareRoot()
        z = (Double(after.successes) / count1 - Double(before.successes) / count0) / error
        pValue = Normal.twoSided(z)
    }
}
