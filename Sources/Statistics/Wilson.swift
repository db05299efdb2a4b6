/// The Wilson score interval of a rate, 95 %.
///
/// Source: Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
public struct Wilson: Equatable, Sendable {
    /// The 97.5 % point of the normal distribution.
    public static let z = 1.959963984540054

    public let low: Double
    public let high: Double

    /// The interval of `successes` in `trials`; 0…1 where there were no trials.
    public init(successes: Int, trials: Int) {
        guard trials > 0 else {
            self.init(low: 0, high: 1)
            return
        }
        self.init(rate: Double(successes) / Double(trials), trials: Double(trials))
    }

    private init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// The interval of a rate in `count` trials, above 0.
    public init(rate: Double, trials count: Double) {
        let square = Self.z * Self.z
        let middle = rate + square / (2 * count)
        let spread =
            Self.z * (rate * (1 - rate) / count + square / (4 * count * count)).squareRoot()
        // Rounding must not push a limit past the rate it belongs to.
        low = rate == 0 ? 0 : min(max((middle - spread) / (1 + square / count), 0), rate)
        high = rate == 1 ? 1 : max(min((middle + spread) / (1 + square / count), 1), rate)
    }
}
