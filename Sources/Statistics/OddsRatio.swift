import Glibc

/// How much more often the converted than the others have something, with a half added to each cell.
///
/// Sources: Haldane, "The estimation and significance of the logarithm of a ratio of frequencies", and
/// Anscombe, "On estimating binomial response relations", both 1956, for the half; Woolf, "On estimating
/// the relation between blood group and disease", 1955, for the interval, 95 %.
public struct OddsRatio: Equatable, Sendable {
    public let ratio: Double
    public let low: Double
    public let high: Double
    /// Two-sided, of the ratio's logarithm over its standard error.
    public let pValue: Double

    /// `successes` of `successTotal` and `failures` of `failureTotal` have it.
    public init(successes: Int, failures: Int, successTotal: Int, failureTotal: Int) {
        let cells = [
            successes, failureTotal - failures, successTotal - successes, failures,
        ].map { Double($0) + 0.5 }
        ratio = cells[0] * cells[1] / (cells[2] * cells[3])
        let error = cells.reduce(0) { $0 + 1 / $1 }.squareRoot()
        low = exp(log(ratio) - Wilson.z * error)
        high = exp(log(ratio) + Wilson.z * error)
        pValue = Normal.twoSided(log(ratio) / error)
    }
}

/// The standard normal distribution.
public enum Normal {
    /// The chance of a value at least as far from 0 as `z`.
    public static func twoSided(_ z: Double) -> Double { erfc(z.magnitude / 2.0.squareRoot()) }
}
