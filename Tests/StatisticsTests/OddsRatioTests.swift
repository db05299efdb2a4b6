import Statistics
import TestSupport
import Testing

struct OddsRatioTests {
    // NumPy and SciPy 1.17.1, by the definition: a half added to each cell, the normal distribution of the
    // logarithm.
    @Test(arguments: [
        ((5, 10), (0, 10), 21, 0.9715547846, 453.9116136129, 0.0521902889615),
        ((20, 40), (480, 1960), 3.0811654527, 1.6562060391, 5.7321253046, 0.0003810110599),
        ((653, 1000), (100, 3000), 54.2747199256, 42.7941673523, 68.8352036095, 0),
        ((0, 12), (7, 40), 0.1786666667, 0.0094880419, 3.3644220890, 0.2501856300957),
    ])
    func ratioAndInterval(
        successes: (Int, Int), failures: (Int, Int), ratio: Double, low: Double, high: Double,
        pValue: Double
    ) {
        let found = OddsRatio(
            successes: successes.0, failures: failures.0, successTotal: successes.1,
            failureTotal: failures.1)
        for (own, wanted) in [(found.ratio, ratio), (found.low, low), (found.high, high)] {
            #expect(abs(own - wanted) < 1e-9 * max(1, wanted), "\(own), not \(wanted)")
        }
        #expect(abs(found.pValue - pValue) < 1e-12)
    }

    @Test func agreesWithStatsmodels() throws {
        var checked = 0
        for found in try Fixture.cases("friction/friction.json") {
            let expected = found["expected"] as? [String: Any] ?? [:]
            guard let wanted = expected["odds_ratio_haldane"] as? Double else { continue }
            let counts = try ["x1", "x0", "n1", "n0"].map { try #require(expected[$0] as? Int) }
            let ours = OddsRatio(
                successes: counts[0], failures: counts[1], successTotal: counts[2],
                failureTotal: counts[3])
            #expect(abs(ours.ratio - wanted) < 1e-9, "\(found["id"] ?? "")")
            checked += 1
        }
        #expect(checked == 7)
    }
}
