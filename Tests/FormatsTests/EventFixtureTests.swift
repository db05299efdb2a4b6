import Formats
import Foundation
import TestSupport
import Testing

/// The cases of `Tests/Fixtures/ingest/events.json`, at the level of the decoders.
///
/// Not asserted here, because rules of `ingest` decide them: `channel`, `device` from an agent, a session
/// that stands for the visitor, duplicates, `--since` and `--until`, `--site`, redaction.
struct EventFixtureTests {
    /// Cases that are about those rules alone.
    private static let byRules: Set<String> = [
        "event-031-segment-duplicate", "event-078-json-session-visitor", "event-080-json-redacted",
        "event-083-json-since-until", "event-096-combined-referrer-site",
        "event-098-combined-triplet-dedupe",
    ]

    @Test func givesTheExpectedColumns() throws {
        var count = 0
        for fixture in try Fixture.cases("ingest/events.json") {
            let id = fixture["id"] as? String ?? ""
            guard !Self.byRules.contains(id) else { continue }
            count += 1
            let text = (fixture["lines"] as? [String] ?? []).joined(separator: "\n") + "\n"
            let expected = (fixture["expected"] as? [Any] ?? []).filter { !($0 is NSNull) }
            let options = try FormatFixtureTests.options(fixture["args"] as? [String] ?? [])
            let name = fixture["format"] as? String ?? ""
            let sample = InputSample(Array(text.utf8))
            let found = try sample.detect(
                as: name == "auto" ? nil : Format(named: name), options: options)
            var decoder = Decoder(found.format, options: options, joinsParts: found.joinsParts)
            let records = decode(Array(text.utf8), &decoder).filter { $0.reading != .blank }
            let rows = records.filter { $0.reading == .event }
            try #require(rows.count == expected.count, "\(id)")
            for (record, wanted) in zip(rows, expected) {
                FormatFixtureTests.compare(record, wanted, id)
            }
            #expect(records.compactMap(\.code) == (fixture["rejects"] as? [String] ?? []), "\(id)")
        }
        #expect(count > 40)
    }
}

/// The cases of `Tests/Fixtures/ingest/times.json` without an assumed zone.
struct TimeFixtureTests {
    @Test func readsTimes() throws {
        var count = 0
        for fixture in try Fixture.cases("ingest/times.json") {
            let id = fixture["id"] as? String ?? ""
            let arguments = fixture["args"] as? [String] ?? []
            guard !arguments.contains("--assume-timezone"), let text = fixture["text"] as? String
            else { continue }
            count += 1
            let isNumber = fixture["number"] as? Bool == true
            let isCombined = fixture["via"] as? String == "combined"
            let line =
                isCombined
                ? #"203.0.113.7 - - [\#(text)] "GET / HTTP/1.1" 200 1 "-" "a""#
                : #"{"visitor":"v1","event":"a","ts":\#(isNumber ? text : "\"\(text)\"")}"#
            let options = try FormatFixtureTests.options(arguments)
            let found = decode(line + "\n", isCombined ? .combined : .json, options)
            let record = try #require(found.first)
            if let reject = (fixture["expected"] as? [String: String])?["reject"] {
                let isRange = record.reading == .event && !(record.isInRange ?? true)
                #expect((isRange ? "time_out_of_range" : record.code) == reject, "\(id)")
            } else {
                #expect(record["time"] == fixture["expected"] as? String, "\(id): \(text)")
            }
        }
        #expect(count > 50)
    }
}
