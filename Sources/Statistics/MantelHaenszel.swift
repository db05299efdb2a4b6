import Glibc

/// How much more often something happens to the exposed than to the others, over all strata: the
/// Mantel–Haenszel risk difference with Klingenberg's interval, 95 %.
///
/// Strata without exposed or without unexposed add nothing. The interval holds every true difference δ
/// that a test with Sato's variance at δ does not reject, so it stays honest for small cells.
/// Sources: Mantel and Haenszel, 1959; Sato, "On the variance estimator for the Mantel-Haenszel risk
/// difference", Biometrics 45, 1989; Klingenberg, "A new and improved confidence interval for the
/// Mantel-Haenszel risk difference", Statistics in Medicine 33, 2014.
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

        public var exposed: Int { exposedCases + exposedOthers }
        public var unexposed: Int { unexposedCases + unexposedOthers }
    }

    /// Units of the strata that have both kinds, and the cases among the exposed.
    public let exposed: Int
    public let exposedCases: Int
    public let unexposed: Int
    /// −1…1.
    public let riskDifference: Double
    /// The interval, cut to −1…1.
    public let low: Double
    public let high: Double
    /// Two-sided, by the same test.
    public let pValue: Double

    /// Sums run in the order of `strata`, integers until the division; nil where no stratum has both
    /// exposed and unexposed.
    public init?(_ strata: some Sequence<Stratum>) {
        var sums = Sums()
        for stratum in strata { sums.add(stratum) }
        guard sums.weight > 0 else { return nil }
        (exposed, exposedCases, unexposed) = (sums.exposed, sums.exposedCases, sums.unexposed)
        let difference = sums.difference / sums.weight
        let square = Wilson.z * Wilson.z / (sums.weight * sums.weight)
        let shift = square * sums.product / 2
        // mid² − RD² without the loss of digits that two squares would bring.
        let spread = max(shift * (2 * difference + shift) + square * sums.cross, 0).squareRoot()
        riskDifference = difference
        // Rounding must not push a limit past the difference.
        low = min(max(difference + shift - spread, -1), difference)
        high = max(min(difference + shift + spread, 1), difference)
        if sums.cross > 0 {
            pValue = erfc(difference.magnitude * sums.weight / (2 * sums.cross).squareRoot())
        } else {
            pValue = difference == 0 ? 1 : 0
        }
    }
}

extension MantelHaenszel {
    /// W, the numerator of RD, P and Q of Sato's paper, and the units of strata that have both kinds.
    struct Sums {
        var weight = 0.0
        var difference = 0.0
        var product = 0.0
        var cross = 0.0
        var exposed = 0
        var exposedCases = 0
        var unexposed = 0
    }
}

extension MantelHaenszel.Sums {
    mutating func add(_ stratum: MantelHaenszel.Stratum) {
        guard stratum.exposed > 0, stratum.unexposed > 0 else { return }
        exposed += stratum.exposed
        exposedCases += stratum.exposedCases
        unexposed += stratum.unexposed
        // 128 bits: the cubes of millions of units do not fit in 64.
        let (a, b) = (Int128(stratum.exposedCases), Int128(stratum.exposedOthers))
        let (c, d) = (Int128(stratum.unexposedCases), Int128(stratum.unexposedOthers))
        let (ones, zeros) = (a + b, c + d)
        let total = ones + zeros
        weight += Double(ones * zeros) / Double(total)
        difference += Double(a * zeros - c * ones) / Double(total)
        let twice = 2 * (ones * ones * c - zeros * zeros * a) + ones * zeros * (zeros - ones)
        product += Double(twice) / Double(2 * total * total)
        cross += Double(a * d + c * b) / Double(2 * total)
    }
}
