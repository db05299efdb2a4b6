import Glibc

/// How much more often the converted than the others have something, with one added to each cell.
///
/// Source: the 2 × 2 table's odds ratio with Woolf's interval (Woolf, "On estimating the relation
/// between blood group and disease", 1955), 95 %.
public struct OddsRatio: Equatable, Sendable {
    public let ratio: Double
    public let low: Double
    public let high: Double
    /// Two-sided, of the ratio's logarithm over its standard error.
    public let pValue: Double

    /// `successes` of `successTotal` and `failures` of `failureTotal` have it.
    public init(successes: Int, failures: Int, successTotal: Int, failureTotal: Int) {
        let cells = [
            successes + 1, failureTotal - failures + 1, successTotal - successes + 1, failures + 1,
        ].map(Double.init)
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
