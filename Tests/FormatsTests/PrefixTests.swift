import Rows
import Testing

@testable import Formats

/// What tools put in front of a line, and what shippers put around it, comes off; the line's own time counts.
struct PrefixTests {
    private static let line =
        "203.0.113.7 - - [02/Mar/2026:04:45:50 +0000] \"GET /a HTTP/1.1\" 200 1 \"-\" \"a\""

    /// Sources: docker compose, docker service, heroku and kubectl manuals, goaccess issues 1015, 1339, 2310, ECMA-48
    /// (colours).
    @Test(arguments: [
        "nginx-1  | ", "web.1 | ", "nginx_1        | ", "[pod/shop-7d/nginx] ",
        "2026-03-02T04:46:00.123456789Z ",
        "[pod/shop-7d/nginx] 2026-03-02T04:46:00Z ", "nginx-1  | 2026-03-02T04:46:00.000Z ",
        "\u{1B}[33mnginx-1  | \u{1B}[0m", "\u{1B}[33mnginx-1  |\u{1B}[0m ",
        "\u{1B}[0;33;1mnginx.1     | \u{1B}[0m",
        "\u{1B}[32m", "2026-03-02T04:46:00Z stdout F ",
        "shop_web.1.v9k2x7@node-1    | ", "2026-03-02T04:46:00.123456+00:00 app[web.1]: ",
        "heroku[router]: ", "nginx[4711]: ", "Mar  2 04:46:00 web1 nginx[4711]: ",
    ])
    func prefixesComeOff(prefix: String) throws {
        let text = Array((prefix + Self.line).utf8)
        #expect(try InputSample(text + [0x0A]).detect(as: nil).format == .combined)
        var decoder = Decoder(.combined)
        var draft = EventDraft()
        try decoder.decode(text.span, into: &draft)
        #expect(draft.time?.text == "2026-03-02T04:45:50.000000Z")
        #expect(String(decoding: draft.value(.page), as: UTF8.self) == "/a")
        #expect(draft.isEmpty(.user) && draft.isEmpty(.site))
    }

