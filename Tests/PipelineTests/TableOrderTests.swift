import Foundation
import TestSupport
import Testing

/// However the rows of the small night are delivered, the tables are the same bytes.
struct TableOrderTests {
    private static func paths(_ arguments: [String]) throws -> String {
        let logs = (1...4).map { Fixture.data("night/events-\($0).ndjson.gz") }
        let events = try Program("ingest").run(logs)
        #expect(events.status == 0, "\(events.errors)")
        let paths = try Program("sessionize").run(arguments, input: events.output)
        #expect(paths.status == 0, "\(paths.errors)")
        return paths.text
    }

    /// The tables by name, without the manifest, which tells of the inputs.
    private static func tables(_ streams: [String], _ scratch: Scratch) throws -> [String: Data] {
        let folder = scratch.path("out")
        let result = try Program("funnelstats").run(
            ["--journey", Fixture.data("journey.toml"), "-o", folder] + streams)
        #expect(result.status == 0, "\(result.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return try Dictionary(
            uniqueKeysWithValues: names.filter { $0.hasSuffix(".csv") }.map {
                ($0, try Data(contentsOf: URL(filePath: "\(folder)/\($0)")))
            })
    }

    /// One stream cut at a moment into two nights, named in either order.
    @Test(arguments: ["2026-11-20T00:00:00", "2026-11-29T12:34:56"])
    func twoNightsAreOneStream(moment: String) throws {
        let scratch = try Scratch()
        let text = try Self.paths([])
        let lines = text.split(separator: "\n")
        let columns = lines[1].split(separator: "\t", omittingEmptySubsequences: false)
        let index = try #require(columns.firstIndex(of: "time"))
        let horizon = try #require(
            lines.last?.split(separator: " ").first { $0.hasPrefix("horizon=") })
        let whole = try scratch.file("whole.tsv", text.utf8)
        let halves = try [true, false].map { isFirst in
            let rows = lines.dropFirst(2).dropLast().filter {
                let time = $0.split(separator: "\t", omittingEmptySubsequences: false)[index]
                return (time < moment) == isFirst
            }
            #expect(rows.count > 1000)
            let end = "#end rows=\(rows.count) complete=true \(horizon)\n"
            let half = (lines.prefix(2) + rows).joined(separator: "\n") + "\n" + end
            return try scratch.file("half-\(isFirst).tsv", half.utf8)
        }
        let wanted = try Self.tables([whole], scratch)
        #expect(wanted.count >= 15)
        for streams in [halves, halves.reversed()] {
            let ours = try Self.tables(streams, scratch)
            for (name, bytes) in wanted { #expect(ours[name] == bytes, "\(name)") }
        }
    }
}
