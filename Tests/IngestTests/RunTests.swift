import Foundation
import TestSupport
import Testing

/// Whole runs of the program: what must not change the events, and what the options do.
struct RunTests {
    private static let browser =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/124.0.0.0 Safari/537.36"

    private static func line(_ number: Int, _ path: String? = nil) -> String {
        let clock = 10_000 + number
        let time = [clock / 3600, clock / 60 % 60, clock % 60].map { String($0 + 100).dropFirst() }
        return "203.0.113.\(number % 250) - - [01/May/2024:\(time.joined(separator: ":")) +0000] "
            + "\"GET \(path ?? "/p/\(number)") HTTP/1.1\" 200 5 \"-\" \"\(browser)\""
    }

    private static func text(_ numbers: Range<Int>) -> String {
        numbers.map { line($0) + "\n" }.joined()
    }

    private static func zipped(_ text: String, _ scratch: Scratch) throws -> Data {
        try printed(["gzip", "-nc", scratch.file("to-zip", text.utf8)])
    }

    /// What another program prints.
    private static func printed(_ command: [String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return bytes
    }

    private static func run(_ arguments: [String], status: Int32 = 0) throws -> Program.Result {
        let result = try Program("ingest").run(arguments)
        #expect(result.status == status, "\(result.errors)")
        return result
    }

    private static func summary(_ path: String) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(filePath: path))
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private static func rows(_ text: String) -> [Substring] {
        text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map { $0 }
    }

