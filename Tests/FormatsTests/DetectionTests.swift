import Formats
import Foundation
import TestSupport
import Testing

struct DetectionTests {
    private func detect(_ text: String) throws -> Detection {
        try InputSample(Array(text.utf8)).detect(as: nil)
    }

    @Test(arguments: [
        (#"{"type":"track","event":"buy","messageId":"1","anonymousId":"v"}"#, Format.segment),
        (#"{"batch":[{"type":"track"}]}"#, .segment),
        (#"{"ts":"2026-11-20T00:00:00Z","visitor":"v","event":"buy"}"#, .json),
        (#"{"ts":1716723772.6,"request":{"uri":"/","method":"GET"},"status":200}"#, .caddy),
        (#"{"DownstreamStatus":200,"time":"2018-03-09T10:51:32Z"}"#, .traefik),
        (#"{"event_timestamp":"1714557600123456","user_pseudo_id":"1.2","event_name":"a"}"#, .ga4),
        (#"{"specversion":"1.0","type":"a","source":"/","id":"1"}"#, .cloudevents),
        (#"1.2.3.4 - - [20/Nov/2026:00:00:00 +0000] "GET / HTTP/1.1" 200 1 "-" "a""#, .combined),
        (#"1.2.3.4 - - [20/Nov/2026:00:00:00 +0000] "GET / HTTP/1.1" 200 1"#, .common),
        (#"a.b 1.2.3.4 - - [20/Nov/2026:00:00:00 +0000] "GET / HTTP/1.1" 200 1"#, .vcommon),
        ("time,visitor,event\n", .csv), ("time\tvisitor\tevent\n", .tsv),
        ("#Fields: date time c-ip sc-win32-status\n", .iis), ("#Fields: date time c-ip\n", .w3c),
        ("\n# only comments\n\n", .common), ("", .common),
    ])
    func knowsAFormatByItsLines(text: String, format: Format) throws {
        #expect(try detect(text).format == format)
    }

    /// Cases marked `auto` must be found without `--format`.
    @Test(arguments: [
        "combined", "common", "vcombined", "traefik", "caddy", "w3c", "iis", "cloudfront", "alb",
        "elb", "s3", "haproxy",
    ])
    func findsTheFormatOfTheFixtures(name: String) throws {
        for fixture in try Fixture.cases("formats/\(name).json")
        where fixture["auto"] as? Bool == true {
            let lines = fixture["lines"] as? [String] ?? []
            let found = try detect(lines.joined(separator: "\n") + "\n").format.rawValue
            #expect(found == name, "\(fixture["id"] ?? "")")
        }
    }

    @Test func countsAllShapesOfTheAccessFamily() throws {
        let common = #"1.2.3.4 - - [20/Nov/2026:00:00:00 +0000] "GET / HTTP/1.1" 200 1"#
        let lines = [common, common + #" "-" "a""#, "a.b " + common, "nonsense"]
        let found = try detect(lines.joined(separator: "\n"))
        #expect(found.format == .combined)
        #expect(found.best.share == 0.75)
    }

    @Test func tellsTheWrapper() throws {
        let line = #"1.2.3.4 - - [20/Nov/2026:00:00:00 +0000] "GET / HTTP/1.1" 200 1"#
        let found = try detect("2024-05-01T10:00:09Z stdout F \(line)\n")
        #expect(found.wrapper == "container")
        #expect(found.joinsParts)
        #expect(try detect("Nov 20 00:00:00 web nginx: \(line)").wrapper == "syslog")
    }

    @Test(
        arguments: [
            (
                [0x28, 0xB5, 0x2F, 0xFD, 0],
                "a.zst: compressed with zstd; run: zstd -dc a.zst | ingest -"
            ),
            ([0x1F, 0x8B, 8], "a.zst: compressed twice with gzip; run: gzip -dc a.zst | ingest -"),
            (
                Array("a\rb\rc\r".utf8),
                "a.zst: text whose lines end in CR alone; run: tr '\\r' '\\n' < a.zst | ingest -"
            ),
            (Array("#polku events 1\n".utf8), "a.zst: already an event stream; run sessionize"),
            (Array("#polku paths 1\n".utf8), "a.zst: already a path stream; run funnelstats"),
            (
                Array("{\n  \"time\": 1,\n  \"a\": 2\n}\n".utf8),
                "a.zst: JSON over several lines; run: jq -c . a.zst | ingest -"
            ),
            (
                Array("id,name\n1,x\n".utf8),
                "a.zst: a table with the columns id, name: say what they are: --format csv --map "
                    + "time=COLUMN,visitor=COLUMN,event=COLUMN (combined fits 0 % and common fits 0 % of "
                    + "the first 2 lines)"
            ),
        ] as [([UInt8], String)])
    func saysWhatToDoWithOtherInput(bytes: [UInt8], message: String) {
        let error = #expect(throws: DetectionError.self) {
            try InputSample(bytes).detect(as: nil)
        }
        #expect(error?.message(for: "a.zst") == message)
    }

    @Test func givesTheKeysOfTheSample() throws {
        let text = #"{"time":1714557600,"visitor":"v","item":{"sku":"s"}}"#
        #expect(try detect(text).seenKeys == ["item", "item.sku", "time", "visitor"])
        let mapping = try FieldMapping("props.sku=item.sku,event=item.kind")
        #expect(mapping.unknownKeys(among: try detect(text).seenKeys) == ["item.kind"])
    }
}
