import ByteIO
import Foundation
import Rows
import TestSupport
import Testing

@testable import Events
@testable import Formats

/// The short way of plain lines makes of every input what the decoder and the normalizer make of it.
struct PlainLinesTests {
    private static let formats: [Format] = [
        .segment, .json, .combined, .common, .vcombined, .w3c, .iis, .cloudfront, .ga4,
        .cloudevents, .caddy, .traefik,
    ]

    /// Inputs whose lines look alike.
    private static func corpus(_ family: String) throws -> [[UInt8]] {
        let folder = Fixture.root.appending(path: "Tests/Fuzz/Corpus/\(family)")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try files.map { Array(try Data(contentsOf: folder.appending(path: $0))) }
    }

    private static var pattern: Format {
        get throws {
            try Format(
                named: "nginx:$remote_addr - $remote_user [$time_local] \"$request\" $status "
                    + "$request_time")
        }
    }

    @Test(arguments: ["access", "delimited", "extended", "json", "wrapper", "shapes"])
    func theCorpusIsReadAlike(family: String) throws {
        let files = try Self.corpus(family)
        #expect(!files.isEmpty)
        for format in try Self.formats + [Self.pattern] {
            for bytes in files {
                for size in [1, 1 << 20] {
                    let text = bytes + [0x0A] + bytes
                    #expect(BothWays.difference(in: text, format, size: size) == nil)
                }
            }
        }
    }

    /// The lines of all fixtures, each several times.
    @Test func fixturesAreReadAlike() throws {
        let folder = Fixture.root.appending(path: "Tests/Fixtures")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        var lines: [String] = []
        for name in names where name.hasPrefix("formats/") || name == "ingest/events.json" {
            for test in try Fixture.cases(name) { lines += test["lines"] as? [String] ?? [] }
        }
        #expect(lines.count > 100)
        let text = Array((lines + lines).joined(separator: "\n").utf8)
        for format in try Self.formats + [Self.pattern] {
            #expect(BothWays.difference(in: text, format, size: 1 << 12) == nil)
        }
    }

    /// Alike lines, of which some are changed in one or two places.
    @Test(arguments: 0..<6 as Range<UInt64>)
    func changedLinesAreReadAlike(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        for bytes in try Self.corpus("shapes") {
            let lines = bytes.split(separator: 0x0A).map { Array($0) }
            var text: [UInt8] = []
            for _ in 0..<60 {
                guard var line = lines.randomElement(using: &random) else { continue }
                if Bool.random(using: &random) {
                    for _ in 0..<Int.random(in: 1...2, using: &random) {
                        Self.change(&line, lines, &random)
                    }
                }
                text += line + [0x0A]
            }
            // Directives stay in front of their rows.
            text = lines.filter { $0.first == 0x23 }.joined() + [0x0A] + text
            for format in try Self.formats + [Self.pattern] {
                let size = Int.random(in: 1...4000, using: &random)
                let difference = BothWays.difference(in: text, format, size: size)
                #expect(difference == nil, "\(format.rawValue) in blocks of \(size)")
            }
        }
    }

    private static func change(
        _ line: inout [UInt8], _ lines: [[UInt8]], _ random: inout SplitMix
    ) {
        guard !line.isEmpty else { return }
        let at = Int.random(in: 0..<line.count, using: &random)
        let end = min(line.count, at + Int.random(in: 1...12, using: &random))
        switch Int.random(in: 0..<9, using: &random) {
        case 0: line[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: line.removeSubrange(at..<end)
        case 2: line.insert(contentsOf: line[at..<end], at: at)
        case 3: line = Array(line[..<at])
        case 4:
            let words = [
                "\\n", "\\u0041", "\"", "%40", "@a.example", "$", "${jndi:", "\u{E9}", "\\", "\t",
                " ", "null", "-", "[1]", "{}", "?utm_source=a", "?gclid=1", ".css", "/.env", "}",
                ";jsessionid=1", "0", "e5", "+", "\u{0}", "\r", "#", "(not set)",
            ]
            line.insert(contentsOf: (words.randomElement(using: &random) ?? "").utf8, at: at)
        case 5:
            let other = lines.randomElement(using: &random) ?? line
            line = Array(line[..<at]) + Array(other.suffix(from: min(at, other.count)))
        case 6: line.insert(contentsOf: repeatElement(0x61, count: 3000), at: at)
        case 7: line[at] = UInt8.random(in: 0...255, using: &random)
        default:
            let digit = UInt8.random(in: 0x30...0x39, using: &random)
            for index in at..<end where line[index] &- 0x30 < 10 { line[index] = digit }
        }
    }

    /// Rules under which other lines are plain, or none.
    @Test func rulesAreFollowed() throws {
        var wanted: [IngestRules] = []
        for bots in IngestRules.BotMode.allCases {
            var rules = IngestRules()
            rules.bots = bots
            wanted.append(rules)
        }
        var rules = IngestRules()
        rules.since = Timestamp(microseconds: 1_795_000_000_000_000)
        rules.dedupe = .off
        wanted.append(rules)
        rules = IngestRules()
        rules.hashesIDs = true
        rules.assets = .keep
        wanted.append(rules)
        rules = IngestRules()
        rules.referrers = ReferrerRule(own: ["google.com"])
        wanted.append(rules)
        for rules in wanted {
            for bytes in try Self.corpus("shapes") {
                for format in Self.formats {
                    let text = bytes + bytes
                    #expect(
                        BothWays.difference(in: text, format, size: 300, rules: rules) == nil)
                }
            }
        }
    }

    /// A log whose lines all have other keys teaches no more than it may.
    @Test func linesThatAllDifferAreReadAlike() {
        var text = ""
        for number in 0..<3000 {
            text += "{\"event\":\"a\",\"uid\":\"v\",\"user_id\":\"u\","
            text += "\"time\":\"2026-11-20T10:00:00Z\",\"k\(number)\":\(number)}\n"
        }
        #expect(BothWays.difference(in: Array(text.utf8), .json, size: 1 << 16) == nil)
    }
}