    @Test func theShapeOfTheInputDoesNotMatter() throws {
        let scratch = try Scratch()
        let whole = try scratch.file("whole.log", Self.text(0..<9000).utf8)
        let expected = try Self.run([whole]).output
        let gzip = try scratch.file("a.gz", Self.zipped(Self.text(0..<9000), scratch))
        // Members that end in the middle of a line.
        let all = Array(Self.text(0..<9000).utf8)
        let parts = [all[..<100_001], all[100_001..<100_002], all[100_002...]].map {
            String(decoding: $0, as: UTF8.self)
        }
        let members = try scratch.file("m.gz", parts.flatMap { try Self.zipped($0, scratch) })
        for path in [gzip, members] { #expect(try Self.run([path]).output == expected) }
        for jobs in ["1", "2", "5"] {
            #expect(try Self.run(["-j", jobs, "--memory", "1K", whole]).output == expected)
        }
        let one = try scratch.file("part1", Self.text(0..<4000).utf8)
        let two = try scratch.file("part2.gz", Self.zipped(Self.text(4000..<9000), scratch))
        for files in [[one, two], [two, one]] {
            #expect(try Self.run(files).output == expected)
        }
    }

    @Test func aFileNamedTwiceCountsOnce() throws {
        let scratch = try Scratch()
        let path = try scratch.file("a.log", Self.text(0..<50).utf8)
        let link = scratch.path("b.log")
        try FileManager.default.linkItem(atPath: path, toPath: link)
        let summary = scratch.path("s.json")
        let result = try Self.run(["--summary", summary, path, path, link])
        #expect(Self.rows(result.text).count == 50)
        let inputs = try #require(try Self.summary(summary)["inputs"] as? [[String: Any]])
        #expect(inputs.map { $0["state"] as? String } == ["complete", "duplicate", "duplicate"])
        #expect(inputs[2]["remark"] as? String == "the same file as \(path)")
    }

    @Test func aCopyAddsNothingAndEqualLinesOfOneFileStay() throws {
        let scratch = try Scratch()
        let text = Self.text(0..<20) + Self.text(0..<20) + Self.text(0..<5)
        let path = try scratch.file("a.log", text.utf8)
        let copy = try scratch.file("a.log.1.gz", Self.zipped(text, scratch))
        let summary = scratch.path("s.json")
        let result = try Self.run(["--summary", summary, path, copy])
        #expect(Self.rows(result.text).count == 45)
        #expect(try Self.summary(summary)["duplicates"] as? Int == 45)
        let ids = Set(
            Self.rows(result.text).map {
                $0.split(separator: "\t", omittingEmptySubsequences: false)[17]
            })
        // Equal lines are told apart by their number.
        #expect(ids.count == 45)
        #expect(Self.rows(try Self.run(["--dedupe", "on", path]).text).count == 20)
        #expect(Self.rows(try Self.run(["--dedupe", "off", path, copy]).text).count == 90)
    }

    /// Sent again, an event has another time of sending and receiving, and so another corrected time; with
    /// its own time, or another visitor, it is another event.
    @Test func anEventThatIsSentAgainIsACopy() throws {
        let scratch = try Scratch()
        func line(_ made: Int, _ sent: Int, _ received: Int, visitor: String = "v") -> String {
            let members = [("originalTimestamp", made), ("sentAt", sent), ("receivedAt", received)]
                .map { #""\#($0.0)":"2024-05-01T10:\#($0.1):00Z""# }.joined(separator: ",")
            return
                #"{"type":"track","event":"e","messageId":"m1","anonymousId":"\#(visitor)",\#(members)}"#
        }
        func own(_ minute: Int) -> String {
            #"{"type":"track","event":"e","messageId":"m2","anonymousId":"v","timestamp":"2024-05-01T10:\#(minute):00Z"}"#
        }
        // The corrected times are 10:19, 10:29 and, never sent, that of receiving.
        let lines = [
            line(10, 11, 20), line(10, 12, 31), line(10, 11, 20, visitor: "w"), own(10), own(10),
            own(11),
        ]
        let path = try scratch.file("a.ndjson", (lines.joined(separator: "\n") + "\n").utf8)
        let summary = scratch.path("s.json")
        let found = try Self.run(["--summary", summary, path])
        #expect(
            Self.rows(found.text).map { $0.prefix(16) } == [
                "2024-05-01T10:19", "2024-05-01T10:19", "2024-05-01T10:10", "2024-05-01T10:11",
            ])
        #expect(try Self.summary(summary)["duplicates"] as? Int == 2)
    }

    /// A line of the greatest length, its end in a piece of its own: LF, CRLF or none.
    @Test func aLineOfAMebibyteIsWhole() throws {
        let scratch = try Scratch()
        let (start, rest) = (
            #"{"time":"2024-05-01T10:00:00Z","visitor":"v","event":""#, #""}"#
        )
        for (extra, events) in [(-1, 2), (0, 2), (1, 1)] {
            let length = (1 << 20) + extra - start.utf8.count - rest.utf8.count
            let long = start + String(repeating: "x", count: length) + rest
            _ = try scratch.file("long", (start + "e" + rest + "\n" + long).utf8)
            for end in ["", "\\n", "\\r\\n", "\\r' ; sleep 0.3; printf '\\n"] {
                let run = try Program.shell(
                    "(cat long; sleep 0.3; printf '\(end)') | ingest --max-rejects 5 -", in: scratch
                )
                #expect(run.status == 0, "\(run.errors)")
                #expect(Self.rows(run.text).count == events, "\(extra) '\(end)'")
            }
        }
    }

    @Test func aFoldIsResolvedOverBlocks() throws {
        // Helsinki's clocks showed 03:00 to 04:00 twice on 25 October 2026: 00:00 to 02:00 UTC.
        let scratch = try Scratch()
        let lines = (0..<14_400).map { index in
            let tenths = index % 7200 * 5
            let clock = String(10_000 + tenths / 600 * 100 + tenths / 10 % 60).dropFirst()
            return
                "{\"time\":\"2026-10-25T03:\(clock.prefix(2)):\(clock.suffix(2)).\(tenths % 10)\",\"visitor\":\"v\(index)\",\"event\":\"page_view\",\"page\":\"/some/page/of/the/shop\"}\n"
        }
        let path = try scratch.file("a.ndjson", lines.joined().utf8)
        let summary = scratch.path("s.json")
        for jobs in ["1", "4"] {
            let result = try Self.run([
                "-j", jobs, "--assume-timezone", "Europe/Helsinki", "--summary", summary, path,
            ])
            let times = Self.rows(result.text).map { $0.prefix(21) }
            #expect(times == times.sorted())
            #expect(times.first == "2026-10-25T00:00:00.0" && times.last == "2026-10-25T01:59:59.5")
            let notes = try Self.summary(summary)["notes"] as? [String: Int]
            #expect(notes == ["tz_assumed": 14_400])
        }
    }

    @Test func rejectsAreReadAgainAfterACure() throws {
        let scratch = try Scratch()
        var lines = (0..<10).map {
            "{\"time\":\"2026-03-29T0\($0 < 5 ? 2 : 3):0\($0):00\",\"visitor\":\"v\($0)\",\"event\":\"e\"}"
        }
        lines.append("{\"time\":\"never\",\"visitor\":\"v\",\"event\":\"caf\u{E9}\"}")
        let path = try scratch.file("a.ndjson", lines.joined(separator: "\n").utf8 + [0x0A])
        let rejects = scratch.path("rejects")
        // Helsinki's clocks never showed 03:05.
        let first = try Self.run([
            "--max-rejects", "50%", "--assume-timezone", "Europe/Helsinki", "--rejects", rejects,
            path,
        ])
        #expect(Self.rows(first.text).count == 5)
        let mode = try FileManager.default.attributesOfItem(atPath: rejects)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let again = scratch.path("again")
        let second = try Self.run([
            "--max-rejects", "50%", "--replay", rejects, "--rejects", again,
        ])
        #expect(
            Self.rows(second.text).map { $0.prefix(17) } == (5..<10).map { "2026-03-29T03:0\($0):" }
        )
        let left = try String(contentsOfFile: again, encoding: .utf8)
        #expect(left.contains("\"line\":11,") && left.contains("\(path)\""))
        #expect(left.split(separator: "\n").count == 1)
        let bad = try scratch.file("bad", "{\"file\":1}\n".utf8)
        #expect(try Self.run(["--replay", bad], status: 65).errors.contains("bad:1"))
    }

