import Foundation
import TestSupport
import Testing

/// What a run says that succeeds and leaves something to doubt, and what the messages of one that fails advise.
struct DoubtTests {
    private static let browser =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/124.0.0.0 Safari/537.36"

    private static func line(
        _ client: String, agent: String = browser, path: String = "/a", rest: String = ""
    ) -> String {
        "\(client) - - [01/May/2024:10:00:00 +0000] \"GET \(path) HTTP/1.1\" 200 5 \"-\" \"\(agent)\"\(rest)\n"
    }

    private static func run(
        _ text: String, _ arguments: [String] = [], command: [String] = []
    ) throws -> Program.Result {
        let scratch = try Scratch()
        let path = try scratch.file("a.log", text.utf8)
        return try Program("ingest").run(command + arguments + [path])
    }

    private static func cells(_ result: Program.Result, _ column: Int) -> [String] {
        result.text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map {
            String($0.split(separator: "\t", omittingEmptySubsequences: false)[column])
        }
    }

    @Test(arguments: [
        (line("203.0.113.7", agent: "curl/8.5.0"), "the only line is a bot's"),
        (line("203.0.113.7", path: "/a.css"), "the only line is filtered (static)"),
        ("\n# nothing\n", "no line holds anything but blanks"),
        (
            line("203.0.113.7", path: "/a.css") + line("203.0.113.7", agent: "curl/8.5.0"),
            "no events are left of 2 lines: 1 bots, 1 filtered"
        ),
    ])
    func wholeLossesAreTold(text: String, words: String) throws {
        let result = try Self.run(text)
        #expect(result.status == 0)
        #expect(result.errors.contains(words), "\(result.errors)")
        #expect(result.errors.split(separator: "\n").count == 1)
        #expect(try Self.run(text, ["-q"]).errors.isEmpty)
        let check = try Self.run(text, command: ["check"])
        #expect(check.status == 65 && check.errors.contains(words), "\(check.errors)")
        let draft = try Self.run(text, command: ["init"])
        #expect(draft.status == 65 && draft.errors.contains(words), "\(draft.errors)")
    }

