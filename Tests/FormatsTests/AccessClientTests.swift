import Rows
import Testing

@testable import Formats

/// What may stand before the time of an access-log line, and what of it is whose. Sources of the forms: goaccess
/// issues 36, 1059, 984, 1310, 2310; matomo-log-analytics 354; nginx `log_format` questions on Server Fault.
struct AccessClientTests {
    private static let rest = " [02/Mar/2026:04:45:50 +0000] \"GET / HTTP/1.1\" 200 1"

    @Test(arguments: [
        ("203.0.113.7 - -", "203.0.113.7", "", "-"),
        ("203.0.113.7 - anna", "203.0.113.7", "", "anna"),
        ("203.0.113.7 - John Doe", "203.0.113.7", "", "John Doe"),
        ("203.0.113.7 - \"\"", "203.0.113.7", "", ""),
        ("host7.example.com - -", "host7.example.com", "", "-"),
        ("unix: - -", "unix:", "", "-"),
        ("shop.example.com 203.0.113.7 - -", "203.0.113.7", "shop.example.com", "-"),
        ("shop.example.com:443 203.0.113.7 - anna", "203.0.113.7", "shop.example.com:443", "anna"),
        ("shop.example.com client.example.net - -", "client.example.net", "shop.example.com", "-"),
        ("203.0.113.7 shop.example.com - -", "203.0.113.7", "shop.example.com", "-"),
        ("2001:db8::7 shop.example.com - -", "2001:db8::7", "shop.example.com", "-"),
        ("203.0.113.7 162.158.166.195 - -", "203.0.113.7", "", "-"),
        ("203.0.113.7, 10.0.0.1 162.158.166.195 - -", "203.0.113.7, 10.0.0.1", "", "-"),
        ("\"203.0.113.7, 10.0.0.1\" - -", "203.0.113.7, 10.0.0.1", "", "-"),
        ("\"203.0.113.7\" 10.0.0.1 - -", "203.0.113.7", "", "-"),
        ("unknown, 203.0.113.7 - -", "unknown, 203.0.113.7", "", "-"),
        ("- 203.0.113.7 - -", "203.0.113.7", "", "-"),
        ("\"-\" 203.0.113.7 - -", "203.0.113.7", "", "-"),
        ("203.0.113.7 - [203.0.113.7] - -", "203.0.113.7", "", "-"),
        ("203.0.113.7 - [203.0.113.7] - anna", "203.0.113.7", "", "anna"),
        ("203.0.113.7 - [203.0.113.7]", "203.0.113.7", "", ""),
        ("[2001:db8::7]:443 - -", "[2001:db8::7]:443", "", "-"),
        // A load balancer that logs itself before the client, or behind it.
        ("10.0.0.1 203.0.113.7 - -", "203.0.113.7", "", "-"),
        ("fd00::1 2001:db8::7 - anna", "2001:db8::7", "", "anna"),
        ("203.0.113.7 10.0.0.1 - -", "203.0.113.7", "", "-"),
        ("10.0.0.1 10.0.0.2 - -", "10.0.0.1", "", "-"),
        ("203.0.113.7:52314 - -", "203.0.113.7:52314", "", "-"),
        ("fe80::1%eth0 - -", "fe80::1%eth0", "", "-"),
    ])
    func eachFieldTakesWhatFitsIt(text: String, address: String, site: String, user: String) throws
    {
        let line = Array((text + Self.rest).utf8)
        let client = try AccessClient(line.span)
        #expect(String(decoding: line[client.address], as: UTF8.self) == address)
        #expect(String(decoding: line[client.site ?? 0..<0], as: UTF8.self) == site)
        #expect(String(decoding: line[client.user], as: UTF8.self) == user)
    }

    @Test(arguments: [
        "nginx-1  | 203.0.113.7 - -", "nginx-1 | 203.0.113.7 - -", "web 203.0.113.7 - - -",
        "203.0.113.7 - 198.51.100.1", "203.0.113.7 - a 198.51.100.1", "203.0.113.7 - a | b",
        "203.0.113.7 - a - b", "2026-03-02T04:45:50.000Z 203.0.113.7 - -", "2026-03-02 - -",
        "04:45:50 203.0.113.7 - -", "[pod/web/nginx] 203.0.113.7 - -", "a/b - -",
        "/var/log/a.log: 203.0.113.7 - -", "\"a b\" - -",
        // grep, heroku logs, a list in brackets, a port that is none.
        "access.log:203.0.113.7 - -", "access.log:17:203.0.113.7 - -",
        "app[web.1]: 203.0.113.7 - -",
        "app[web.1] 203.0.113.7 - -", "(203.0.113.7) 10.0.0.1 - -",
        "shop.example.com:https 203.0.113.7 - -",
    ])
    func nothingElseIsTaken(text: String) {
        let line = Array((text + Self.rest).utf8)
        #expect(throws: RowError.self) { _ = try AccessClient(line.span) }
    }
}
