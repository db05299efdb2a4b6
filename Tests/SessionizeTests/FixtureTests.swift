import Foundation
import StageSupport
import TestSupport
import Testing

@testable import Sessionize
@testable import Sessions

/// Sessions as nine other systems cut them.
struct FixtureTests {
    /// Cases that no option of ours expresses.
    private static let without = [
        "flink-04": "arithmetic of intervals, no rows",
        "flink-05": "arithmetic of intervals, no rows",
        "rete5-04": "sessions between separator events",
        "rete5-05": "sessions between separator events",
    ]

    /// What a streaming engine drops or sends again has no counterpart: late rows are cut with the rows
    /// at hand.
    private static let streaming: Set<String> = ["flink-07", "kafka-10", "kafka-11"]

    @Test func casesWithoutAnOptionAreKnown() throws {
        let late = try Fixture.cases("sessions/late_events.json")
        #expect(Set(late.compactMap { $0["id"] as? String }) == Self.streaming)
        let identity = try Fixture.cases("identity/identity.json")
        // Connected components of four users: ours never joins two known users.
        #expect(identity.compactMap { $0["id"] as? String } == ["identity-01"])
    }

    @Test func everyCaseWithAnOption() throws {
        var run = 0
        for test in try Fixture.cases("sessions/sessionization.json") {
            let id = test["id"] as? String ?? ""
            guard Self.without[id] == nil else { continue }
            try check(test, id)
            run += 1
        }
        #expect(run == 19)
    }

    private func check(_ test: [String: Any], _ id: String) throws {
        let options = test["options"] as? [String: Any] ?? [:]
        let engine = try Engine()
        let seconds = (options["timeout_seconds"] as? NSNumber)?.doubleValue ?? 0
        engine.rule = SessionRule(
            timeout: Int64((seconds * 1_000_000).rounded()),
            boundary: options["boundary"] as? String == "gap_ge" ? .ge : .gt)
        if options["midnight_split"] as? Bool == true {
            engine.rule.midnight = try LocalClock(zone: options["timezone"] as? String ?? "UTC")
        }
        engine.rule.splitsOnCampaign = options["campaign_split"] as? Bool == true
        let rows = (test["events"] as? [[String: Any]] ?? []).compactMap { event -> TestRow? in
            // A row without a time is no event: ingest rejects it.
            guard let time = event["t"] as? String else { return nil }
            return TestRow(
                time,
                [
                    "visitor": event["key"] as? String ?? "",
                    "event_id": event["id"] as? String ?? "",
                    "campaign": event["campaign"] as? String ?? "",
                ])
        }
        let expected = (test["expected"] as? [String: Any])?["sessions"] as? [[String: Any]] ?? []
        #expect(!expected.isEmpty, "\(id)")
        let result = try engine.run(rows)
        let cut = Set(result.paths.sessions("event_id").values)
        #expect(cut == Set(expected.compactMap { $0["events"] as? [String] }), "\(id)")
        for session in expected {
            guard let end = session["end"] as? String, let start = session["start"] as? String,
                let key = session["key"] as? String
            else { continue }
            let found = result.table.contains {
                $0["customer"] == key && $0["start"] == Clock.text(Clock.microseconds(start))
                    && $0["end"] == Clock.text(Clock.microseconds(end))
            }
            #expect(found, "\(id)")
        }
    }

    @Test(arguments: [(0, "gt"), (0, "ge"), (1, "gt"), (1, "ge"), (2, "gt"), (2, "ge")])
    func clickHouseCutsTheSameSessions(number: Int, boundary: String) throws {
        let test = try Fixture.cases("sessions/clickhouse_sessions.json")[number]
        let engine = try Engine()
        engine.rule = SessionRule(
            timeout: Int64(test["gap_seconds"] as? Int ?? 0) * 1_000_000,
            boundary: boundary == "gt" ? .gt : .ge)
        let events = test["events"] as? [[String: Any]] ?? []
        let rows = events.map {
            TestRow(
                $0["t"] as? String ?? "",
                [
                    "visitor": $0["id"] as? String ?? "", "event": "page_view",
                    "page": $0["event"] as? String ?? "",
                ])
        }
        let all = test["expected"] as? [String: [String: Any]] ?? [:]
        let expected = all[boundary] ?? [:]
        let result = try engine.run(rows)
        #expect(result.table.count == expected["sessions_total"] as? Int)
        #expect(
            result.table.filter { $0["bounced"] == "true" }.count
                == expected["single_event_sessions"] as? Int)
        let lines = (expected["sessions"] as? [[Any]] ?? []).map { session -> [String] in
            let times = session[2...3].map { Clock.text(Clock.microseconds($0 as? String ?? "")) }
            return ["\(session[0])", "\(session[1])"] + times + ["\(session[4])", "\(session[5])"]
        }
        let columns = ["customer", "session_index", "start", "end", "events", "duration_s"]
        #expect(result.table.map { row in columns.map { row[$0] ?? "" } } == lines)
    }
}