    /// Sources: the manuals of Fluent Bit, Vector, Filebeat, journald, Google Cloud Logging.
    @Test(arguments: [
        #"{"log":"LINE\n","stream":"stdout","time":"2026-03-02T04:46:00Z"}"#,
        #"{"date":1772409600.1,"log":"LINE","kubernetes":{"pod_name":"web"}}"#,
        #"{"@timestamp":"2026-03-02T04:46:00Z","message":"LINE","log":{"file":{"path":"/a.log"}}}"#,
        #"{"__REALTIME_TIMESTAMP":"1772409600000000","MESSAGE":"LINE","_PID":"7"}"#,
        #"{"textPayload":"LINE","timestamp":"2026-03-02T04:46:00Z","insertId":"a"}"#,
        #"{"msg":"LINE","level":"info"}"#,
        #"{"messageType":"DATA_MESSAGE","logEvents":[{"id":"0","timestamp":1,"message":"LINE"}]}"#,
    ])
    func messagesAreUnwrapped(json: String) throws {
        let line = Self.line.replacing("\"", with: "\\\"")
        let text = Array((json.replacing("LINE", with: line) + "\n").utf8)
        let found = try InputSample(text).detect(as: nil)
        #expect(found.format == .combined)
        var decoder = Decoder(found.format, unwraps: found.unwraps)
        var draft = EventDraft()
        var cursor = RecordCursor()
        #expect(
            decoder.next(text.span, BlockTraits(isLast: true), &cursor, into: &draft) == .event)
        #expect(draft.time?.text == "2026-03-02T04:45:50.000000Z")
        #expect(String(decoding: draft.value(.page), as: UTF8.self) == "/a")
    }

    private static let second = line.replacing("/a ", with: "/b ")

    /// Firehose puts no line ends between its records. Source: amazon-kinesis-agent issue 57.
    @Test(arguments: [
        [#"{"message":"A"}{"message":"B"}"#],
        [#"{"message":"A"}"#, #"{"message":"A"} {"message":"B"}"#],
        [#"{"logEvents":[{"id":"0","message":"A"}]}{"logEvents":[{"id":"1","message":"B"}]}"#],
        [
            #"{"logEvents":[{"id":"0","message":"A"}]}"#,
            #"{"logEvents":[{"id":"0","message":"A"},{"id":"1","message":"B"}]}{"logEvents":[{"id":"2","message":"B"}]}"#,
        ],
        [
            #"{"log":"A\n","stream":"stdout","time":"2026-03-02T04:46:00Z"}{"log":"B\n","stream":"stdout","time":"2026-03-02T04:46:00Z"}"#
        ],
        [#"{"records":[{"message":"A"}]}{"message":"B"}"#],
    ])
    func objectsOfALineAreReadOneByOne(lines: [String]) throws {
        func quoted(_ line: String) -> String { line.replacing("\"", with: "\\\"") }
        let text = lines.joined(separator: "\n")
        let log = text.replacing("\"A", with: "\"" + quoted(Self.line))
            .replacing("\"B", with: "\"" + quoted(Self.second))
        let found = try InputSample(Array(log.utf8)).detect(as: nil)
        #expect(found.format == .combined)
        var decoder = Decoder(found.format, unwraps: found.unwraps)
        let pages = decode(Array(log.utf8), &decoder).filter { $0.reading != .blank }.map {
            $0.code ?? $0["page"]
        }
        let wanted = text.matches(of: /"[AB]/).map { $0.output == "\"A" ? "/a" : "/b" }
        #expect(pages == wanted)
    }

    /// What stands behind an object is not let go without a word, whatever is around the line.
    @Test(arguments: [
        "{\"message\":\"A\"} trailing", "{\"message\":\"A\"},", "{\"message\":\"A\"}]",
        "{\"log\":\"A\",\"stream\":\"stdout\",\"time\":\"2026-03-02T04:46:00Z\"} x",
        "{\"logEvents\":[{\"message\":\"A\"}]}{\"logEvents\":[{\"message\":\"A\"}",
        "{\"message\":\"A\"}\u{0}",
    ])
    func whatFollowsAnObjectIsToldOf(text: String) {
        let line = text.replacing("A", with: Self.line.replacing("\"", with: "\\\""))
        var decoder = Decoder(.combined, unwraps: true)
        let found = decode(Array(line.utf8), &decoder)
        #expect(found.contains { $0.code != nil }, "\(found)")
    }

    /// A message that holds a batch does not end the batch around it.
    @Test func aBatchInsideABatchIsRefusedAlone() {
        let inner = #"{\"logEvents\":[{\"message\":\"x\"}]}"#
        let line = Self.line.replacing("\"", with: "\\\"")
        let text = #"{"logEvents":[{"message":"INNER"},{"message":"LINE"}]}"#
            .replacing("INNER", with: inner).replacing("LINE", with: line)
        var decoder = Decoder(.combined, unwraps: true)
        let found = decode(Array(text.utf8), &decoder)
        #expect(found.map { $0.code ?? $0["page"] } == ["bad_json", "/a"])
    }

    /// An event may have a message of its own.
    @Test(arguments: [
        #"{"time":1772409600,"visitor":"v1","event":"error","message":"{\"a\":1}"}"#,
        #"{"time":1772409600,"visitor":"v1","event":"note","message":"hello"}"#,
    ])
    func eventsKeepTheirMessages(json: String) throws {
        let found = try InputSample(Array((json + "\n").utf8)).detect(as: nil)
        #expect(found.format == .json)
        #expect(!found.unwraps)
    }

    /// A wrapper is taken off only where the format allows one.
    @Test func aTimeInFrontIsAFieldOfOtherFormats() throws {
        let text = "2026-03-02T04:45:50Z 203.0.113.7 200"
        let format = try Format(named: "nginx:$time_iso8601 $remote_addr $status")
        var decoder = Decoder(format)
        var draft = EventDraft()
        try decoder.decode(Array(text.utf8).span, into: &draft)
        #expect(draft.time?.text == "2026-03-02T04:45:50.000000Z")
    }
}
