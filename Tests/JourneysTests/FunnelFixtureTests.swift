import Foundation
import Statistics
import Testing

@testable import Journeys

struct FunnelFixtureTests {
    /// Cases, or parts of them, that the contract cannot express, with the reason. Everything else of
    /// the fixtures is asserted, here and in `SegmentFixtureTests`.
    static let exceptions = [
        "ph-first-time-02": "an entry range apart from the data",
        "ph-first-time-03": "an entry range apart from the data",
        "ph-trends-unordered-01": "a trend from an inner step on",
        "ph-trends-unordered-02": "weeks from Sunday, and an entry range apart from the data",
        "ph-trends-unordered-03": "a trend to an inner step",
        "ph-trends-exclusions-07": "a trend by segment",
        "ph-time-to-convert-01": "the time to an inner step has no histogram",
        "ph-time-to-convert-03": "the time to an inner step has no histogram",
        "ph-correlation-03": "properties of visitors apart from their rows",
    ]

    static func counted(_ found: FunnelCase) -> (tally: FunnelTally, depths: [String: Int]) {
        var matcher = FunnelMatcher(found.rules)
        var tally = FunnelTally(found.rules)
        var depths: [String: Int] = [:]
        for (unit, rows) in found.units {
            matcher.findBest(of: rows[...], starts: Int64.min..<Int64.max)
            let outcome = matcher.outcome
            tally.add(outcome, amount: nil)
            depths[unit] = outcome.isRemoved ? 0 : outcome.depth
        }
        return (tally, depths)
    }

    @Test(arguments: ["clickhouse_docs", "clickhouse_random", "posthog", "own_corner_cases"])
    func funnelsAgree(file: String) throws {
        var checked = 0
        for found in try FunnelCase.all(file) {
            guard found.inexpressible == nil else {
                #expect(Self.exceptions[found.id]?.contains("entry range") == true, "\(found.id)")
                continue
            }
            let (tally, depths) = Self.counted(found)
            if let steps = found.expected["steps"] as? [Int] {
                #expect(tally.reached == steps, "\(found.id)")
                checked += 1
            }
            for (unit, level) in found.expected["level_by_visitor"] as? [String: Int] ?? [:] {
                #expect(depths[unit] == level, "\(found.id) \(unit)")
            }
            try Self.expectTimes(found, tally)
            Self.expectVisitors(found, depths)
        }
        #expect(checked >= 9)
    }

    static func expectTimes(_ found: FunnelCase, _ tally: FunnelTally) throws {
        for (key, quantile) in [("average_seconds", nil), ("median_seconds", 0.5 as Double?)] {
            guard let times = found.expected[key] as? [Any] else { continue }
            for (step, time) in times.enumerated() {
                guard let seconds = (time as? NSNumber)?.doubleValue else { continue }
                let sample = tally.steps[step].times
                let ours = try #require(
                    quantile.flatMap { sample.quantiles([$0])?[0] } ?? sample.mean)
                #expect(abs(ours / 1_000_000 - seconds) < 0.01, "\(found.id) \(key) \(step)")
            }
        }
    }

    static func expectVisitors(_ found: FunnelCase, _ depths: [String: Int]) {
        guard let steps = found.expected["visitors_at_step"] as? [[String]] else { return }
        for (step, visitors) in steps.enumerated() {
            let ours = depths.filter { $0.value > step }.keys.sorted()
            #expect(ours == visitors.sorted(), "\(found.id) step \(step + 1)")
        }
    }
}
