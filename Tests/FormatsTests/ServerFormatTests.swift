import Formats
import Testing

struct ServerFormatTests {
    @Test(arguments: [
        ("nginx:$remote_addr$status", "nothing stands between remote_addr and status"),
        ("nginx:$remote_addr $", "a $ without the name of a variable in '$remote_addr $'"),
        ("nginx:${status", "a $ without the name of a variable in '${status'"),
        ("nginx:plain", "'nginx:plain' has no fields"),
        ("apache:%h %", "a % without a directive in '%h %'"),
        ("apache:%{Referer", "a { that does not end in '%{Referer'"),
        ("apache:%h%u", "nothing stands between %h and %u"),
    ])
    func saysWhatIsWrongWithAString(name: String, message: String) {
        let error = #expect(throws: FormatError.self) { try Format(named: name) }
        #expect(error?.description == message)
    }

    @Test(
        arguments: [
            (
                #"nginx:$host$request_uri|$msec|$remote_addr|"$http_user_agent""#,
                #"shop.example.com/a?b=c|1714557600.250|203.0.113.7|"an "odd" agent""#,
                [
                    "site": "shop.example.com", "page": "/a", "time": "2024-05-01T10:00:00.250000Z",
                    "agent": #"an "odd" agent"#, "event": "page_view",
                ]
            ),
            (
                #"nginx:"$remote_addr" "$time_iso8601" "$request" "$status" "${request_time}s""#,
                #""203.0.113.7"  "2024-05-01T13:00:00+03:00" "HEAD / HTTP/1.1" "204" "0.5s""#,
                [
                    "address": "203.0.113.7", "time": "2024-05-01T10:00:00.000000Z",
                    "status": "204",
                    "duration_ms": "500", "event": "request",
                ]
            ),
            (
                #"apache:%{%d/%b/%Y:%T}t.%{msec_frac}t %{%z}t %a \"%m %U%q\" %>s %{ms}T"#,
                #"01/May/2024:13:00:00.250 +0300 203.0.113.7 "GET /a?utm_source=x" 200 12"#,
                [
                    "time": "2024-05-01T10:00:00.250000Z", "page": "/a", "source": "x",
                    "duration_ms": "12",
                ]
            ),
            (
                #"apache:%h %l %u %t \"%r\" %>s %b"#,
                #"203.0.113.7 - John Doe [01/May/2024:13:00:00 +0300] "GET /a HTTP/1.1" 200 -"#,
                ["user": "John Doe", "time": "2024-05-01T10:00:00.000000Z", "page": "/a"]
            ),
            (
                #"apache:%{X-Forwarded-For}i %h %l %u %t \"%r\" %>s %b"#,
                #"203.0.113.7, 10.0.0.1 10.0.0.5 - anna [01/May/2024:13:00:00 +0300] "GET /a HTTP/1.1" 200 -"#,
                ["user": "anna", "address": "203.0.113.7", "page": "/a"]
            ),
            (
                #"nginx:$http_x_forwarded_for $remote_addr [$time_local] "$request" $status"#,
                #"- 10.0.0.5 [01/May/2024:13:00:00 +0300] "GET /a HTTP/1.1" 200"#,
                ["address": "10.0.0.5", "page": "/a"]
            ),
        ] as [(String, String, [String: String])])
    func readsLinesOfItsFormat(name: String, line: String, columns: [String: String]) throws {
        let found = decode(line + "\n", try Format(named: name))
        #expect(found.map(\.reading) == [.event])
        for (column, value) in columns { #expect(found.first?[column] == value, "\(column)") }
    }

    /// A field takes only what fits it: what a shifted line has in its place is none.
    @Test(arguments: [
        (
            #"nginx:$remote_addr - $remote_user [$time_local] "$request" $status"#,
            [
                #"203.0.113.7 web - anna [01/May/2024:13:00:00 +0300] "GET /a HTTP/1.1" 200"#,
                #"203.0.113.7 - anna - [01/May/2024:13:00:00 +0300] "GET /a HTTP/1.1" 200"#,
                #"203.0.113.7 - a 198.51.100.1 [01/May/2024:13:00:00 +0300] "GET /a HTTP/1.1" 200"#,
                #"203.0.113.7, - anna [01/May/2024:13:00:00 +0300] "GET /a HTTP/1.1" 200"#,
            ]
        ),
        (
            #"apache:%h %u %t \"%r\" %>s"#,
            [
                #"203.0.113.7 198.51.100.1 [01/May/2024:13:00:00 +0300] "GET /a HTTP/1.1" 200"#,
                #"203.0.113.7 - - [01/May/2024:13:00:00 +0300] "GET /a HTTP/1.1" 200"#,
            ]
        ),
    ])
    func refusesWhatIsShifted(name: String, lines: [String]) throws {
        let found = decode(lines.joined(separator: "\n") + "\n", try Format(named: name))
        #expect(found.map(\.code) == lines.map { _ in "bad_format" })
    }

    @Test func keepsVariablesThatAreAskedFor() throws {
        var options = DecodeOptions()
        options.mapping = try FieldMapping("visitor=cookie_uid,props.cache=upstream_cache_status")
        options.properties = .named(["scheme"])
        let format = try Format(
            named: "nginx:$msec $remote_addr $cookie_uid $upstream_cache_status $scheme $uri")
        let found = decode("1714557600 203.0.113.7 u-1 HIT https /a\n", format, options)
        #expect(found.first?["visitor"] == "u-1")
        #expect(found.first?["props"] == #"{"cache":"HIT","scheme":"https"}"#)
    }
}
