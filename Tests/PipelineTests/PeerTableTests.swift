import Foundation
import TestSupport
import Testing

/// Tables of the samples, cell by cell beside what other programs counted of the same path streams; the
/// peers' tables and the queries that made them lie in `Peers`.
struct PeerTableTests {
    /// Tables of one run of the pipe.
    struct Run: CustomTestStringConvertible {
        /// The folder of the peers' tables.
        let sample: String
        let logs: [String]
        var journey: String?
        /// What is added to the journey file.
        var rules = ""
        let tables: [String]
        /// What the peers' tables are called behind their names.
        var suffix = ""

        var testDescription: String { "\(sample), \(journey ?? "no journey")\(suffix)" }
    }

    private static let night = (1...4).map { "night/events-\($0).ndjson.gz" }

    static let runs = [
        Run(sample: "night", logs: night, tables: ["transitions", "touchpoints"]),
        Run(
            sample: "night", logs: night, journey: "journey.toml",
            tables: ["attribution", "activity"]),
        Run(
            sample: "ecom", logs: ["ecom/ecom.csv.gz"], journey: "ecom/journey.toml",
            tables: [
                "transitions", "touchpoints", "rework", "stages", "stage_channels", "retention",
                "activity", "hours", "paths",
            ]),
        Run(
            sample: "ecom", logs: ["ecom/ecom.csv.gz"], journey: "ecom/journey.toml",
            rules: """
                [retention]
                period = "month"
                from = "product_view"
                returning = "purchase"
                """,
            tables: ["retention"], suffix: "_touchpoints"),
        Run(
            sample: "ecom", logs: ["ecom/ecom.csv.gz"], journey: "ecom/journey.toml",
            rules: """
                [retention]
                basis = "rolling"
                """,
            tables: ["retention"], suffix: "_rolling"),
    ]

    /// The columns that name a row.
    private static let keys = [
        "transitions": ["scope", "from", "to"], "touchpoints": ["touchpoint"],
        "attribution": ["model", "channel"], "rework": ["touchpoint"], "stages": ["stage"],
        "stage_channels": ["stage", "channel"], "retention": ["cohort", "period"],
        "hours": ["weekday", "hour"], "paths": ["path"], "activity": ["period", "period_start"],
    ]

    @Test(arguments: runs)
    func agreeCellByCell(run: Run) throws {
        let scratch = try Scratch()
        let folder = try Self.writeTables(of: run, in: scratch)
        for table in run.tables {
            let peers = Fixture.root.appending(
                path: "Tests/PipelineTests/Peers/\(run.sample)/\(table)\(run.suffix).csv"
            ).path
            let ours = try csvRows("\(folder)/\(table).csv").filter { Self.isCompared($0, table) }
            try Self.compare(ours, with: csvRows(peers), table)
            try Self.expectRest(of: ours, table + run.suffix)
        }
    }

    /// Runs the pipe; the folder of its tables.
    private static func writeTables(of run: Run, in scratch: Scratch) throws -> String {
        let events = try Program("ingest").run(run.logs.map(Fixture.data))
        #expect(events.status == 0, "\(events.errors)")
        let paths = try Program("sessionize").run([], input: events.output)
        #expect(paths.status == 0, "\(paths.errors)")
        let folder = scratch.path("out")
        var options = ["-o", folder]
        if let journey = run.journey {
            let text = try String(contentsOfFile: Fixture.data(journey), encoding: .utf8)
            options += [
                "--journey", try scratch.file("journey.toml", "\(text)\n\(run.rules)\n".utf8),
            ]
        }
        let result = try Program("funnelstats").run(options, input: paths.output)
        #expect(result.status == 0, "\(result.errors)")
        return folder
    }

    /// The peers know no entries and exits as steps, and no row of a touchpoint without events.
    private static func isCompared(_ row: [String: String], _ table: String) -> Bool {
        switch table {
        case "transitions": row["from"] != "(entry)" && row["to"] != "(exit)"
        case "touchpoints": row["events"] != "0"
        default: true
        }
    }

    private static func compare(
        _ ours: [[String: String]], with peers: [[String: String]], _ table: String
    ) throws {
        let columns = try #require(keys[table])
        func key(_ row: [String: String]) -> String {
            columns.map { row[$0] ?? "?" }.joined(separator: ",")
        }
        #expect(ours.count == peers.count, "\(table)")
        let rows = Dictionary(uniqueKeysWithValues: ours.map { (key($0), $0) })
        for peer in peers {
            let row = try #require(rows[key(peer)], "\(table): \(key(peer)) is missing")
            for (column, wanted) in peer {
                let cell = row[column] ?? "no column"
                #expect(
                    areEqual(cell, wanted),
                    "\(table), \(key(peer)): \(column) is \(cell), the peer's \(wanted)")
            }
        }
    }

    /// As text, or as numbers up to the ninth digit, to which the tables are rounded.
    private static func areEqual(_ cell: String, _ wanted: String) -> Bool {
        if cell == wanted { return true }
        guard let number = Double(cell), let other = Double(wanted) else { return false }
        return abs(number - other) <= 2e-9 * max(1, abs(other))
    }

    /// What the peers' tables do not hold: order, sums and currencies.
    private static func expectRest(of rows: [[String: String]], _ table: String) throws {
        switch table {
        case "attribution":
            for row in rows {
                #expect(row["currency"] == (row["conversions"] == "0" ? "" : "EUR"), "\(row)")
            }
        case "stages":
            #expect(
                rows.map { $0["stage"] } == [
                    "awareness", "interest", "comparison", "purchase", "use", "(unmapped)",
                ])
        case "paths": #expect(rows.last?["cumulative_share"] == "1")
        case "retention":
            #expect(rows.first?["cohort"] == "2024-01-01" && rows.last?["cohort"] == "2024-06-10")
        case "activity":
            let order = ["day", "week", "month"]
            let keys = rows.map {
                "\(order.firstIndex(of: $0["period"] ?? "") ?? 3) \($0["period_start"] ?? "")"
            }
            #expect(keys == keys.sorted())
            for row in rows { #expect((row["currency"] == "EUR") == (row["value"] != "")) }
        default: break
        }
    }
}
