import Foundation
import TestSupport
import Testing
import Rows

@testable import Journeys

/// Fixtures of `attribution`, `retention` and `metrics` that the tables can express.
struct CohortFixtureTests {
    /// The others, with the reason.
    static let exceptions = [
        "snowplow-attr-shapley": "another formula of the same name: a gain in rate for each path",
        "lost-users-01": "who is lost after a timeout: no table has them",
    ]

    @Test func everyCaseIsAssertedOrExcepted() throws {
        let all = try [
            "attribution/attribution", "metrics/metrics", "retention/clickhouse_retention",
        ]
        .flatMap { try Fixture.cases($0 + ".json") }.compactMap { $0["id"] as? String }
        let asserted = ["markov-01", "mixpanel-01", "ch-rete-01"]
        #expect(all.sorted() == (asserted + Self.exceptions.keys).sorted())
    }

    /// A customer for each conversion and each null of each path.
    @Test func markovAgrees() throws {
        let found = try #require(
            Fixture.cases("attribution/attribution.json").first {
                $0["id"] as? String == "markov-01"
            })
        var rows = PathRows()
        var customers = 0
        for path in found["events"] as? [[String: Any]] ?? [] {
            let channels = path["path"] as? [String] ?? []
            let converted = path["conversions"] as? Int ?? 0
            for number in 0..<converted + (path["nulls"] as? Int ?? 0) {
                for (place, channel) in channels.enumerated() {
                    rows.add(
                        "c\(customers)", "\(place)", at: Int64(place) * 3600,
                        number < converted && place == channels.count - 1 ? "buy" : "see",
                        channel: channel)
                }
                customers += 1
            }
        }
        let table = try rows.tables(PathRows.touchpoints("see", "buy::conversion"))
            .rows("attribution").filter { $0["model"] == "markov" }
        let expected = found["expected"] as? [String: Any]
        let derived = expected?["derived"] as? [String: Any]
        for (column, key) in [
            ("removal_effect", "removal_effect"), ("conversions", "attributed_conversions"),
        ] {
            let wanted = derived?[key] as? [String: Double]
            let ours = table.map { ($0["channel"] ?? "", Double($0[column] ?? "") ?? -1) }
            #expect(Dictionary(uniqueKeysWithValues: ours) == wanted)
        }
    }

    /// ClickHouse's cohorts are days. Here each day is stretched to a week that begins on a Monday: what
    /// is said of days there is said of weeks here.
    @Test func cohortsAgreeWithClickHouse() throws {
        let found = try #require(Fixture.cases("retention/clickhouse_retention.json").first)
        let expected = found["expected"] as? [String: Any] ?? [:]
        let day: Int64 = 86_400
        // 2024-05-01, and Monday 2024-01-01.
        let (origin, monday) = (19_844 * day, 19_723 * day)
        var rows = PathRows()
        for (number, event) in (found["events"] as? [[String: Any]] ?? []).enumerated() {
            let text = Array((event["t"] as? String ?? "").utf8)
            let time = try #require(LoggedTime(iso: text.span)?.time).microseconds / 1_000_000
            let (days, clock) = ((time - origin) / day, (time - origin) % day)
            rows.add(
                event["id"] as? String ?? "", "\(number)", at: monday + days * 7 * day + clock,
                event["event"] as? String ?? "")
        }
        let table = try rows.tables("", horizon: "2025-01-01T00:00:00.000000Z").rows("retention")
        let offsets = found["offsets_days"] as? [Int] ?? []
        let cohorts = expected["cohorts"] as? [[Any]] ?? []
        #expect(cohorts.count == 4 && offsets == [0, 1, 7])
        for (place, cohort) in cohorts.enumerated() {
            let week = CivilDate(daysSince1970: 19_723 + place * 7).text
            for (column, period) in offsets.enumerated() {
                let row = try #require(
                    table.first { $0["cohort"] == week && $0["period"] == "\(period)" })
                #expect(Int(row["customers"] ?? "") == cohort[1] as? Int)
                #expect(Int(row["returned"] ?? "") == cohort[2 + column] as? Int, "\(row)")
            }
        }
    }

    /// Ten customers, of whom 9, 7, 6 come back: an interval is no part of the one before it.
    @Test func ratesAgreeWithMixpanel() throws {
        let found = try #require(
            Fixture.cases("metrics/metrics.json").first { $0["id"] as? String == "mixpanel-01" })
        let expected = found["expected"] as? [String: Any] ?? [:]
        let counts = expected["counts"] as? [Int] ?? []
        let week: Int64 = 7 * 86_400
        // Monday 1970-01-05.
        let monday: Int64 = 4 * 86_400
        var rows = PathRows()
        let first = try #require(expected["first"] as? Int)
        for customer in 0..<first { rows.add("c\(customer)", "0", at: monday, "see") }
        for (period, count) in counts.enumerated() {
            for number in 0..<count {
                // Others come back each time.
                rows.add(
                    "c\((number + period * 3) % first)", "\(period + 1)",
                    at: monday + Int64(period + 1) * week, "see")
            }
        }
        let rates = try rows.tables("", horizon: "1970-03-02T00:00:00.000000Z").rows("retention")
            .dropFirst().prefix(counts.count).compactMap { Double($0["rate"] ?? "") }
        #expect(rates == expected["retention"] as? [Double])
    }
}
