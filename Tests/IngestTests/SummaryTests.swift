import Foundation
import Rows
import TestSupport
import Testing

@testable import Events

/// Every count of the summary, each made by lines whose class the specification gives.
struct SummaryTests {
    struct Case: CustomTestStringConvertible {
        let name: String
        let format: String
        let lines: [String]
        var options: [String] = []
        /// The counts that are not 0, in the form `lines`, `rejects.bad_time`.
        let counts: [String: Int]
        var testDescription: String { name }
    }

    private static let agent =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/124.0.0.0 Safari/537.36"
    private static let plain = access()

    private static func access(
        client: String = "203.0.113.7", day: String = "01/May/2024", clock: String = "10:00:00",
        path: String = "/a", status: String = "200", bytes: String = "5", agent: String = agent
    ) -> String {
        #"\#(client) - - [\#(day):\#(clock) +0000] "GET \#(path) HTTP/1.1" \#(status) \#(bytes) "-" "\#(agent)""#
    }

    private static func json(_ members: String) -> String {
        #"{"time":"2024-05-01T10:00:00Z","visitor":"v","event":"e"\#(members)}"#
    }

    /// One event, and one line that is rejected.
    private static func reject(
        _ code: String, _ line: String, _ format: String = "combined", first: String? = nil
    ) -> Case {
        Case(
            name: code, format: format, lines: [first ?? plain, line],
            options: ["--max-rejects", "100%"],
            counts: ["lines": 2, "events": 1, "rejected": 1, "rejects.\(code)": 1])
    }

    /// One event that has a remark.
    private static func note(_ name: String, _ line: String, _ format: String = "json") -> Case {
        Case(
            name: name, format: format, lines: [line],
            counts: ["lines": 1, "events": 1, "notes.\(name)": 1])
    }

