import Foundation
import TestSupport
import Testing

@testable import Events
@testable import Ingest

/// The fixtures of `ingest`, run as a user runs them.
struct EventFixtureTests {
    struct Run {
        var rows: [[String: String]] = []
        var rejects: [String] = []
        var status: Int32 = 0
        var errors = ""

        /// Reads `lines` as one file.
        init(_ lines: [String], _ arguments: [String]) throws {
            let scratch = try Scratch()
            let log = try scratch.file("log", (lines.joined(separator: "\n") + "\n").utf8)
            let rejects = scratch.path("rejects")
            // A run that fails gives no file its name; what is written directly is there all the same.
            let result = try Program(url: URL(filePath: "/bin/bash")).run(
                ["-c", #""$0" "$@" 3>rejects"#, Program("ingest").url.path] + arguments
                    + ["--max-rejects", "100%", "--rejects", "/dev/fd/3", log], in: scratch.url)
            status = result.status
            errors = result.errors
            rows = Self.rows(result.text)
            let text = (try? String(contentsOfFile: rejects, encoding: .utf8)) ?? ""
            self.rejects = text.split(separator: "\n").map {
                let object = try? JSONSerialization.jsonObject(with: Data($0.utf8))
                return (object as? [String: Any])?["code"] as? String ?? "?"
            }
        }

        static func rows(_ text: String) -> [[String: String]] {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            guard lines.count > 2 else { return [] }
            let names = lines[1].split(separator: "\t").map(String.init)
            return lines.dropFirst(2).filter { !$0.hasPrefix("#end") && !$0.isEmpty }.map {
                let fields = $0.split(separator: "\t", omittingEmptySubsequences: false)
                return Dictionary(uniqueKeysWithValues: zip(names, fields.map(String.init)))
            }
        }
    }

    struct Case: CustomTestStringConvertible, @unchecked Sendable {
        let fields: [String: Any]
        var testDescription: String { fields["id"] as? String ?? "?" }
        var arguments: [String] { fields["args"] as? [String] ?? [] }
    }

    static func cases(_ name: String) -> [Case] {
        ((try? Fixture.cases("ingest/\(name).json")) ?? []).map { Case(fields: $0) }
    }

    @Test func thereAreCases() {
        #expect(Self.cases("events").count == 50)
        #expect(Self.cases("times").count > 60)
    }

    @Test(arguments: cases("events"))
    func eventsAreAsExpected(_ test: Case) throws {
        let format = test.fields["format"] as? String ?? "auto"
        let lines = try #require(test.fields["lines"] as? [String])
        let named = format == "auto" ? [] : ["--format", format]
        let run = try Run(lines, named + test.arguments)
        let expected = try #require(test.fields["expected"] as? [Any])
            .compactMap { $0 as? [String: Any] }
        #expect(run.rows.count == expected.count, "\(run.errors)")
        for (row, wanted) in zip(run.rows, expected) { Self.compare(row, wanted) }
        if let rejects = test.fields["rejects"] as? [String] { #expect(run.rejects == rejects) }
    }

    private static func compare(_ row: [String: String], _ wanted: [String: Any]) {
        let text = (row["props"] ?? "").replacing("\\\\", with: "\\")
        let object = try? JSONSerialization.jsonObject(with: Data(text.utf8))
        let props = object as? [String: Any] ?? [:]
        for (name, value) in wanted {
            if name == "noprops" {
                for key in value as? [String] ?? [] { #expect(props[key] == nil, "\(key)") }
            } else if name.hasPrefix("props.") {
                let found = props[String(name.dropFirst(6))]
                #expect("\(found ?? "")" == "\(value)", "\(name): \(row["props"] ?? "")")
            } else {
                #expect(row[name] == "\(value)", "\(name)")
            }
        }
    }

    @Test(arguments: cases("times"))
    func timesAreAsExpected(_ test: Case) throws {
        let isCombined = test.fields["via"] as? String == "combined"
        let isNumber = test.fields["number"] as? Bool == true
        let texts =
            test.fields["texts"] as? [String] ?? [test.fields["text"] as? String ?? ""]
        let lines = texts.map { text in
            isCombined
                ? "203.0.113.7 - - [\(text)] \"GET /a HTTP/1.1\" 200 5 \"-\" \"Mozilla/5.0 (X11)\""
                : "{\"ts\":\(isNumber ? text : "\"\(text)\""),\"visitor\":\"v\",\"event\":\"e\"}"
        }
        let format = ["--format", isCombined ? "combined" : "json"]
        let run = try Run(lines, format + test.arguments)
        if let reject = test.fields["expected"] as? [String: String] {
            #expect(run.rejects == [reject["reject"]])
            return
        }
        let expected = test.fields["expected"]
        let wanted = expected as? [String] ?? [expected as? String ?? "?"]
        #expect(run.rows.map { $0["time"] } == wanted)
    }

    @Test func channelsAreAsExpected() throws {
        for test in Self.cases("channels") {
            var input = test.fields["input"] as? [String: String] ?? [:]
            input["time"] = "2024-05-01T10:00:00Z"
            input["visitor"] = "v"
            input["event"] = input["event"] ?? "page_view"
            let line = try JSONSerialization.data(withJSONObject: input)
            let run = try Run(
                [String(decoding: line, as: UTF8.self)], ["--format", "json"] + test.arguments)
            #expect(
                run.rows.map { $0["channel"] } == [test.fields["expected"] as? String],
                "\(test.testDescription)")
        }
    }

    @Test func agentsAreAsExpected() throws {
        let cases = Self.cases("agents")
        let lines = cases.map {
            "203.0.113.7 - - [01/May/2024:13:00:00 +0300] \"GET /a HTTP/1.1\" 200 5 \"-\" \"\($0.fields["agent"] ?? "")\""
        }
        let run = try Run(lines, ["--format", "combined", "--bots", "keep", "--dedupe", "off"])
        #expect(run.rows.count == cases.count)
        for (row, test) in zip(run.rows, cases) {
            let isBot = row["props"]?.contains("\"bot\"") == true
            #expect(isBot == test.fields["bot"] as? Bool, "\(test.fields)")
            if let device = test.fields["device"] as? String { #expect(row["device"] == device) }
        }
    }
}
