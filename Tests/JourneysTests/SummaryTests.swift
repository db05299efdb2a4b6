import Foundation
import StatsFolder
import TestSupport
import Testing

/// Every member of the summary of `funnelstats`, by paths made by hand.
struct SummaryTests {
    private static let journey = """
        version = 1
        timezone = "Europe/Helsinki"
        [[touchpoint]]
        name = "rate"
        kind = "feedback"
        match = [{ event = "rate" }]
        [[funnel]]
        name = "f"
        steps = [{ event = "view" }, { event = "buy" }]
        window = "1h"
        exclude = [{ event = "refund", from = 1, to = 2 }]
        """

    /// a converts in one of two sessions, b enters and is removed, c only rates, off the scale.
    private static func paths() -> PathRows {
        var rows = PathRows()
        rows.add("a", "1", at: 10, "view")
        rows.add("a", "1", at: 20, "buy")
        rows.add("a", "2", at: 9000, "other")
        rows.add("b", "1", at: 30, "view")
        rows.add("b", "1", at: 40, "refund")
        rows.add("c", "1", at: 50, "rate", props: #"{"nps":11}"#)
        return rows
    }

    @Test func everyCountIsThatOfTheRows() throws {
        let scratch = try Scratch()
        let text = Self.paths().stream(horizon: "1970-01-02T00:00:00.000000Z timeout=30m")
        _ = try scratch.file("one.tsv", text.utf8)
        // The first customer's rows once more, of another delivery.
        let lines = text.split(separator: "\n")
        let end = "#end rows=3 complete=true first=1970-01-01T00:00:05.000000Z\n"
        let again = (lines[..<5] + [end[...]]).joined(separator: "\n")
        _ = try scratch.file("two.tsv", again.utf8)
        _ = try scratch.file("j.toml", Self.journey.utf8)
        let run = try Program("funnelstats").run(
            [
                "--journey", "j.toml", "-o", "out", "--summary", "s.json", "--metrics", "m.prom",
                "one.tsv", "two.tsv",
            ], in: scratch.url)
        #expect(run.status == 0, "\(run.errors)")
        let data = try Data(contentsOf: URL(filePath: scratch.path("s.json")))
        let summary = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let counts = [
            "rows": 9, "rows_used": 6, "rows_delivered_twice": 3, "customers": 3, "sessions": 4,
            "answers_off_scale": 1,
        ]
        for (name, count) in counts { #expect(summary[name] as? Int == count, "\(name)") }
        let texts = [
            "program": "funnelstats", "timezone": "Europe/Helsinki",
            "data_start": "1970-01-01T00:00:05.000000Z", "data_end": "1970-01-02T00:00:00.000000Z",
        ]
        for (name, text) in texts { #expect(summary[name] as? String == text, "\(name)") }
        #expect(summary["session_timeouts"] as? [String] == ["30m"])
        let inputs = try #require(summary["inputs"] as? [[String: Any]])
        #expect(inputs.map { $0["rows"] as? Int } == [6, 3])
        #expect(inputs.map { $0["bytes"] as? Int } == [text.utf8.count, again.utf8.count])
        let funnel = try #require((summary["funnels"] as? [[String: Any]])?.first)
        #expect(funnel["entered"] as? Int == 1 && funnel["removed"] as? Int == 1)
        #expect(funnel["rows_without_unit"] as? Int == 0)
        let conversion = try #require(summary["conversion"] as? [String: Any])
        #expect(conversion["repeated"] as? Int == 0 && conversion["refunds"] as? Int == 0)
        #expect((funnel["steps_without_rows"] as? [Int])?.isEmpty == true)
        for name in ["part", "site", "language"] { #expect(summary[name] is NSNull) }
        #expect((summary["labels"] as? [Any])?.isEmpty == true)
        let kinds = try #require(summary["kinds"] as? [[String: String]])
        #expect(kinds.contains(["touchpoint": "rate", "kind": "feedback"]))

        // The files that describe the tables; a summary is written where there may be none.
        #expect((summary["descriptions"] as? [Any])?.isEmpty == true)

        // Whatever else the manifest has, the reader of the folder knows, and these tests look at.
        let manifest = try StatsFolder(scratch.path("out")).manifest
        let members = Mirror(reflecting: manifest).children.compactMap(\.label).map(Self.snake)
        let others = [
            "version", "journey_sha256", "session_timeouts", "inputs", "funnels", "conversion",
            "friction", "attribution", "retention", "part", "outputs", "site", "language", "kinds",
            "labels",
        ]
        #expect(Set(summary.keys) == Set(members).union(["descriptions"]))
        #expect(Set(members) == Set(counts.keys).union(texts.keys).union(others))
        #expect(manifest.outputs.count > 10 && (summary["outputs"] as? [Any])?.isEmpty == true)
        for output in manifest.outputs {
            let table = try csvLines(scratch.path("out/\(output.name)"))
            #expect(output.rows == table - 1, "\(output.name)")
        }

        let metrics = try String(contentsOfFile: scratch.path("m.prom"), encoding: .utf8)
        for line in [
            "rows 6", "customers 3", "sessions 4", "rows_left_out 0", "rows_delivered_twice 3",
            #"entered{funnel="f"} 1"#, #"converted{funnel="f"} 1"#,
        ] { #expect(metrics.contains("polku_funnelstats_\(line)\n"), "\(line)") }
    }

    /// Of streams that do not tell what was read, the times of their rows count: the earliest and the latest,
    /// whoever's they are.
    @Test func withoutAHorizonTheRowsTell() throws {
        var rows = PathRows()
        rows.add("a", "1", at: 20, "view")
        rows.add("b", "1", at: 10, "view")
        rows.add("b", "1", at: 40, "view")
        rows.add("c", "1", at: 30, "view")
        let manifest = try rows.tables().manifest
        #expect(manifest.contains(#""data_start":"1970-01-01T00:00:10.000000Z""#))
        #expect(manifest.contains(#""data_end":"1970-01-01T00:00:40.000000Z""#))
        #expect(try PathRows().tables().manifest.contains(#""data_start":null,"data_end":null"#))
    }

    private func csvLines(_ path: String) throws -> Int {
        try String(contentsOfFile: path, encoding: .utf8).filter { $0 == "\n" }.count
    }

    private static func snake(_ name: String) -> String {
        name.reduce(into: "") { text, letter in
            text += letter.isUppercase ? "_\(letter.lowercased())" : "\(letter)"
        }
    }
}
