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