    /// A line that takes more than a mebibyte as a reject, for its quotes are escaped again, is read whole.
    @Test func aLongRejectIsReadAgain() throws {
        let scratch = try Scratch()
        let note = String(repeating: #"\""#, count: 400_000)
        let lines = ["03:05", "04:05"].map {
            #"{"time":"2026-03-29T\#($0):00","visitor":"v","event":"e","note":"\#(note)"}"# + "\n"
        }
        let path = try scratch.file("a.ndjson", lines.joined().utf8)
        let rejects = scratch.path("rejects")
        let first = try Self.run([
            "--format", "json", "--max-rejects", "50%", "--assume-timezone", "Europe/Helsinki",
            "--rejects", rejects,
            path,
        ])
        #expect(Self.rows(first.text).count == 1)
        #expect(try Data(contentsOf: URL(filePath: rejects)).count > 1 << 20)
        let second = try Self.run(["--format", "json", "--replay", rejects])
        #expect(Self.rows(second.text).map { $0.prefix(16) } == ["2026-03-29T03:05"])
    }

    @Test func bytesThatAreNoTextGoToTheRejectsAsBase64() throws {
        let scratch = try Scratch()
        let path = try scratch.file(
            "a.log", Array(Self.text(0..<3).utf8) + [0xE9, 0xFF, 0x0A] + Array(Self.line(4).utf8))
        let rejects = scratch.path("rejects")
        _ = try Self.run(["--rejects", rejects, path])
        #expect(
            try String(contentsOfFile: rejects, encoding: .utf8).contains("\"raw_base64\":\"6f8=\"")
        )
    }

