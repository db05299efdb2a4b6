import Foundation
import TestSupport
import Testing

/// `correlation.csv` through the whole pipe.
struct CorrelationTests {
    /// All entrants share site, country and device, and none has a channel: that goes with nothing. The help
    /// page, seen by 20 of 40 who convert and 480 of 1960 others, is alone in the table: q = p. Numbers by
    /// NumPy and SciPy 1.17.1.
    @Test func whatAllShareIsNotListed() throws {
        let scratch = try Scratch()
        let folder = Fixture.path("numbers/constant-property")
        let events = try Program("ingest").run(["\(folder)/events.ndjson.gz"])
        let paths = try Program("sessionize").run([], input: events.output)
        let result = try Program("funnelstats").run(
            ["--journey", "\(folder)/journey.toml", "-o", scratch.path("out")],
            input: paths.output)
        #expect(result.status == 0, "\(result.errors)")
        let rows = try csvRows(scratch.path("out/correlation.csv"))
        #expect(rows.map { [$0["kind"], $0["name"]] } == [["touchpoint", "(unmapped)"]])
        let row = try #require(rows.first)
        #expect([row["converted_with"], row["dropped_with"]] == ["20", "480"])
        for (column, wanted) in [
            ("odds_ratio", 3.0811654527), ("ci_low", 1.6562060391), ("ci_high", 5.7321253046),
            ("q_value", 0.0003810111),
        ] {
            let cell = try #require(row[column].flatMap(Double.init), "\(column)")
            #expect(abs(cell - wanted) < 1e-9, "\(column)")
        }
    }
}