    private static let deep = String(repeating: "[", count: 70) + String(repeating: "]", count: 70)
    private static let many = (0...4096).map { #","k\#($0)":1"# }.joined()

    private static let rejects: [Case] = [
        reject("bad_format", "garbage"),
        reject("bad_time", access(day: "31/Feb/2024")),
        reject("time_out_of_range", access(day: "01/May/1970")),
        reject("bad_client", access(client: "999.1.2.3")),
        reject("bad_status", access(status: "OK")),
        reject("bad_number", access(bytes: "-12")),
        reject("bad_json", #"{"time":NaN}"#, "json", first: json("")),
        reject("too_deep", json(#","a":\#(deep)"#), "json", first: json("")),
        reject("too_big", json(many), "json", first: json("")),
        reject("missing_field", #"{"visitor":"v","event":"e"}"#, "json", first: json("")),
        reject(
            "line_too_long", json(#","a":"\#(String(repeating: "x", count: 1 << 20))""#), "json",
            first: json("")),
        reject("truncated_line", String(plain.prefix(40)) + "\u{0}END"),
        Case(
            name: "fields_mismatch", format: "csv",
            lines: ["time,visitor,event", "2024-05-01T10:00:00Z,v,e", "2024-05-01T10:00:00Z,v"],
            options: ["--max-rejects", "100%"],
            counts: [
                "lines": 3, "blank": 1, "events": 1, "rejected": 1, "rejects.fields_mismatch": 1,
                "notes.tz_assumed": 0,
            ]),
        Case(
            name: "bad_csv", format: "csv",
            lines: [
                "time,visitor,event", "2024-05-01T10:00:00Z,v,e", "2024-05-01T10:00:00Z,v,\"e",
            ],
            options: ["--max-rejects", "100%"],
            counts: [
                "lines": 3, "blank": 1, "events": 1, "rejected": 1, "rejects.bad_csv": 1,
            ]),
        Case(
            name: "bad_header", format: "w3c",
            lines: [
                "#Fields: date time c-ip cs-uri-stem", "2024-05-01 10:00:00 203.0.113.7 /a",
                "#Fields: c-ip cs-uri-stem", "203.0.113.7 /a",
            ],
            options: ["--max-rejects", "100%"],
            counts: [
                "lines": 4, "blank": 2, "events": 1, "rejected": 1, "rejects.bad_header": 1,
            ]),
    ]

    private static let notes: [Case] = [
        note("unescaped_quote", access(agent: #"say "hi" twice"#), "combined"),
        note("cut", access(path: "/" + String(repeating: "a", count: 2048)), "combined"),
        note("bad_value", json(#","country":"Suomi""#)),
        note("props_cut", json((0...64).map { #","k\#($0)":1"# }.joined())),
        note("non_utf8", json(#","campaign":"a\#u{FFFE}""#)),
        note("control", json(#","campaign":"a\u0001""#)),
        note("tz_assumed", #"{"time":"2024-05-01T10:00:00","visitor":"v","event":"e"}"#),
        note("leap_second", access(day: "31/Dec/2016", clock: "23:59:60"), "combined"),
        note(
            "skew_corrected",
            #"{"type":"track","event":"e","anonymousId":"v","originalTimestamp":"2024-05-01T09:00:00Z","sentAt":"2024-05-01T09:00:05Z","receivedAt":"2024-05-01T10:00:10Z"}"#,
            "segment"),
        note(
            "received_time",
            #"{"type":"track","event":"e","anonymousId":"v","timestamp":"2024-05-01T10:05:00.001Z","receivedAt":"2024-05-01T10:00:00Z"}"#,
            "segment"),
        note("odd_status", access(status: "000"), "combined"),
        note("json_repaired", json(#","page":"/\x41""#)),
        note("duplicate_key", json(#","page":"/a","page":"/b""#)),
        note("nul_padding", "\0\0" + plain, "combined"),
        note(
            "placeholder",
            #"{"time":"2024-05-01T10:00:00Z","visitor":"v","user":"NULL","event":"e"}"#),
        note(
            "session_as_visitor",
            #"{"time":"2024-05-01T10:00:00Z","session":"s","event":"e"}"#),
        Case(
            name: "out_of_order", format: "combined",
            lines: [access(clock: "10:00:01"), access(clock: "10:00:00"), plain],
            counts: ["lines": 3, "events": 3, "notes.out_of_order": 1]),
    ]

    private static let classes: [Case] = [
        Case(
            name: "blank", format: "combined", lines: [plain, "", " \t", "# a comment"],
            counts: ["lines": 4, "events": 1, "blank": 3]),
        Case(
            name: "duplicates", format: "json",
            lines: [
                json(#","event_id":"1""#), json(#","event_id":"1""#), json(#","event_id":"2""#),
            ],
            counts: ["lines": 3, "events": 2, "duplicates": 1]),
        Case(
            name: "time", format: "combined",
            lines: [
                access(clock: "09:59:59"), access(clock: "10:00:00"), access(clock: "10:59:59"),
                access(clock: "11:00:00"),
            ],
            options: ["--since", "2024-05-01T10:00:00Z", "--until", "2024-05-01T11:00:00Z"],
            counts: ["lines": 4, "events": 2, "filtered": 2, "filtered_by.time": 2]),
        Case(
            name: "static", format: "combined", lines: [plain, access(path: "/a.css")],
            counts: ["lines": 2, "events": 1, "filtered": 1, "filtered_by.static": 1]),
        Case(
            name: "person", format: "combined", lines: [plain, access(agent: "curl/8.0")],
            options: ["--bots", "only"],
            counts: ["lines": 2, "events": 1, "filtered": 1, "filtered_by.person": 1]),
        Case(
            name: "bots", format: "combined",
            lines: [
                plain, access(agent: "-"), access(agent: "Fetcher 1"), access(path: "/.env"),
                access(path: "/robots.txt"),
            ],
            counts: [
                "lines": 5, "events": 1, "bots": 4, "bots_by.agent_empty": 1,
                "bots_by.token:fetch": 1, "bots_by.probe": 2,
            ]),
    ]

    /// A look-up is found wherever it stands, at the very end too; what is cut short is none.
    @Test(arguments: [
        ("${jndi:x}", 1), ("${jndi:", 1), ("a${JNDI:", 1), ("${${jndi:", 1), ("${jndi", 0),
        ("$jndi:", 0), ("{jndi:", 0),
    ])
    func lookupsAreProbes(text: String, bots: Int) throws {
        let scratch = try Scratch()
        for line in [
            Self.access(path: "/" + text), Self.access(agent: Self.agent + " " + text),
        ] {
            _ = try scratch.file("log", (Self.plain + "\n" + line + "\n").utf8)
            let run = try Program("ingest").run(["--summary", "s.json", "log"], in: scratch.url)
            #expect(run.status == 0, "\(run.errors)")
            #expect(try Self.object(scratch.path("s.json"))["bots"] as? Int == bots, "\(line)")
        }
    }

    private static let objects = ["rejects", "notes", "filtered_by", "bots_by"]
    private static let numbers = [
        "lines", "events", "rejected", "filtered", "bots", "duplicates", "blank",
    ]

    @Test(arguments: rejects + notes + classes)
    func countsAreThoseOfTheLines(test: Case) throws {
        let scratch = try Scratch()
        var bytes = Array(test.lines.joined(separator: "\n").utf8)
        // What Swift's strings cannot hold, and a last line that stops.
        if let mark = bytes.firstRange(of: Array("\u{FFFE}".utf8)) {
            bytes.replaceSubrange(mark, with: [0xE9])
        }
        if let mark = bytes.firstRange(of: Array("\u{0}END".utf8)) {
            bytes.removeSubrange(mark)
        } else {
            bytes.append(0x0A)
        }
        _ = try scratch.file("log", bytes)
        let run = try Program("ingest").run(
            ["--format", test.format, "--summary", "s.json", "--metrics", "m.prom"]
                + test.options + ["log"], in: scratch.url)
        #expect(run.status == 0, "\(run.errors)")
        let summary = try Self.object(scratch.path("s.json"))
        var found: [String: Int] = [:]
        for name in Self.numbers { found[name] = summary[name] as? Int ?? -1 }
        for name in Self.objects {
            for (key, count) in try #require(summary[name] as? [String: Int]) {
                found["\(name).\(key)"] = count
            }
        }
        #expect(found.filter { $0.value != 0 } == test.counts.filter { $0.value != 0 })
        let inputs = try #require(summary["inputs"] as? [[String: Any]])
        #expect(inputs.map { $0["lines"] as? Int } == [test.counts["lines"]])
        #expect(inputs.map { $0["bytes"] as? Int } == [bytes.count])
        let metrics = try String(contentsOfFile: scratch.path("m.prom"), encoding: .utf8)
        for name in Self.numbers.dropFirst() {
            let line = "polku_ingest_lines{class=\"\(name)\"} \(test.counts[name] ?? 0)\n"
            #expect(metrics.contains(line))
        }
        for (name, count) in test.counts where name.hasPrefix("rejects.") {
            let code = name.dropFirst("rejects.".count)
            #expect(metrics.contains("polku_ingest_rejects{code=\"\(code)\"} \(count)\n"))
        }
        #expect(metrics.contains("polku_ingest_inputs{state=\"complete\"} 1\n"))
    }

    /// A code, remark, reason, class or member that has no case here makes this fail.
    @Test func everyCountHasACase() throws {
        let tested = Set((Self.rejects + Self.notes + Self.classes).flatMap(\.counts.keys))
        var wanted = Set(Self.numbers)
        wanted.formUnion(RowError.Code.allCases.map { "rejects.\($0.rawValue)" })
        wanted.formUnion(EventNotes(rawValue: .max).names.map { "notes.\($0)" })
        wanted.formUnion(LineClass.Reason.allCases.map { "filtered_by.\($0.rawValue)" })
        #expect(wanted.subtracting(tested) == [])
        let scratch = try Scratch()
        _ = try scratch.file("log", (Self.plain + "\n").utf8)
        let run = try Program("ingest").run(["--summary", "s.json", "log"], in: scratch.url)
        #expect(run.status == 0, "\(run.errors)")
        let members =
            Self.numbers + Self.objects + [
                "program", "version", "visitor_key", "problems", "inputs",
            ]
        #expect(Set(try Self.object(scratch.path("s.json")).keys) == Set(members))
    }

    private static func object(_ path: String) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(filePath: path))
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
}
