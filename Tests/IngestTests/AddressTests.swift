import Foundation
import TestSupport
import Testing

/// No address of a client leaves `ingest`, whatever the log's format and whatever is kept.
struct AddressTests {
    /// Addresses of servers, which stand in URLs, in `Host`, `Referer`, `s-ip` and `%A`: these are sites.
    private static let servers: Set<Substring> = [
        "10.0.0.1", "10.0.0.30", "10.10.2.18", "64.224.24.114", "100.79.192.81", "127.0.0.1",
        "172.30.255.255", "192.168.0.12", "206.73.118.24",
    ]

    @Test(arguments: [
        "alb", "apache", "caddy", "cloudfront", "combined", "common", "elb", "haproxy", "iis",
        "json",
        "nginx", "s3", "traefik-clf", "vcombined", "w3c",
    ])
    func noneOfAFixtureLeaves(_ format: String) throws {
        var found = 0
        for test in try Fixture.cases("formats/\(format).json") {
            let lines = (test["lines"] as? [String] ?? []).joined(separator: "\n") + "\n"
            let addresses = Self.addresses(in: lines).subtracting(Self.servers)
            found += addresses.count
            let arguments = test["args"] as? [String] ?? []
            let named = (test["format"] as? String).map { ["--format", $0] } ?? []
            let result = try Program("ingest").run(
                [
                    "--dedupe", "off", "--bots", "keep", "--static", "keep", "--props", "all",
                    "--max-rejects", "100%",
                ] + named + arguments, input: Data(lines.utf8))
            let leaks = Self.addresses(in: result.text).intersection(addresses)
            #expect(leaks.isEmpty, "\(test["id"] ?? ""): \(result.text)")
        }
        #expect(found > 0)
    }

    /// An id that is an address is hashed, a property that is one hidden; a version looks the same and is none. Whether
    /// a line is plain, or has an escape, changes nothing.
    @Test(arguments: ["", #","note":"a\"b""#])
    func idsAndPropertiesAreNoAddresses(more: String) throws {
        let event =
            #"{"time":"2026-03-02T10:00:0SZ","visitor":"VISITOR","user_id":"USER","event":"view","session_id":"SESSION","from":"FROM","app_version":"10.0.2.1","sku":"1.2.3.4.5"MORE}"#
        let values = [
            ("203.0.113.7", "v1", "s1", "web"), ("v1", "203.0.113.8:443", "s1", "203.0.113.9"),
            ("v1", "u1", "2001:db8::7", "203.0.113.10, 10.0.0.9"),
            ("[2001:db8::8]:1", "u1", "s1", "2001:db8::9"),
        ]
        var lines = ""
        // Twice: the second is read in the short way.
        for (second, value) in (values + values).enumerated() {
            lines +=
                event.replacing("VISITOR", with: value.0).replacing("USER", with: value.1)
                .replacing("SESSION", with: value.2).replacing("FROM", with: value.3)
                .replacing("0SZ", with: "0\(second)Z").replacing("MORE", with: more) + "\n"
        }
        let result = try Program("ingest").run([], input: Data(lines.utf8))
        #expect(result.status == 0, "\(result.errors)")
        let rows = result.text.split(separator: "\n").filter { $0.hasPrefix("2026") }
        #expect(rows.count == 8)
        #expect(!result.text.contains("203.0.113.") && !result.text.contains("2001:db8"))
        #expect(rows.allSatisfy { $0.contains(#""app_version":"10.0.2.1""#) })
        #expect(rows.allSatisfy { $0.contains(#""sku":"1.2.3.4.5""#) })
        #expect(
            rows.map { $0.contains(#""from":"[redacted]""#) } == [
                false, true, true, true, false, true, true, true,
            ])
        // printf 'visitor\x1e203.0.113.7' | openssl dgst -sha256 -hmac 'polku public visitor key 1'
        let visitors = rows.map { $0.split(separator: "\t", omittingEmptySubsequences: false)[1] }
        #expect(
            visitors[0] == "d41e7e7cff51e9d283ff91a5a8eba235"
                && visitors[4] == "d41e7e7cff51e9d283ff91a5a8eba235" && visitors[1] == "v1")
    }

    /// Four numbers below 256, and what holds `::` between hex digits.
    private static func addresses(in text: String) -> Set<Substring> {
        var found: Set<Substring> = []
        for match in text.matches(of: /[0-9.]+/) {
            let numbers = match.output.split(separator: ".", omittingEmptySubsequences: false)
            guard numbers.count == 4, numbers.allSatisfy({ UInt8($0) != nil }) else { continue }
            found.insert(match.output)
        }
        for match in text.matches(of: /[0-9a-f]{1,4}:[0-9a-f:]*::?[0-9a-f:]*/)
        where match.output.count(where: { $0 == ":" }) > 3 {
            found.insert(match.output)
        }
        return found
    }
}
