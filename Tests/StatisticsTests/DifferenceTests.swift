import Statistics
import Testing

struct DifferenceTests {
    /// statsmodels 0.15.0: `confint_proportions_2indep(method="newcomb")`, `proportions_ztest`; the
    /// first and the third to ninth are examples of Newcombe's paper (table II, method 10).
    static let differences: [(after: (Int, Int), before: (Int, Int), low: Double, high: Double)] = [
        ((56, 70), (48, 80), 0.05243147240236498, 0.33387265403690614),
        ((193, 269), (1849, 2387), -0.1160177448055216, -0.0038417298959270776),
        ((9, 10), (3, 10), 0.1705227239345029, 0.809017973535488),
        ((6, 7), (2, 7), 0.05822792748231209, 0.8062496375242278),
        ((5, 56), (0, 29), -0.038137147903536936, 0.19256001385511165),
        ((0, 10), (0, 20), -0.1611251580528194, 0.27753279986288926),
        ((0, 10), (0, 10), -0.27753279986288926, 0.27753279986288926),
        ((10, 10), (0, 20), 0.6790860371419145, 1),
        ((10, 10), (0, 10), 0.6075093504305241, 1),
        ((8123, 60_000), (8000, 61_000), 0.00040590287769678513, 0.008066560641575592),
        ((1, 3), (2, 2), -0.9385080552796038, 0.1353004471776904),
    ]

    @Test(arguments: differences.indices)
    func newcombeAgreesWithStatsmodels(index: Int) throws {
        let (after, before, low, high) = Self.differences[index]
        let found = try #require(Newcombe(after: after, before: before))
        #expect(abs(found.low - low) < 1e-12 && abs(found.high - high) < 1e-12)
        let difference = Double(after.0) / Double(after.1) - Double(before.0) / Double(before.1)
        #expect(abs(found.difference - difference) < 1e-12)
    }

    @Test(arguments: [
        ((56, 70), (48, 80), 2.6501719512585336, 0.00804508136819656),
        ((193, 269), (1849, 2387), -2.107401782983358, 0.03508276719528282),
        ((5, 56), (0, 29), 1.6586488692392285, 0.09718656817057973),
        ((10, 10), (0, 20), 5.47722557505166, 4.320463057827506e-08),
        ((8123, 60_000), (8000, 61_000), 2.1677282357829535, 0.03017936982711685),
    ])
    func testAgreesWithStatsmodels(
        after: (Int, Int), before: (Int, Int), z: Double, pValue: Double
    ) throws {
        let found = try #require(ProportionTest(after: after, before: before))
        #expect(abs(found.z - z) < 1e-10)
        #expect(abs(found.pValue - pValue) < 1e-10 * max(1, pValue))
    }

    @Test func ofNothingThereIsNoDifference() {
        #expect(Newcombe(after: (0, 0), before: (1, 2)) == nil)
        #expect(Newcombe(after: (1, 2), before: (0, 0)) == nil)
        #expect(ProportionTest(after: (0, 0), before: (1, 2)) == nil)
        #expect(ProportionTest(after: (1, 2), before: (0, 0)) == nil)
        // Both rates 0, or both 1: no error to measure with.
        #expect(ProportionTest(after: (0, 3), before: (0, 5)) == nil)
        #expect(ProportionTest(after: (3, 3), before: (5, 5)) == nil)
    }

    /// 25 p-values of McDonald, "Handbook of Biological Statistics", false discovery rate; statsmodels
    /// 0.15.0, `multipletests(method="fdr_bh")`.
    @Test func qValuesAgreeWithStatsmodels() {
        let pValues = [
            0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251,
            0.269, 0.275, 0.34, 0.341, 0.384, 0.569, 0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986,
        ]
        let wanted = [
            0.025, 0.1, 0.21, 0.21, 0.21, 0.25, 0.264286, 0.491071, 0.491071, 0.491071, 0.491071,
            0.491071, 0.491071, 0.491071, 0.532813, 0.532813, 0.564706, 0.781579, 0.781579, 0.87,
            0.907143, 0.986, 0.986, 0.986, 0.986,
        ]
        let found = BenjaminiHochberg.qValues(pValues)
        for (own, theirs) in zip(found, wanted) { #expect(abs(own - theirs) < 1e-6) }
        #expect(BenjaminiHochberg.qValues(pValues.reversed()) == found.reversed())
    }

    // By hand: 30 % and 20 % of 100; two where nothing varies; one cut at −1.
    @Test(arguments: [
        (30, 20, 100, 0.10, -0.037, 0.237), (7, 0, 7, 1, 1, 1), (0, 0, 4, 0, 0, 0),
        (0, 3, 4, -0.75, -1, -0.32565),
    ])
    func promoterScore(
        promoters: Int, detractors: Int, answers: Int, score: Double, low: Double, high: Double
    ) throws {
        let found = try #require(
            NetPromoterScore(promoters: promoters, detractors: detractors, answers: answers))
        #expect(abs(found.score - score) < 1e-12)
        #expect(abs(found.low - low) < 5e-4 && abs(found.high - high) < 5e-4)
    }

    @Test func withoutAnswersThereIsNoScore() {
        #expect(NetPromoterScore(promoters: 0, detractors: 0, answers: 0) == nil)
    }
}
