import Formats
import Foundation
import TestSupport
import Testing

/// The cases of `Tests/Fixtures/formats`, at the level of the decoders.
///
/// Not asserted here, because rules of `ingest` make them: `device` (from the agent), `visitor` and
/// `channel`; an event `asset` is still what its request is. Cases marked `open` are asserted where the
/// specification has decided since.
struct FormatFixtureTests {
    private static let byRules: Set<String> = ["device", "visitor", "channel"]

    @Test(arguments: [
        "combined", "common", "vcombined", "traefik-clf", "caddy", "traefik", "json",
        "w3c", "iis", "cloudfront", "alb", "elb", "s3", "haproxy", "nginx", "apache",
    ])
    func givesTheColumnsThatTheSourceAsserts(name: String) throws {
        for fixture in try Fixture.cases("formats/\(name).json") {
            let id = fixture["id"] as? String ?? ""
            let lines = fixture["lines"] as? [String] ?? []
            let expected = fixture["expected"] as? [Any] ?? []
            let format = try Format(named: fixture["format"] as? String ?? "")
            let options = try Self.options(fixture["args"] as? [String] ?? [])
            let found = decode(lines.joined(separator: "\n") + "\n", format, options)
            try #require(found.count == expected.count, "\(id)")
            for (record, wanted) in zip(found, expected) { Self.compare(record, wanted, id) }
        }
    }

    static func options(_ arguments: [String]) throws -> DecodeOptions {
        var options = DecodeOptions()
        for (name, value) in zip(arguments, arguments.dropFirst()) {
            switch name {
            case "--map": options.mapping = try FieldMapping(value)
            case "--query": options.query = value.split(separator: ",").map(String.init)
            case "--props":
                options.properties = value == "none" ? .none : value == "all" ? .all : .usual
            default: break
            }
        }
        return options
    }

    static func compare(_ record: Decoded, _ wanted: Any, _ id: String) {
        guard let wanted = wanted as? [String: Any] else {
            #expect(record.code != nil, "\(id): a reject")
            return
        }
        if wanted["blank"] != nil {
            #expect(record.reading == .blank, "\(id)")
            return
        }
        #expect(
            record.reading == .event, "\(id): \(String(decoding: record.record, as: UTF8.self))")
        for (column, value) in wanted.sorted(by: { $0.key < $1.key })
        where !byRules.contains(column) {
            compare(record, column, value, id)
        }
    }

    private static func compare(_ record: Decoded, _ column: String, _ value: Any, _ id: String) {
        if column == "noprops" {
            for name in value as? [String] ?? [] { #expect(record.props[name] == nil, "\(id)") }
        } else if column.hasPrefix("props.") {
            let name = String(column.dropFirst(6))
            let text = value is NSNull ? nil : "\(value)"
            #expect(record.props[name] == text, "\(id): \(column)")
        } else if column == "duration_ms", let wanted = Double("\(value)") {
            let found = Double(record[column]) ?? -1
            #expect(abs(found - wanted) < 0.0011, "\(id): duration \(record[column])")
        } else if column == "event", "\(value)" == "asset" {
            #expect(["page_view", "redirect"].contains(record[column]), "\(id)")
        } else if let options = value as? [String: [String]] {
            #expect(!(options["not"] ?? []).contains(record[column]), "\(id): \(column)")
        } else {
            #expect(record[column] == "\(value)", "\(id): \(column)")
        }
    }
}
