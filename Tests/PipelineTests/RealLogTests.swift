import Foundation
import TestSupport
import Testing

/// Real logs through the whole pipe.
struct RealLogTests {
    private static let steps =
        "product_view,add_to_cart,cart,shipping_details,payment_details,purchase"

    /// The path stream of the ecom sample, and how many sessions it has.
    private func ecom(_ scratch: Scratch) throws -> (paths: String, sessions: Int) {
        let events = try Program("ingest").run([Fixture.data("ecom/ecom.csv.gz")])
        #expect(events.status == 0, "\(events.errors)")
        let paths = try Program("sessionize").run(
            ["-o", scratch.path("paths.tsv.gz"), "--sessions", scratch.path("sessions.csv")],
            input: events.output)
        #expect(paths.status == 0, "\(paths.errors)")
        let sessions = try csvRows(scratch.path("sessions.csv")).count
        return (scratch.path("paths.tsv.gz"), sessions)
    }

    // Counted by retentioneering 5.2.4, the library that the sample comes from.
    @Test func ecomGivesTheNumbersOfItsAuthor() throws {
        let scratch = try Scratch()
        let (paths, sessions) = try ecom(scratch)
        #expect(sessions == 3605)
        for (unit, wanted) in [
            ("customer", [598, 517, 429, 329, 222, 114]),
            ("session", [2868, 944, 477, 194, 72, 15]),
        ] {
            let folder = scratch.path(unit)
            let result = try Program("funnelstats").run([
                "--steps", Self.steps, "--window", "none", "--unit", unit, "-o", folder, paths,
            ])
            #expect(result.status == 0, "\(result.errors)")
            let reached = try csvRows(folder + "/funnel.csv").compactMap {
                $0["reached"].flatMap(Int.init)
            }
            #expect(reached == wanted, "\(unit)")
        }
        let transitions = try csvRows(scratch.path("customer/transitions.csv"))
        func count(_ scope: String) -> Int {
            transitions.filter {
                $0["scope"] == scope && $0["from"] != "(entry)" && $0["to"] != "(exit)"
            }.reduce(0) { $0 + (Int($1["count"] ?? "") ?? 0) }
        }
        #expect(count("customer") == 30_506)
        #expect(count("session") == 27_501)
    }

    /// Every line is read; what GoAccess 1.11 refuses (3,522 of 4,000 lines of July 1995, whose
    /// clients are host names) too. One line of elastic-apache ends inside its agent.
    @Test(arguments: [
        ("elastic-apache/apache_logs.gz", 10_000, 1), ("zanbil-shop/shop_access_1.log.gz", 500, 0),
        ("nasa-1995/access_log_Jul95.first4000.gz", 4000, 0),
        ("nasa-1995/access_log_Aug95.first5000.gz", 5000, 0),
    ])
    func accessLogsAreReadWhole(name: String, lines: Int, rejected: Int) throws {
        let scratch = try Scratch()
        let result = try Program("ingest").run([
            Fixture.path("data/" + name), "--bots", "keep", "--static", "keep", "--summary",
            scratch.path("s.json"),
        ])
        #expect(result.status == 0, "\(result.errors)")
        let summary = try #require(
            JSONSerialization.jsonObject(
                with: Data(contentsOf: URL(filePath: scratch.path("s.json"))))
                as? [String: Any])
        #expect(summary["lines"] as? Int == lines)
        #expect(summary["rejected"] as? Int == rejected)
        #expect(summary["events"] as? Int == lines - rejected)
    }

    /// The small night with its own journey; the planted counts stand in truth.json, which the program
    /// that made the logs wrote.
    @Test func theNightHasItsPlantedPayments() throws {
        let scratch = try Scratch()
        let logs = (1...4).map { Fixture.data("night/events-\($0).ndjson.gz") }
        let events = try Program("ingest").run(logs)
        #expect(events.status == 0, "\(events.errors)")
        let paths = try Program("sessionize").run([], input: events.output)
        let result = try Program("funnelstats").run(
            ["--journey", Fixture.data("journey.toml"), "-o", scratch.path("out")],
            input: paths.output)
        #expect(result.status == 0, "\(result.errors)")
        let rows = try csvRows(scratch.path("out/funnel.csv")).filter { $0["funnel"] == "purchase" }
        // 148 + 40 customers came to the payment, 37 + 22 of them were lost there.
        #expect(rows[3]["reached"] == "188")
        #expect(rows[3]["dropoff"] == "59")
        #expect(rows[4]["reached"] == "129")
    }

    @Test func orderOfFilesAndCompressionChangeNothing() throws {
        let scratch = try Scratch()
        let logs = (1...4).map { Fixture.data("night/events-\($0).ndjson.gz") }
        let straight = try Program("ingest").run(logs)
        let back = try Program("ingest").run(["-j", "1"] + logs.reversed())
        #expect(straight.output == back.output)
        let folder = try scratch.file("unused", []) + ".d"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for number in 1...4 {
            let plain = try Program(url: URL(filePath: "/bin/gzip")).run(
                ["-dc", logs[number - 1]])
            try plain.output.write(to: URL(filePath: "\(folder)/events-\(number).ndjson"))
        }
        let inflated = try Program("ingest").run([folder])
        #expect(inflated.output == straight.output)
    }
}
