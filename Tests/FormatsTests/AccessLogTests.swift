import Formats
import Testing

struct AccessLogTests {
    private static let start = #"203.0.113.7 - - [01/May/2024:13:00:00 +0300] "#

    private func read(_ rest: String, _ options: DecodeOptions = DecodeOptions()) -> Decoded? {
        decode(Self.start + rest + "\n", .combined, options).first
    }

    @Test(arguments: [
        (#""GET / HTTP/1.1" 200 5 "-" "say "hi" twice""#, #"say "hi" twice"#, true),
        (#""GET / HTTP/1.1" 200 5 "a"b" "agent" "x" 0.5 u="1""#, "agent", true),
        (#""GET / HTTP/1.1" 200 5 "-" "a \"b\" \x22c\x22 \\ d" "-""#, #"a "b" "c" \ d"#, false),
        (#""GET / HTTP/1.1" 200 5 - -"#, "", false), (#""GET / HTTP/1.1" 200 5 "" """#, "", false),
    ])
    func endsQuotesWhereTheRestFits(rest: String, agent: String, isNoted: Bool) {
        let found = read(rest)
        #expect(found?.reading == .event)
        #expect(found?["agent"] == agent)
        #expect(found?.notes == (isNoted ? ["unescaped_quote"] : []))
    }

    /// One line written into another one must not pass as an odd agent.
    @Test(arguments: [
        #""GET / HTTP/1.1" 200 5 "-" "Mozi203.0.113.8 - - [01/May/2024:13:00:01 +0300] "GET /b HTTP/1.1" 200 5 "-" "b""#,
        #""GET / HTTP/1.1" 200 5 "-" "a"203.0.113.8 - - [01/May/2024:13:00:01 +0300] "GET /b HTTP/1.1" 200 5 "-" "b""#,
        #""GET / HT203.0.113.8 - - [01/May/2024:13:00:01 +0300] "GET /b HTTP/1.1" 200 5 "-" "b""#,
        #""GET /a"b HTTP/1.1" 200 5 "-" "a""#,
    ])
    func rejectsMergedLines(rest: String) { #expect(read(rest)?.code == "bad_format") }

    @Test func triesSixteenEndsOfAQuote() {
        func agent(_ quotes: Int) -> String {
            #""GET / HTTP/1.1" 200 5 "-" "a"# + String(repeating: "\"b", count: quotes) + "\""
        }
        #expect(read(agent(15))?.reading == .event)
        #expect(read(agent(16))?.code == "bad_format")
    }

    @Test(arguments: [
        ("GET /a HTTP/1.1", "200", "page_view", "page", false),
        ("POST /a", "500", "page_view", "page", false),
        ("GET /a HTTP/1.1", "302", "redirect", "redirect", false),
        ("GET /a HTTP/1.1", "304", "page_view", "page", false),
        ("HEAD /a HTTP/1.1", "200", "request", "request", false),
        ("PROPFIND /a HTTP/1.1", "207", "request", "request", false),
        ("CONNECT a.b:443 HTTP/1.1", "405", "request", "request", true),
        ("OPTIONS * HTTP/1.0", "200", "request", "request", false),
        (#"\x16\x03\x01"#, "400", "request", "request", true),
        ("-", "408", "request", "request", true),
        ("", "400", "request", "request", true),
    ])
    func namesRequests(
        request: String, status: String, event: String, kind: String, isProbe: Bool
    ) {
        let found = read(#""\#(request)" \#(status) 5 "-" "a""#)
        #expect(found?["event"] == event)
        #expect(found?["kind"] == kind)
        #expect(found?["probe"] == "\(isProbe)")
    }

    @Test(arguments: [
        ("OK", "5", "bad_status"), ("200", "-12", "bad_number"),
        ("200", "100000000000000000000000", "bad_number"), ("200", "9223372036854775807", nil),
        ("-", "-", nil),
    ])
    func checksStatusAndSize(status: String, size: String, code: String?) {
        #expect(read(#""GET / HTTP/1.1" \#(status) \#(size) "-" "a""#)?.code == code)
    }

    @Test func notesAnOddStatus() {
        let found = read(#""GET / HTTP/1.1" 000 5 "-" "a""#)
        #expect(found?["status"] == "0")
        #expect(found?.notes == ["odd_status"])
    }

    @Test(arguments: [
        ("shop.example.com:443 203.0.113.7 - anna ", "shop.example.com", "203.0.113.7", "anna"),
        ("203.0.113.7 - John Doe ", "", "203.0.113.7", "John Doe"),
        ("10.0.0.1, 203.0.113.7 - - ", "", "203.0.113.7", ""),
        (#"203.0.113.7 - "" "#, "", "203.0.113.7", ""),
        ("203.0.113.7  -\t- ", "", "203.0.113.7", ""),
    ])
    func readsWhatStandsBeforeTheTime(start: String, site: String, address: String, user: String) {
        let line = start + #"[01/May/2024:13:00:00 +0300] "GET / HTTP/1.1" 200 5"#
        let found = decode(line + "\n", .common).first
        #expect(found?["site"] == site)
        #expect(found?["address"] == address)
        #expect(found?["user"] == user)
    }

    @Test func takesAnAbsoluteURLOfAnotherHostForAProbe() {
        let line =
            #"a.example 203.0.113.7 - - [01/May/2024:13:00:00 +0300] "GET http://HOST/ HTTP/1.1" 200 5"#
        let same = decode(line.replacing("HOST", with: "A.example:80") + "\n", .vcommon).first
        #expect(same?["probe"] == "false")
        let other = decode(line.replacing("HOST", with: "b.example") + "\n", .vcommon).first
        #expect(other?["probe"] == "true")
        #expect(other?["site"] == "b.example")
    }

    @Test func readsCampaignsClickIDsAndWantedParameters() {
        var options = DecodeOptions()
        options.query = ["q", "size"]
        let found = read(
            #""GET /a?utm_source=news+letter&utm_medium=e%2Dmail&utm_campaign=&gclid=Cj0&q=caf%C3%A9&size=%00 HTTP/1.1" 200 5 "-" "a""#,
            options)
        #expect(found?["source"] == "news letter")
        #expect(found?["medium"] == "e-mail")
        #expect(found?["campaign"] == "")
        #expect(found?["click_id"] == "Cj0")
        #expect(found?["click_network"] == "google")
        #expect(found?["props"] == #"{"q":"café","size":"%00"}"#)
        #expect(found?.notes == ["control"])
    }

    @Test func rejectsATornLastLine() {
        let text = Array((Self.start + #""GET / HTTP/1.1" 200 5"#).utf8)
        #expect(decode(text, .common).first?.reading == .event)
        #expect(decode(text, .common, isTorn: true).first?.code == "truncated_line")
        #expect(decode(Array(text.dropLast(12)), .common).first?.code == "truncated_line")
    }

    /// Whoever copied a log through a table leaves TABs between its fields.
    @Test(arguments: [
        (
            Format.combined,
            #"203.0.113.7|-|-|[01/May/2024:13:00:00 +0300]|"GET /a HTTP/1.1"|200|5|"-"|"agent""#
        ),
        (
            .haproxy,
            #"203.0.113.7:4711|[01/May/2024:13:00:00.123]|web|app/s1|1/0/2/3/6|200|512|-|-|----|1/1/1/1/0|0/0|"GET /a HTTP/1.1""#
        ),
    ])
    func tabsStandForBlanks(format: Format, line: String) {
        let plain = decode(line.replacing("|", with: " ") + "\n", format).first
        #expect(plain?.reading == .event && plain?["status"] == "200")
        for blank in ["\t", "\t\t", " \t"] {
            let found = decode(line.replacing("|", with: blank) + "\n", format).first
            #expect(found?.reading == .event)
            #expect(found?.columns == plain?.columns)
        }
    }
}
