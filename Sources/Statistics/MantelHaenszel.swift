import Glibc

/// How much more often something happens to the exposed than to the others, over all strata: the
/// Mantel–Haenszel risk difference with Sato's interval, 95 %.
///
/// Strata without exposed or without unexposed add nothing. Sato's variance holds for few large and
/// for many small strata alike. Source: Mantel and Haenszel, 1959; Sato, "On the variance estimator for
/// the Mantel-Haenszel risk difference", Biometrics 45, 1989.
public struct MantelHaenszel: Equatable, Sendable {
    /// The 2 × 2 table of one stratum; a case is one to whom it happened.
    public struct Stratum: Equatable, Sendable {
        public var exposedCases: Int
        public var exposedOthers: Int
        public var unexposedCases: Int
        public var unexposedOthers: Int

        public init(
            exposedCases: Int, exposedOthers: Int, unexposedCases: Int, unexposedOthers: Int
        ) {
            self.exposedCases = exposedCases
            self.exposedOthers = exposedOthers
            self.unexposedCases = unexposedCases
            self.unexposedOthers = unexposedOthers
        }
    }

    /// −1…1.
    public let riskDifference: Double
    public let standardError: Double
    /// The interval, cut to −1…1.
    public let low: Double
    public let high: Double
    /// Two-sided.
    public let pValue: Double

    /// Sums run in the order of `strata`, integers until the division; nil where no stratum has both
    /// exposed and unexposed.
    public init?(_ strata: some Sequence<Stratum>) {
        var sums = Sums()
        for stratum in strata { sums.add(stratum) }
        guard sums.weight > 0 else { return nil }
        let difference = sums.difference / sums.weight
        let variance =
            (difference * sums.product + sums.cross) / (sums.weight * sums.weight)
        riskDifference = difference
        // Rounding may leave a variance of 0 a little below it.
        standardError = max(variance, 0).squareRoot()
        low = max(difference - Wilson.z * standardError, -1)
        high = min(difference + Wilson.z * standardError, 1)
        if standardError > 0 {
            pValue = Normal.twoSided(difference / standardError)
        } else {
            pValue = difference == 0 ? 1 : 0
        }
    }
}

/// W, the numerator of RD, P and Q of Sato's paper.
private struct Sums {
    var weight = 0.0
    var difference = 0.0
    var product = 0.0
    var cross = 0.0

    mutating func add(_ stratum: MantelHaenszel.Stratum) {
        // 128 bits: the cubes of millions of units do not fit in 64.
        let (a, b) = (Int128(stratum.exposedCases), Int128(stratum.exposedOthers))
        let (c, d) = (Int128(stratum.unexposedCases), Int128(stratum.unexposedOthers))
        let (exposed, unexposed) = (a + b, c + d)
        guard exposed > 0, unexposed > 0 else { return }
        let total = exposed + unexposed
        weight += Double(exposed * unexposed) / Double(total)
        difference += Double(a * unexposed - c * exposed) / Double(total)
        let twice =
            2 * (exposed * exposed * c - unexposed * unexposed * a)
            + exposed * unexposed * (unexposed - exposed)
        product += Double(twice) / Double(2 * total * total)
        cross += Double(a * d + c * b) / Double(2 * total)
    }
}
