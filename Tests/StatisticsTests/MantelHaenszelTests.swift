import Statistics
import TestSupport
import Testing

struct MantelHaenszelTests {
    private static func strata(_ tables: [[Int]]) -> [MantelHaenszel.Stratum] {
        tables.map {
            .init(
                exposedCases: $0[0], exposedOthers: $0[1], unexposedCases: $0[2],
                unexposedOthers: $0[3])
        }
    }

    // The first is the worked example of the rules; all by Sato's formulas in Python's fractions. The
    // tables of the second are those of the fixture `stats-12`.
    @Test(arguments: [
        ([[1, 1, 2, 2], [1, 0, 0, 1]], 0.2727272727, 0.3914948523, -0.4945885379, 1),
        (
            [[30, 10, 60, 140], [8, 12, 40, 160]], 0.3617647059, 0.0658409603, 0.2327187949,
            0.4908106168
        ),
        ([[56, 14, 48, 32]], 0.2, 0.0727029180, 0.0575048991, 0.3424951009),
        (
            [[3_000_000, 2_000_000, 1_000_000, 4_000_000]], 0.4, 0.0002828427, 0.3994456385,
            0.4005543615
        ),
    ])
    func differenceAndInterval(
        tables: [[Int]], difference: Double, error: Double, low: Double, high: Double
    ) throws {
        let found = try #require(MantelHaenszel(Self.strata(tables)))
        #expect(abs(found.riskDifference - difference) < 1e-9)
        #expect(abs(found.standardError - error) < 1e-9)
        #expect(abs(found.low - low) < 1e-9)
        #expect(abs(found.high - high) < 1e-9)
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

    /// All who are exposed drop and nobody else: no doubt, and no division by 0.
    @Test func withoutVarianceTheIntervalIsThePoint() throws {
        let sure = try #require(MantelHaenszel(Self.strata([[4, 0, 0, 4]])))
        #expect(sure.riskDifference == 1)
        #expect(sure.high == 1)
        let none = try #require(MantelHaenszel(Self.strata([[4, 0, 4, 0]])))
        #expect(none.riskDifference == 0)
        #expect(none.pValue == 1)
    }
}
