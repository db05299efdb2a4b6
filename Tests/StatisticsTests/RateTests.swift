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

    /// Values of every size, past and below the exact limit, against a plain sort.
    @Test(arguments: [3, 300, 60_000, 200_000])
    func aSampleGivesTheQuantilesOfItsValues(count: Int) throws {
        var state: UInt64 = 7
        let values = (0..<count).map { index -> Int64 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(state >> 33) << Int64(index % 20)
        }
        var (whole, left, right) = (Sample(), Sample(), Sample())
        for (index, value) in values.enumerated() {
            whole.add(value)
            if index % 3 == 0 { left.add(value) } else { right.add(value) }
        }
        left.merge(right)
        let sorted = values.sorted()
        let tolerance = count > Sample.exactLimit ? 0.005 : 1e-12
        for sample in [whole, left] {
            let found = try #require(sample.quantiles([0, 0.5, 0.9, 1]))
            for (share, quantile) in zip([0, 0.5, 0.9, 1], found) {
                let exact = try #require(Quantile.of(sorted: sorted, at: share))
                #expect(abs(quantile - exact) <= tolerance * max(exact, 1), "\(share)")
            }
            let mean = values.reduce(0.0) { $0 + Double($1) } / Double(count)
            #expect(abs(try #require(sample.mean) - mean) < 1e-9 * mean)
        }
    }
}