    @Test func theKeyAndTheClientAreNowhere() throws {
        let scratch = try Scratch()
        let key = try scratch.file("key", "correct horse battery staple, twice over".utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
        let log =
            Self.text(0..<5)
            + "198.51.100.9 - carl@example.com [01/May/2024:10:00:00 +0000] \"GET /u/carl@example.com?t=secret HTTP/1.1\" 200 5 \"https://x.example/q?m=carl@example.com\" \"\(Self.browser)\"\n"
        let path = try scratch.file("a.log", log.utf8)
        let (summary, metrics) = (scratch.path("s.json"), scratch.path("m.prom"))
        let result = try Self.run([
            "-v", "--key-file", key, "--summary", summary, "--metrics", metrics, path,
        ])
        let all =
            result.text + result.errors + (try String(contentsOfFile: summary, encoding: .utf8))
            + (try String(contentsOfFile: metrics, encoding: .utf8))
        for secret in ["horse", "198.51", "203.0.113", "Mozilla", "carl@", "secret", "?m"] {
            #expect(!all.contains(secret), "\(secret)")
        }
        #expect(try Self.summary(summary)["visitor_key"] as? String == "file")
        let open = try Self.run([path])
        #expect(Self.rows(open.text)[0] != Self.rows(result.text)[0])
        let ids = try scratch.file(
            "ids.ndjson",
            "{\"time\":\"2024-05-01T10:00:00Z\",\"visitor\":\"vis-1\",\"user\":\"use-1\",\"event\":\"e\"}\n"
                .utf8)
        let hashed = try Self.run(["--hash-ids", ids]).text
        #expect(!hashed.contains("vis-1") && !hashed.contains("use-1"))
    }

    @Test func linesGoToTheClassesThatOptionsName() throws {
        let scratch = try Scratch()
        let bot = Self.line(1).replacing(Self.browser, with: "Googlebot/2.1")
        let path = try scratch.file(
            "a.log",
            [Self.line(0), bot, Self.line(2, "/a.css"), Self.line(3, "/.env"), ""].joined(
                separator: "\n"
            ).utf8)
        let summary = scratch.path("s.json")
        func classes(_ arguments: [String]) throws -> [Int?] {
            _ = try Self.run(arguments + ["--summary", summary, path])
            let counts = try Self.summary(summary)
            return ["events", "bots", "filtered"].map { counts[$0] as? Int }
        }
        #expect(try classes([]) == [1, 2, 1])
        #expect(try classes(["--bots", "keep"]) == [3, 0, 1])
        #expect(try classes(["--bots", "only"]) == [2, 0, 2])
        #expect(try classes(["--static", "keep"]) == [2, 2, 0])
        #expect(try classes(["--until", "2024-05-01T02:46:41Z"]) == [1, 0, 3])
        #expect(try classes(["--since", "2024-05-01T02:46:41Z"]) == [0, 2, 2])
        let kept = try Self.run(["--static", "keep", "--bots", "keep", path]).text
        #expect(kept.contains("\tasset\t") && kept.contains("{\"bot\":\"probe\"}"))
        #expect(kept.contains("{\"bot\":\"list:Googlebot\\\\\\\\/\"}"))
    }

    @Test func theSummaryNamesTheContentAndMetricsTheRun() throws {
        let scratch = try Scratch()
        let text = Self.text(0..<100)
        let path = try scratch.file("a.gz", Self.zipped(text, scratch))
        let (summary, metrics) = (scratch.path("s.json"), scratch.path("m.prom"))
        _ = try Self.run(["--summary", summary, "--metrics", metrics, path])
        let inputs = try #require(try Self.summary(summary)["inputs"] as? [[String: Any]])
        let plain = try scratch.file("a", text.utf8)
        let hash = String(decoding: try Self.printed(["sha256sum", plain]), as: UTF8.self)
        #expect(inputs[0]["sha256"] as? String == String(hash.prefix(64)))
        #expect(inputs[0]["bytes"] as? Int == text.utf8.count)
        #expect(inputs[0]["format"] as? String == "combined")
        let lines = try String(contentsOfFile: metrics, encoding: .utf8)
        #expect(lines.contains("polku_ingest_lines{class=\"events\"} 100\n"))
        #expect(lines.contains("polku_ingest_last_success_timestamp_seconds "))
    }

    @Test func badCallsAreToldBeforeWork() throws {
        let scratch = try Scratch()
        let path = try scratch.file("a.log", Self.text(0..<5).utf8)
        let json = try scratch.file(
            "a.ndjson",
            "{\"time\":\"2024-05-01T10:00:00Z\",\"cookie_id\":\"v\",\"event\":\"e\"}\n".utf8)
        #expect(try Self.run(["-o", path, path], status: 64).errors.contains("also an input"))
        #expect(
            try Self.run(["--tmp-dir", "/nonexistent", path], status: 73).errors.contains(
                "/nonexistent"))
        #expect(
            try Self.run(["--assume-timezone", "Helsinki", path], status: 64).errors.contains(
                "Europe/Helsinki"))
        #expect(
            try Self.run(["--map", "visitor=cokie_id", json], status: 64).errors.contains(
                "cookie_id"))
        _ = try Self.run(["--since", "2024-05-01T00:00:00", path], status: 64)
        _ = try Self.run(
            ["--since", "2024-05-02T00:00:00Z", "--until", "2024-05-01T00:00:00Z", path], status: 64
        )
        _ = try Self.run(["--replay", path, path], status: 64)
        _ = try Self.run(["--key-file", path, path], status: 66)
        let output = scratch.path("out")
        let dry = try Self.run(["-n", "-o", output, path])
        #expect(dry.output.isEmpty && dry.errors.contains("write \(output)"))
        #expect(!FileManager.default.fileExists(atPath: output))
    }

    @Test func messagesHideEmailAddresses() throws {
        let scratch = try Scratch()
        let path = try scratch.file(
            "a.ndjson",
            "{\"time\":\"anna@example.com\",\"visitor\":\"v\",\"event\":\"e\"}\n".utf8)
        let result = try Self.run([path], status: 65)
        #expect(result.errors.contains("bad_time") && !result.errors.contains("anna@"))
    }

    @Test func aFileOverMemoryIsStillExact() throws {
        let scratch = try Scratch()
        let text = Self.text(0..<4000)
        let path = try scratch.file("a.log", text.utf8)
        let copy = try scratch.file("b.log", (Self.text(2000..<6000)).utf8)
        let wide = try Self.run([path, copy])
        let tight = try Self.run(["--memory", "1K", "--tmp-dir", scratch.url.path, path, copy])
        #expect(wide.output == tight.output)
        #expect(Self.rows(wide.text).count == 6000)
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
        #expect(left.sorted() == ["a.log", "b.log"])
    }

    @Test func progressIsDrawnOnlyWhereItIsWanted() throws {
        let scratch = try Scratch()
        let path = try scratch.file("a.log", Self.text(0..<5000).utf8)
        #expect(try Self.run([path]).errors.isEmpty)
        let always = try Self.run(["--progress", "always", path]).errors
        #expect(always.contains("\ringest: ") && always.contains(" rows, "))
    }
}
