import Statistics
import TestSupport
import Testing

struct RateTests {
    @Test func wilsonAgreesWithTheFixture() throws {
        let cases = try Fixture.cases("statistics/rates.json").filter {
            $0["kind"] as? String == "wilson95"
        }
        #expect(cases.count == 4)
        for rate in cases {
            let (k, n) = (try #require(rate["k"] as? Int), try #require(rate["n"] as? Int))
            let interval = try #require(rate["interval"] as? [Double])
            let wilson = Wilson(successes: k, trials: n)
            #expect(abs(wilson.low - interval[0]) < 1e-9)
            #expect(abs(wilson.high - interval[1]) < 1e-9)
        }
    }

    @Test func kaplanMeierAgreesWithTheFixture() throws {
        let found = try Fixture.cases("statistics/rates.json").first {
            $0["kind"] as? String == "kaplan_meier"
        }
        let rows = try #require(found?["rows"] as? [[Any]])
        let times = rows.map { ($0[0] as? Int ?? -1, $0[1] as? Bool ?? false) }
        let rate = KaplanMeier.rate(
            conversions: times.filter(\.1).map { Int64($0.0) },
            open: times.filter { !$0.1 }.map { Int64($0.0) }, closed: 0)
        #expect(abs(try #require(rate) - 0.6875) < 1e-9)
    }

    // NumPy 2.4: np.quantile([1, 2, 3, 4], [.5, .9]), np.quantile([7], .9).
    @Test(arguments: [
        ([1, 2, 3, 4] as [Int64], 0.5, 2.5), ([1, 2, 3, 4], 0.9, 3.7), ([7], 0.9, 7),
        ([1, 2, 3, 4], 1, 4), ([0, 10], 0.25, 2.5),
    ])
    func quantileIsTypeSeven(values: [Int64], share: Double, expected: Double) throws {
        let quantile = try #require(Quantile.of(sorted: values, at: share))
        #expect(abs(quantile - expected) < 1e-12)
    }
}
