import Foundation
import TestSupport
import Testing

/// What logs have wrong with clocks, through the whole pipe: the cases of
/// `Fixtures/numbers` and their right values.
struct NumberDefectTests {
    /// One case, run.
    private struct Run {
        let scratch: Scratch
        /// What the stages said on standard error.
        let errors: String

        /// `events` is a file of the case's folder, `options` those of `ingest`.
        init(_ name: String, _ events: String, options: String = "") throws {
            scratch = try Scratch()
            let folder = Fixture.path("numbers/\(name)")
            let result = try Program.shell(
                """
                set -o pipefail
                ingest \(options) '\(folder)/\(events)' --summary i.json |
                    sessionize --sessions s.csv --summary s.json | tee p.tsv |
                    funnelstats --journey '\(folder)/journey.toml' -o out
                """, in: scratch)
            #expect(result.status == 0, "\(result.errors)")
            errors = result.errors
        }

        func summary(_ file: String) throws -> [String: Any] {
            let data = try Data(contentsOf: URL(filePath: scratch.path(file)))
            return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        }

        func rows(_ table: String) throws -> [[String: String]] {
            try csvRows(scratch.path("out/\(table).csv"))
        }

        func metrics(_ name: String) throws -> [[String: String]] {
            try rows("journey_metrics").filter { $0["metric"] == name }
        }
    }

    /// One row in 2038 or 2000 changes nothing for the others.
    @Test(arguments: [
        ("future-100", "events.ndjson", "future", "35", "65"),
        ("future-600", "events.ndjson.gz", "future", "210", "390"),
        ("past-clock", "events.ndjson", "ancient", nil, nil),
    ])
    func oneWrongClockMovesNothing(
        name: String, events: String, count: String, stillOpen: String?, followed: String?
    ) throws {
        let run = try Run(name, events)
        let summary = try run.summary("s.json")
        for other in ["future", "ancient"] {
            #expect(summary[other] as? Int == (other == count ? 1 : 0))
        }
        #expect(run.errors.contains("sessionize: 1 row lies more than 30 days "))
        #expect(try run.rows("retention").count == 6)
        #expect(try run.rows("funnel_trend").count == 20)
        #expect(try run.rows("retention").allSatisfy { $0["cohort"] ?? "" > "2025" })
        let total = try #require(run.rows("funnel_totals").first)
        guard let stillOpen, let followed else { return }
        #expect(total["still_open"] == stillOpen)
        #expect(total["km_rate"] == "0.5")
        // The row itself has entered.
        #expect(total["entered"] == "\((Int(total["converted"] ?? "") ?? 0) * 2 + 1)")
        let returns = try run.metrics("return_7d").map { $0["denominator"] }
        #expect(returns.contains(followed), "\(returns)")
    }

    /// The same where each night comes as a file of its own, and is too short to tell.
    @Test func shortNightsTogetherTellAWrongClock() throws {
        let scratch = try Scratch()
        let folder = Fixture.path("numbers/future-100")
        let result = try Program.shell(
            """
            set -e
            split -l 60 '\(folder)/events.ndjson' part-
            for part in part-*; do ingest $part | sessionize -o $part.tsv; done
            funnelstats --journey '\(folder)/journey.toml' -o out part-*.tsv
            """, in: scratch)
        #expect(result.status == 0, "\(result.errors)")
        #expect(try csvRows(scratch.path("out/retention.csv")).count == 6)
        #expect(try csvRows(scratch.path("out/funnel_trend.csv")).count == 20)
        let total = try #require(csvRows(scratch.path("out/funnel_totals.csv")).first)
        #expect(total["km_rate"] == "0.5")
    }
}
