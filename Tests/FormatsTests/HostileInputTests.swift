import ByteIO
import Formats
import Foundation
import TestSupport
import Testing

/// Input that nobody meant to be read: it ends in records and never in a crash, and is accounted for.
struct HostileInputTests {
    private static let families: [String: [Format]] = [
        "access": [.combined, .traefikCLF, .haproxy, .alb, .elb, .s3],
        "delimited": [.csv, .tsv, .snowplow], "extended": [.w3c, .iis, .cloudfront],
        "json": [.segment, .json, .caddy, .traefik, .ga4, .cloudevents],
        "wrapper": [.combined, .json],
    ]

    private static func corpus(_ family: String) throws -> [[UInt8]] {
        let folder = Fixture.root.appending(path: "Tests/Fuzz/Corpus/\(family)")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try files.map { Array(try Data(contentsOf: folder.appending(path: $0))) }
    }

    /// The records of `text` cover it: no line is read twice or left out.
    private func check(_ text: [UInt8], _ decoder: Decoder) {
        var whole = decoder
        var pieces = decoder
        let records = decode(text, &whole)
        #expect(records == decode(text, &pieces, size: 7))
        let lines = text.count { $0 == 0x0A } + (text.last == 0x0A || text.isEmpty ? 0 : 1)
        #expect(records.isEmpty == (lines == 0))
        #expect((records.last?.line ?? 0) <= lines)
    }

    @Test(arguments: ["access", "delimited", "extended", "json", "wrapper"])
    func replaysTheCorpus(family: String) throws {
        let files = try Self.corpus(family)
        #expect(!files.isEmpty)
        for format in Self.families[family] ?? [] {
            let decoder = Decoder(format, joinsParts: family == "wrapper")
            for text in files { check(text, decoder) }
        }
    }

    @Test func replaysTheCorpusOfFormatStrings() throws {
        for text in try Self.corpus("pattern") {
            let name = String(decoding: text.prefix { $0 != 0x0A }, as: UTF8.self)
            let decoder = Decoder(try Format(named: name))
            check(Array(text.drop { $0 != 0x0A }.dropFirst()), decoder)
        }
    }

    /// Every file cut at every byte of its first 2,000.
    @Test(arguments: ["access", "delimited", "extended", "json", "wrapper"])
    func readsInputCutAnywhere(family: String) throws {
        for format in Self.families[family] ?? [] {
            let fresh = Decoder(format, joinsParts: family == "wrapper")
            for text in try Self.corpus(family) {
                for length in stride(from: 0, to: min(text.count, 2000), by: 7) {
                    var decoder = fresh
                    let records = decode(Array(text[..<length]), &decoder)
                    #expect(records.isEmpty == (length == 0))
                }
            }
        }
    }

    /// Random bytes put at random offsets.
    @Test(arguments: ["access", "delimited", "extended", "json", "wrapper"])
    func readsDamagedInput(family: String) throws {
        for format in Self.families[family] ?? [] {
            let fresh = Decoder(format, joinsParts: family == "wrapper")
            for (number, text) in try Self.corpus(family).enumerated() {
                var random = SplitMix(seed: UInt64(number))
                for _ in 0..<20 {
                    var damaged = text
                    let offset = Int.random(in: 0..<text.count, using: &random)
                    let odd: [UInt8] = [
                        0, 9, 10, 13, 32, 34, 37, 44, 58, 91, 92, 93, 123, 125, 255,
                    ]
                    damaged[offset] = odd.randomElement(using: &random) ?? 0
                    var decoder = fresh
                    #expect(!decode(damaged, &decoder).isEmpty, "\(family) \(number)")
                }
            }
        }
    }

    /// Lines of half a megabyte that invite to search again and again; quadratic time would take hours.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            (
                Format.combined,
                #"1.2.3.4 - - [01/May/2024:13:00:00 +0300] "GET / HTTP/1.1" 200 5 "" ""#, "\" \""
            ),
            (.combined, #"1.2.3.4 - - "#, " ["), (.combined, "1.2.3.4,", " 1.2.3.4,"),
            (.json, #"{"time":1714557600,"visitor":"v","a":"#, "["),
            (.json, #"{"time":1714557600,"visitor":"v","a":""#, "\\u00e9"),
            (.csv, "time,visitor\n\"", "\"\""), (.s3, "o b [x] ", "\" "),
            (.haproxy, "1.2.3.4:5 [x] a b/c ", "{ "),
        ])
    func readsLongLinesInLinearTime(format: Format, start: String, repeated: String) {
        let count = 500_000 / repeated.utf8.count
        let text = start + String(repeating: repeated, count: count) + "\n"
        #expect(decode(text, format).last?.reading != .event)
    }
}
