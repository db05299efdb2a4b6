import Foundation
import TestSupport
import Testing

struct TransitionTests {
    /// ClickHouse's counts of the same random streams, within sessions of 30 minutes and over all rows.
    @Test func agreeWithClickHouse() throws {
        let cases = try Fixture.cases("paths/clickhouse_transitions.json")
        #expect(!cases.isEmpty)
        for found in cases {
            let scratch = try Scratch()
            var stream = EventStream()
            for event in found["events"] as? [[String: Any]] ?? [] {
                let time = (event["t"] as? String ?? "").replacing("Z", with: ".000000Z")
                stream.add(
                    time: time, visitor: event["id"] as? String ?? "",
                    event: event["event"] as? String ?? "")
            }
            let paths = try Program("sessionize").run(["--timeout", "30m"], input: stream.data)
            #expect(paths.status == 0, "\(paths.errors)")
            let result = try Program("funnelstats").run(
                ["-o", scratch.path("out")], input: paths.output)
            #expect(result.status == 0, "\(result.errors)")
            let rows = try csvRows(scratch.path("out/transitions.csv"))
            let expected = found["expected"] as? [String: [String: Any]] ?? [:]
            try compare(rows, "session", expected["session"], found["name"] as? String ?? "")
            try compare(rows, "customer", expected["path"], found["name"] as? String ?? "")
        }
    }

    private func compare(
        _ rows: [[String: String]], _ scope: String, _ expected: [String: Any]?, _ name: String
    ) throws {
        let expected = try #require(expected)
        let columns = try #require(expected["columns"] as? [String])
        let cells = try #require(expected["transitions"] as? [[Any]])
        let ours = rows.filter {
            $0["scope"] == scope && $0["from"] != "(entry)" && $0["to"] != "(exit)"
        }
        #expect(ours.count == cells.count, "\(name) \(scope)")
        for cell in cells {
            let wanted = Dictionary(uniqueKeysWithValues: zip(columns, cell))
            let row = try #require(
                ours.first {
                    $0["from"] == wanted["from"] as? String && $0["to"] == wanted["to"] as? String
                })
            #expect(row["count"].flatMap(Int.init) == wanted["count"] as? Int)
            #expect(row["customers"].flatMap(Int.init) == wanted["visitors"] as? Int)
            for (column, key) in [
                ("median_s", "median_interpolated_s"), ("p90_s", "p90_interpolated_s"),
            ] {
                let (own, theirs) = (row[column].flatMap(Double.init), wanted[key] as? Double)
                #expect(abs((own ?? -1) - (theirs ?? -2)) < 1e-6, "\(name) \(scope) \(wanted)")
            }
        }
    }
}
