import Foundation
import TestSupport
import Testing

struct OptionTests {
    @Test(arguments: [
        (["--split-at", "midnight", "--timezone", "Europe/Helsinky"], 64, "Europe/Helsinki"),
        (["--timezone", "UTC"], 64, "--split-at"), (["--max-events", "0"], 64, "--max-events"),
        (["--identities", "map", "--identity", "off"], 64, "--identities"),
        (["--memory", "0"], 64, "memory"), (["--memory", "1X"], 64, "memory"),
        (["--tmp-dir", "missing"], 73, "missing"),
        (["--sessions", "missing/s.csv"], 73, "missing"),
        (["--quarantine", "missing/q"], 73, "missing"), (["--state", "missing/s"], 73, "missing"),
        (["nosuch"], 66, "nosuch"),
    ])
    func wrongOptionsEndBeforeWork(options: [String], status: Int32, message: String) throws {
        let scratch = try Scratch()
        _ = try scratch.file("in", EventStream([]).bytes)
        let result = try Program("sessionize").run(
            options + ["-o", "paths", "in"], in: scratch.url)
        #expect(result.status == status, "\(result.errors)")
        #expect(result.errors.contains(message))
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
        #expect(left.filter { $0 != "in" } == [])
    }

    /// Cut inside a row, behind a row, and before the end line.
    @Test(arguments: [40, 1, 0])
    func streamWithoutItsEndIsRefused(missing: Int) throws {
        let scratch = try Scratch()
        let rows = [TestRow("2026-01-01T00:00:00Z", ["visitor": "v"])]
        let text = String(decoding: EventStream(rows).bytes, as: UTF8.self)
        let body = text[..<(text.range(of: "#end")?.lowerBound ?? text.endIndex)]
        let result = try Program("sessionize").run(
            ["-o", scratch.path("paths")], input: Data(body.dropLast(missing).utf8))
        #expect(result.status == 65)
        #expect(result.errors.contains("stdin: no end line: upstream stopped"))
        #expect(!FileManager.default.fileExists(atPath: scratch.path("paths")))
    }

    @Test func emptyStreamGivesEmptyTables() throws {
        let scratch = try Scratch()
        let result = try Program("sessionize").run(
            ["--sessions", scratch.path("s.csv")], input: Data(EventStream([]).bytes))
        #expect(result.status == 0)
        #expect(result.text.contains("#end rows=0 complete=true"))
        #expect(try Table.rows(scratch.path("s.csv")).isEmpty)
        let table = try String(contentsOfFile: scratch.path("s.csv"), encoding: .utf8)
        #expect(table.hasPrefix("session_id,customer,visitor,session_index,start,end,duration_s,"))
    }

    /// A timeout above the longest session keeps rows together that this limit would take for a machine's.
    @Test(arguments: [
        (["--timeout", "24h"], "false"), (["--timeout", "24h", "--max-session", "13h"], "false"),
        (["--timeout", "14h", "--max-session", "12h"], "true"),
    ])
    func theLongestSessionIsNoShorterThanTheTimeout(
        options: [String], isQuarantined: String
    ) throws {
        let scratch = try Scratch()
        let rows = ["00:00:00", "08:00:00", "16:00:00"].map {
            TestRow("2026-01-01T\($0)Z", ["visitor": "v"])
        }
        let result = try Program("sessionize").run(
            options + ["--sessions", scratch.path("s.csv")], input: Data(EventStream(rows).bytes))
        #expect(result.status == 0, "\(result.errors)")
        #expect(
            try Table.rows(scratch.path("s.csv")).map { $0["quarantined"] } == [isQuarantined])
    }

    /// Names are compared without case, `_` and blanks; none is a mistake.
    @Test(arguments: [
        ([], "10", 0), (["--value-events", "all"], "17", 0),
        (["--value-events", "view item,refund"], "3", 0),
        (["--value-events", "order_paid"], "", 0),
        (["--value-events", ""], "", 64), (["--value-events", "_,"], "", 64),
    ])
    func valuesAreThoseOfTheEventsNamed(options: [String], value: String, status: Int32) throws {
        let scratch = try Scratch()
        let rows = [("VIEW_ITEM", "3"), ("Purchase", "8"), ("order_completed", "2"), ("cart", "4")]
        let stream = EventStream(
            rows.map { TestRow(0, ["visitor": "v", "event": $0.0, "value": $0.1]) })
        let result = try Program("sessionize").run(
            options + ["--sessions", scratch.path("s.csv")], input: Data(stream.bytes))
        #expect(result.status == status)
        guard status == 0 else { return }
        #expect(try Table.rows(scratch.path("s.csv")).map { $0["value"] } == [value])
        let doubt = "sessionize: no row with a value is a purchase"
        #expect(result.errors.hasPrefix(doubt) == value.isEmpty)
    }

    @Test func memoryThreadsAndOrderOfInputsChangeNothing() throws {
        let scratch = try Scratch()
        let padding = String(repeating: "p", count: 300)
        var rows: [TestRow] = []
        for number in 0..<4000 {
            let user = number % 17 == 0 ? "u\(number % 61 / 2)" : ""
            let columns = [
                "visitor": "v\(number % 61)", "user": user, "event_id": "\(number)",
                "props": padding,
            ]
            rows.append(TestRow(Int64(number * 7919 % 4000) * 40_000_000, columns))
        }
        let one = try scratch.file("a", EventStream(Array(rows[0..<1500])).bytes)
        let other = try scratch.file("b.gz", EventStream(Array(rows[1500...])).bytes)
        var results: Set<Data> = []
        for options in [
            [one, other], [other, one], ["--memory", "64K", one, other],
            ["--memory", "64K", "-j", "1", one, other],
        ] {
            let result = try Program("sessionize").run(
                ["--sessions", scratch.path("s.csv")] + options)
            #expect(result.status == 0, "\(result.errors)")
            results.insert(result.output)
            results.insert(try Data(contentsOf: URL(filePath: scratch.path("s.csv"))))
        }
        #expect(results.count == 2)
    }
}
