import Rows
import Testing

@testable import Formats

/// What tools put in front of a line, and what shippers put around it, comes off; the line's own time counts.
struct PrefixTests {
    private static let line =
        "203.0.113.7 - - [02/Mar/2026:04:45:50 +0000] \"GET /a HTTP/1.1\" 200 1 \"-\" \"a\""

    /// Sources: docker compose and kubectl manuals, goaccess issues 1015, 1339, 2310, ECMA-48 (colours).
    @Test(arguments: [
        "nginx-1  | ", "web.1 | ", "nginx_1        | ", "[pod/shop-7d/nginx] ",
        "2026-03-02T04:46:00.123456789Z ",
        "[pod/shop-7d/nginx] 2026-03-02T04:46:00Z ", "nginx-1  | 2026-03-02T04:46:00.000Z ",
        "\u{1B}[33mnginx-1  | \u{1B}[0m", "\u{1B}[33mnginx-1  |\u{1B}[0m ",
        "\u{1B}[0;33;1mnginx.1     | \u{1B}[0m",
        "\u{1B}[32m", "2026-03-02T04:46:00Z stdout F ",
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
