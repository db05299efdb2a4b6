import TestSupport
import Testing

@testable import Statistics

struct MantelHaenszelTests {
    private static func strata(_ tables: [[Int]]) -> [MantelHaenszel.Stratum] {
        tables.map {
            .init(
                exposedCases: $0[0], exposedOthers: $0[1], unexposedCases: $0[2],
                unexposedOthers: $0[3])
        }
    }

    // The worked examples of the rules, then tables of the fixture `stats-12`, of one stratum and of many
    // units: in Python's fractions, the limits by bisection of the test that they are the ends of.
    static let examples: [(tables: [[Int]], numbers: [Double])] = [
        (
            [[0, 0, 4, 4], [1, 1, 2, 2], [1, 0, 0, 1]],
            [
                0.2727272727, -0.6506391242, 0.9103653276, 0.5126907603, 1.8333333333, -0.25,
                0.5833333333,
            ]
        ),
        (
            [[1, 1, 2, 6]],
            [0.25, -0.5675313944, 0.9474858062, 0.5270892569, 1.6, -0.08, 0.4]
        ),
        (
            [[100, 100, 200, 600]],
            [0.25, 0.1738847026, 0.3249148415, 0.0000000003, 160, -8, 40]
        ),
        (
            [[2, 1, 2, 7], [0, 1, 0, 1]],
            [0.3636363636, -0.2672646263, 0.7723041986, 0.2206713619, 2.75, -0.4375, 0.6666666667]
        ),
        (
            [[2, 2, 2, 4]],
            [0.1666666667, -0.5073430607, 0.7339692046, 0.6055766163, 2.4, -0.16, 0.6]
        ),
        (
            [[2, 1, 3, 6], [0, 1, 0, 1]],
            [0.2727272727, -0.3465350832, 0.7015040673, 0.3427817111, 2.75, -0.375, 0.625]
        ),
        (
            [[60, 40, 40, 60]],
            [0.2, 0.0603139272, 0.3320031552, 0.0055456673, 50, -5, 13]
        ),
        (
            [[60, 40, 80, 220]],
            [0.3333333333, 0.2215894694, 0.4382479372, 0.0000000336, 75, -10, 20.5]
        ),
        (
            [[110, 90, 160, 40]],
            [-0.25, -0.3361018381, -0.1590963384, 0.0000002508, 100, 12.5, 23.5]
        ),
        (
            [[110, 90, 160, 640]],
            [0.35, 0.2744790345, 0.4231200537, 0, 160, -16, 42.4]
        ),
        (
            [[30, 10, 60, 140], [8, 12, 40, 160]],
            [
                0.3617647059, 0.2276293417, 0.4859142710, 0.0000006333, 51.5151515152,
                -6.8985307622,
                14,
            ]
        ),
        (
            [[56, 14, 48, 32]],
            [
                0.2, 0.0515548678, 0.3367835608, 0.0091778900, 37.3333333333, -4.2311111111,
                8.2133333333,
            ]
        ),
        (
            [[3_000_000, 2_000_000, 1_000_000, 4_000_000]],
            [0.4, 0.3994454848, 0.4005542079, 0, 2_500_000, -500_000, 700_000]
        ),
    ]

    @Test(arguments: examples.indices)
    func differenceIntervalAndSums(index: Int) throws {
        let (tables, numbers) = Self.examples[index]
        let found = try #require(MantelHaenszel(Self.strata(tables)))
        var sums = MantelHaenszel.Sums()
        for stratum in Self.strata(tables) { sums.add(stratum) }
        let ours = [
            found.riskDifference, found.low, found.high, found.pValue, sums.weight, sums.product,
            sums.cross,
        ]
        for (own, wanted) in zip(ours, numbers) {
            #expect(
                abs(own - wanted) <= 1e-9 * max(1, abs(wanted)), "\(tables): \(own), not \(wanted)")
        }
    }

    /// Units of strata with both kinds: 3 of 5 exposed, 9 of 12 others.
    @Test func whoIsComparedIsCounted() throws {
        let found = try #require(
            MantelHaenszel(
                Self.strata([[2, 1, 5, 4], [7, 8, 0, 0], [0, 2, 0, 3], [0, 0, 1, 1]])))
        #expect([found.exposed, found.exposedCases, found.unexposed] == [5, 2, 12])
    }

    /// One stratum is the plain difference, as statsmodels gives it.
    @Test func oneStratumAgreesWithTheFixture() throws {
        var checked = 0
        for found in try Fixture.cases("friction/friction.json") {
            let expected = found["expected"] as? [String: Any] ?? [:]
            guard let wanted = expected["risk_difference"] as? Double else { continue }
            let counts = try ["x1", "n1", "x0", "n0"].map { try #require(expected[$0] as? Int) }
            let ours = try #require(
                MantelHaenszel(
                    Self.strata([
                        [counts[0], counts[1] - counts[0], counts[2], counts[3] - counts[2]]
                    ])))
            #expect(abs(ours.riskDifference - wanted) < 1e-9, "\(found["id"] ?? "")")
            let excess = try #require(expected["excess_drops"] as? Double)
            #expect(abs(ours.riskDifference * Double(counts[1]) - excess) < 1e-9)
            checked += 1
        }
        #expect(checked == 7)
    }

    @Test(arguments: [[], [[1, 2, 0, 0]], [[0, 0, 3, 4], [2, 2, 0, 0]]])
    func nothingToCompareIsNil(tables: [[Int]]) {
        #expect(MantelHaenszel(Self.strata(tables)) == nil)
    }

    @Test func strataOfOneKindAddNothing() {
        let both = [[3, 4, 5, 6]]
        #expect(
            MantelHaenszel(Self.strata(both))
                == MantelHaenszel(Self.strata([[9, 9, 0, 0]] + both + [[0, 0, 7, 1]])))
    }

    /// All who are exposed drop and nobody else; everybody drops. No square root of less than nothing, no
    /// division by 0.
    @Test func withoutVarianceTheIntervalIsThePoint() throws {
        let sure = try #require(MantelHaenszel(Self.strata([[4, 0, 0, 4]])))
        #expect(sure.riskDifference == 1)
        #expect(abs(sure.low - 0.0396352948) < 1e-9 && sure.high == 1)
        #expect(abs(sure.pValue - 0.0455002639) < 1e-9)
        let none = try #require(MantelHaenszel(Self.strata([[4, 0, 4, 0]])))
        #expect([none.riskDifference, none.low, none.high, none.pValue] == [0, 0, 0, 1])
    }
}