    @Test func aFileThatIsLostIsNamed() throws {
        let scratch = try Scratch()
        let good = try scratch.file(
            "a.log", (0..<9).map { _ in Self.line("203.0.113.7") }.joined().utf8)
        let bad = try scratch.file("b.csv", "time,visitor,event\nnever,v1,buy\n".utf8)
        let result = try Program("ingest").run(["--dedupe", "off", good, bad])
        #expect(result.status == 0)
        #expect(
            result.errors.contains("b.csv: the only line rejected: bad_time"), "\(result.errors)")
    }

    @Test func foldersWithoutFilesSayHowToGoBelow() throws {
        let scratch = try Scratch()
        let folder = scratch.path("logs")
        try FileManager.default.createDirectory(
            atPath: folder + "/below", withIntermediateDirectories: true)
        let result = try Program("ingest").run([folder])
        #expect(result.status == 66 && result.errors.contains("-r reads those in folders below it"))
    }

    /// Line by line: who asked behind a proxy.
    @Test(arguments: [
        ("10.0.0.5", "\"203.0.113.7, 10.0.0.9\"", "203.0.113.7"),
        ("10.0.0.5", "\"10.0.0.9, 203.0.113.7\"", "203.0.113.7"),
        ("10.0.0.5", "0.012 \"a.fi\" \"203.0.113.7\"", "203.0.113.7"),
        ("127.0.0.1", "\"2001:db8::7\"", "2001:db8::7"),
        ("192.168.7.7", "\"unknown, 203.0.113.7:4711\"", "203.0.113.7"),
        ("203.0.113.7", "\"198.51.100.1\"", "203.0.113.7"),
        ("10.0.0.5", "\"-\"", "10.0.0.5"), ("10.0.0.5", "\"10.0.0.9\"", "10.0.0.5"),
        ("172.32.0.1", "\"198.51.100.1\"", "172.32.0.1"),
        ("172.31.0.1", "\"198.51.100.1\"", "198.51.100.1"),
    ])
    func theClientBehindAProxyIsForwarded(host: String, rest: String, client: String) throws {
        let text = Self.line(host, rest: " " + rest) + Self.line(client, rest: " \"-\"")
        let visitors = Self.cells(try Self.run(text), 1)
        #expect(visitors.count == 2 && visitors[0] == visitors[1])
    }

    @Test func onlyPrivateClientsAreAProxy() throws {
        let text = (0..<20).map { Self.line("10.0.0.5", path: "/\($0)") }.joined()
        let words = "all clients are 10.0.0.5: log the X-Forwarded-For header"
        #expect(try Self.run(text).errors.contains(words))
        let other = text + Self.line("10.0.0.6")
        #expect(
            try Self.run(other).errors.contains(
                "all clients are private addresses: log the X-Forwarded-For header"))
        let mixed = text + Self.line("203.0.113.7") + Self.line("203.0.113.8")
        #expect(try Self.run(mixed).errors.isEmpty)
    }

    /// Source of the agents: the libraries' manuals.
    @Test(
        arguments: [
            ("axios/1.7.2", "server"), ("okhttp/4.12.0", "server"),
            ("python-requests/2.32.3", "server"),
            ("node-fetch/1.0 (+https://github.com/bitinn/node-fetch)", "server"),
            ("libwww-perl/6.67", "server"), ("node-fetch/1.0 (+https://crawl.example)", nil),
            ("python-requests/2.31 (+https://index.example)", nil),
            ("node-fetch", "server"),
            ("Go-http-client/2.0", "server"), ("Java/17.0.2", "server"), ("curl/8.5.0", "server"),
            ("GuzzleHttp/7", "server"), ("Ruby", "server"),
            ("Apache-HttpClient/4.5.14 (Java/17.0.2)", "server"),
            ("Googlebot/2.1 (+http://www.google.com/bot.html)", nil),
            ("python-requests/2.32 mybot", nil),
            (browser, "desktop"),
        ] as [(String, String?)])
    func serversReportEvents(agent: String, device: String?) throws {
        let text =
            "{\"time\":1714557600,\"visitor\":\"v1\",\"event\":\"buy\",\"user_agent\":\"\(agent)\"}\n"
        let result = try Self.run(text)
        #expect(Self.cells(result, 11) == [device].compactMap(\.self), "\(result.errors)")
        // In a server's log nobody is a shop's server.
        let rows = Self.cells(try Self.run(Self.line("203.0.113.7", agent: agent)), 11)
        #expect(!rows.contains("server"))
    }

    @Test(arguments: [
        (
            "{\"properties\":{\"time\":1714557600,\"distinct_id\":\"v\"},\"name\":\"e\"}\n", [],
            "--map 'time=properties.time,visitor=properties.distinct_id"
        ),
        (
            "{\"properties\":{\"time\":1714557600,\"distinct_id\":\"v\"},\"name\":\"e\"}\n",
            ["--map", "visitor=distinct_id"], "did you mean 'properties.distinct_id'?"
        ),
        (
            "{\"time\":\"02.03.2026\",\"visitor\":\"v\",\"event\":\"e\"}\n", [],
            "bad_time: time '02.03.2026'"
        ),
        ("{\"time\":\"02.03.2026\",\"visitor\":\"v\",\"event\":\"e\"}\n", [], "--time-format"),
        (
            "{\"time\":\"02.03.2026\",\"visitor\":\"v\",\"event\":\"e\"}\n", [],
            "1 of 1 lines rejected: "
        ),
        (line("203.0.113.7"), ["--map", "visitor=cookie"], "'cookie' matches nothing"),
    ])
    func messagesNameTheNextStep(text: String, arguments: [String], words: String) throws {
        let result = try Self.run(text, arguments)
        #expect(result.status == 65 || result.status == 64)
        #expect(result.errors.contains(words), "\(result.errors)")
    }

    @Test func timesAndIDsAreSaidByOptions() throws {
        let text = "time;visitor;user;event;value\n02.03.2026 04:45;v1;test;buy;12,50\n"
        let result = try Self.run(
            text, ["--time-format", "%d.%m.%Y %H:%M", "--placeholder-ids", "test,demo"])
        #expect(Self.cells(result, 0) == ["2026-03-02T04:45:00.000000Z"])
        #expect(Self.cells(result, 2) == [""])
        #expect(Self.cells(result, 15) == ["12.50"])
    }

    @Test func columnsWithACommaCanBeMapped() throws {
        let text = "\"Zeit, UTC\",visitor,event\n2026-03-02T04:45:50Z,v1,buy\n"
        let result = try Self.run(text, ["--format", "csv", "--map", "time=Zeit\\, UTC"])
        #expect(Self.cells(result, 0) == ["2026-03-02T04:45:50.000000Z"])
    }

    @Test func theSummaryGoesToStandardOutput() throws {
        let scratch = try Scratch()
        let output = scratch.path("events")
        let result = try Self.run(Self.line("203.0.113.7"), ["--summary", "-", "-o", output])
        #expect(result.status == 0 && result.text.contains("\"events\":1"))
        #expect(try Self.run(Self.line("203.0.113.7"), ["--summary", "-"]).status == 64)
    }

    /// The site is named only where its own pages lead to it most.
    @Test func noSearchEngineIsOnesOwnSite() throws {
        let text = (0..<9).map {
            Self.line("203.0.113.7", path: "/\($0)").replacing(
                "\"-\"", with: "\"https://www.google.com/\"")
        }.joined()
        let result = try Self.run(text, command: ["check"])
        #expect(result.text.contains("add --site HOST"), "\(result.text)")
        let own = text.replacing("google.com", with: "shop.example")
        #expect(try Self.run(own, command: ["check"]).text.contains("add --site shop.example"))
    }
}
