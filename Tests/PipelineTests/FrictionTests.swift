import Foundation
import TestSupport
import Testing

/// Friction that was planted, through the whole pipe.
struct FrictionTests {
    private static func paths(_ logs: [String], _ scratch: Scratch) throws -> String {
        let events = try Program("ingest").run(logs.map(Fixture.data))
        #expect(events.status == 0, "\(events.errors)")
        let paths = try Program("sessionize").run(
            ["-o", scratch.path("paths.tsv")], input: events.output)
        #expect(paths.status == 0, "\(paths.errors)")
        return scratch.path("paths.tsv")
    }

    private static func friction(
        _ paths: String, journey: String, _ scratch: Scratch
    ) throws -> [[String: String]] {
        let result = try Program("funnelstats").run(
            ["--journey", journey, "-o", scratch.path("out"), paths])
        #expect(result.status == 0, "\(result.errors)")
        return try csvRows(scratch.path("out/friction.csv"))
    }

    private static func number(_ row: [String: String], _ column: String) throws -> Double {
        try #require(row[column].flatMap(Double.init), "\(column)")
    }

    /// Declined payments are planted with 35 points more drop-off, rejected coupons with none.
    @Test(arguments: [
        (1...4).map { "night/events-\($0).ndjson.gz" }, (1...4).map { "night/access-\($0).log.gz" },
    ])
    func plantedFrictionRanksFirst(logs: [String]) throws {
        let scratch = try Scratch()
        let rows = try Self.friction(
            Self.paths(logs, scratch), journey: Fixture.data("journey.toml"), scratch)
        let first = try #require(rows.first)
        #expect(first["rank"] == "1")
        #expect(first["signal"] == "error:payment_declined")
        #expect([first["from"], first["to"], first["status"]] == ["payment", "purchase", "ok"])
        #expect(try Self.number(first, "rd_low") < 0.35)
        #expect(try Self.number(first, "rd_high") > 0.35)
        let coupons = rows.filter { $0["signal"] == "error:coupon_rejected" }
        #expect(coupons.contains { $0["status"] == "inconclusive" })
        #expect(!coupons.contains { $0["status"] == "ok" })
        let ranks = rows.compactMap { $0["rank"].flatMap { Int($0) } }
        #expect(ranks == Array(1...ranks.count))
    }

    /// The incidents that the author of the sample put in; plain and estimated as the rules have them.
    @Test func incidentsOfTheSample() throws {
        let scratch = try Scratch()
        let journey = try String(
            contentsOf: URL(filePath: Fixture.data("ecom/journey.toml")), encoding: .utf8)
        let file = try scratch.file(
            "journey.toml",
            (journey + """

                [[funnel]]
                name = "payment"
                steps = ["payment_details", "purchase"]
                unit = "session"
                window = "none"

                [[funnel]]
                name = "checkout"
                steps = ["shipping_details", "payment_details"]
                unit = "session"
                window = "none"

                # 4 of 68 went on, 20 were exposed.
                [friction]
                min_units = 20
                min_cell = 3
                """).utf8)
        let rows = try Self.friction(
            Self.paths(["ecom/ecom.csv.gz"], scratch), journey: file, scratch)
        // Of Python's fractions over the path stream, the limits by bisection of the test.
        for (funnel, signal, plain, numbers) in [
            ("payment", "error:payment_error", 0.404, [0.329, 0.247, 0.437]),
            ("checkout", "error:checkout_bug", 0.377, [0.317, 0.122, 0.571]),
        ] {
            let row = try #require(
                rows.first { $0["funnel"] == funnel && $0["signal"] == signal })
            #expect(row["status"] == "ok" && row["clock"] == "both")
            let difference =
                try Self.number(row, "plain_rate_exposed")
                - Self.number(row, "plain_rate_unexposed")
            #expect(abs(difference - plain) < 0.0005)
            for (column, wanted) in zip(["risk_difference", "rd_low", "rd_high"], numbers) {
                #expect(abs(try Self.number(row, column) - wanted) < 0.0005, "\(signal) \(column)")
            }
        }
    }
}
