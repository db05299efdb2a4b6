import Foundation
import TestSupport
import Testing

/// Tables of the samples, beside what DuckDB 2.0.1 and Python counted of the same path streams with
/// window functions and exact fractions: `lead(time)` over customer and session, `quantile_cont`,
/// `date_trunc('week')`, a chain of channels solved by NumPy. Run once by hand.
struct PeerTableTests {
    private static func tables(
        _ logs: [String], journey: String?, in scratch: Scratch
    ) throws -> (String) throws -> [[String: String]] {
        let events = try Program("ingest").run(logs.map(Fixture.data))
        #expect(events.status == 0, "\(events.errors)")
        let paths = try Program("sessionize").run([], input: events.output)
        #expect(paths.status == 0, "\(paths.errors)")
        let folder = scratch.path("out")
        let result = try Program("funnelstats").run(
            (journey.map { ["--journey", $0] } ?? []) + ["-o", folder], input: paths.output)
        #expect(result.status == 0, "\(result.errors)")
        return { try csvRows("\(folder)/\($0).csv") }
    }

    private static let night = (1...4).map { "night/events-\($0).ndjson.gz" }

    private static func number(_ row: [String: String], _ column: String) -> Double {
        Double(row[column] ?? "") ?? 0
    }

    /// Rows, Σ count, Σ customers, Σ count², and the sums of the three quantiles.
    @Test func transitionsOfTheNight() throws {
        let scratch = try Scratch()
        let rows = try Self.tables(Self.night, journey: nil, in: scratch)("transitions")
        for (scope, wanted) in [
            (
                "session",
                [4709, 10_823, 10_575, 675_847, 270_575.968, 326_541.1225, 335_586.19645]
            ),
            (
                "customer",
                [
                    5603, 12_254, 11_994, 693_330, 186_095_155.6815, 213_550_965.4137,
                    219_597_402.89024,
                ]
            ),
        ] {
            let ours = rows.filter {
                $0["scope"] == scope && $0["from"] != "(entry)" && $0["to"] != "(exit)"
            }
            let counts = ours.map { Self.number($0, "count") }
            let sums =
                [
                    Double(ours.count), counts.reduce(0, +),
                    ours.reduce(0) { $0 + Self.number($1, "customers") },
                    counts.reduce(0) { $0 + $1 * $1 },
                ]
                + ["median_s", "p90_s", "p95_s"].map { column in
                    ours.reduce(0) { $0 + Self.number($1, column) }
                }
            for (own, theirs) in zip(sums, wanted) {
                #expect(abs(own - theirs) < 1e-3, "\(scope): \(sums)")
            }
        }
        let first = rows.filter { $0["scope"] == "customer" && $0["from"] == "add_to_cart" }[0]
        #expect(first["to"] == "/cart" && first["count"] == "452" && first["customers"] == "396")
        #expect(first["median_s"] == "27.073" && first["p90_s"] == "198.1638")
        #expect(first["p95_s"] == "245.03165")
    }

    /// Rows, Σ events, Σ customers, Σ sessions, Σ entries · events, Σ exits · events, and the sums of the
    /// quantiles.
    @Test func touchpointsOfTheNight() throws {
        let scratch = try Scratch()
        let rows = try Self.tables(Self.night, journey: nil, in: scratch)("touchpoints")
        func sum(_ column: String, times other: String? = nil) -> Double {
            rows.reduce(0) { sum, row in
                sum + Self.number(row, column) * (other.map { Self.number(row, $0) } ?? 1)
            }
        }
        let sums = [
            Double(rows.count), sum("events"), sum("customers"), sum("sessions"),
            sum("entries", times: "events"), sum("exits", times: "events"), sum("errors"),
            sum("median_dwell_s"), sum("p90_dwell_s"),
        ]
        let wanted = [
            720, 14_978, 13_726, 14_411, 2_184_272, 917_247, 0, 27_938.5545, 69_169.1979,
        ]
        for (own, theirs) in zip(sums, wanted) { #expect(abs(own - theirs) < 1e-3, "\(sums)") }
        let line = [
            "touchpoint", "stage", "events", "customers", "sessions", "entries", "exits",
            "exit_rate", "errors", "error_rate", "median_dwell_s", "p90_dwell_s",
        ].map { rows[2][$0] ?? "?" }.joined(separator: ",")
        #expect(line == "add_to_cart,,776,634,699,2,122,0.157216495,0,0,26.4975,179.2548")
    }

    /// Conversions and value of the night by each model. Each channel may come at any place of the table
    /// where two have the same conversions.
    @Test(arguments: Self.credits)
    func attributionOfTheNight(model: String, credits: [String: (Double, Double)]) throws {
        let scratch = try Scratch()
        let rows = try Self.tables(
            Self.night, journey: Fixture.data("journey.toml"), in: scratch)("attribution")
        let ours = rows.filter { $0["model"] == model }
        #expect(ours.count == 13 && ours.allSatisfy { $0["channel"] != nil })
        for (channel, wanted) in credits {
            let row = try #require(ours.first { $0["channel"] == channel }, "\(channel)")
            #expect(abs(Self.number(row, "conversions") - wanted.0) < 2e-9, "\(row)")
            #expect(abs(Self.number(row, "value") - wanted.1) < 1e-6, "\(row)")
            #expect(row["currency"] == (wanted.0 > 0 ? "EUR" : ""))
        }
        let sums = ["conversions", "value"].map { column in
            ours.reduce(0) { $0 + Self.number($1, column) }
        }
        #expect(abs(sums[0] - 166) < 1e-7 && abs(sums[1] - 18_881.95) < 1e-6)
        guard model == "markov" else { return }
        for (channel, effect) in [
            ("direct", 0.618705296), ("paid_search", 0.19394081), ("store", 0.127579798),
            ("phone", 0.002864356),
        ] {
            let row = try #require(ours.first { $0["channel"] == channel })
            #expect(abs(Self.number(row, "removal_effect") - effect) < 2e-9)
        }
    }

    private static let credits: [(String, [String: (Double, Double)])] = [
        (
            "first",
            [
                "direct": (77, 8399.51), "paid_search": (33, 3887.1), "store": (11, 972.51),
                "": (0, 0),
            ]
        ),
        (
            "last",
            [
                "direct": (90, 9840.43), "paid_search": (21, 3036.5), "store": (21, 1917.39),
                "": (1, 273.46),
            ]
        ),
        (
            "linear",
            [
                "direct": (80.033333333, 8765.066833), "organic_search": (14.45, 2001.644667),
                "chat": (0.166666667, 31.666667),
            ]
        ),
        (
            "position_based",
            [
                "direct": (81.65, 8943.830667), "email": (4.766666667, 296.730667),
                "chat": (0.05, 9.5),
            ]
        ),
        (
            "time_decay",
            [
                "direct": (80.569607625, 8813.331705), "store": (16.207295331, 1461.303872),
                "chat": (0.180097711, 34.218565),
            ]
        ),
        (
            "markov",
            [
                "direct": (79.369674059, 9028.037452), "paid_search": (24.879403745, 2829.949744),
                "phone": (0.367449614, 41.796176),
            ]
        ),
        (
            "shapley",
            [
                "direct": (76.616666667, 8437.933333), "": (2.033333333, 271.188333),
                "phone": (0, 0),
            ]
        ),
    ]

    @Test func theSampleByTouchpointStageAndWeek() throws {
        let scratch = try Scratch()
        let table = try Self.tables(
            ["ecom/ecom.csv.gz"], journey: Fixture.data("ecom/journey.toml"), in: scratch)
        try Self.expectRework(table("rework"))
        try Self.expectStages(table("stages"), table("stage_channels"))
        try Self.expectRetention(table("retention"))
        try Self.expectHours(table("hours"))
        // 600 customers, no two of them on one path, 328 buyers.
        let paths = try table("paths")
        #expect(paths.count == 600 && paths.allSatisfy { $0["customers"] == "1" })
        #expect(paths.count { $0["conversion_rate"] == "1" } == 328)
        #expect(paths.reduce(0) { $0 + Self.number($1, "median_s") } == 1_222_406_522)
        #expect(paths.reduce(0) { $0 + ($1["path"]?.unicodeScalars.count ?? 0) } == 69_281)
        #expect(paths.last?["cumulative_share"] == "1")
    }

    private static func expectRework(_ rows: [[String: String]]) {
        #expect(rows.count == 19)
        let columns = ["touchpoint", "sessions", "self_loops", "repetitions", "rework_rate"]
        let lines = rows.map { row in
            (columns + ["conversion_with", "conversion_without"]).map { row[$0] ?? "?" }
                .joined(separator: ",")
        }
        for line in [
            "product_view,2868,1066,2662,0.623430962,0.131431767,0.194444444",
            "catalog,2837,938,2585,0.610151569,0.08492201,0.164556962",
            "payment_details,632,21,55,0.101265823,0.515625,0.769366197",
            "purchase,470,0,0,0,,1", "compare,262,1,12,0.049618321,0,0.128514056",
            "payment_error,95,4,20,0.210526316,0.2,0.093333333",
            "checkout_bug,32,1,11,0.25,0.125,0.333333333",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
    }

    private static func expectStages(
        _ stages: [[String: String]], _ channels: [[String: String]]
    ) {
        let rest = [
            "customers", "sessions", "events", "entered", "advanced", "advance_rate", "median_s",
        ]
        func line(_ row: [String: String], _ keys: [String]) -> String {
            (keys + rest).map { row[$0] ?? "?" }.joined(separator: ",")
        }
        #expect(
            stages.map { line($0, ["stage"]) } == [
                "awareness,422,712,796,422,418,0.990521327,86",
                "interest,600,3460,15904,600,599,0.998333333,204",
                "comparison,598,2890,8344,598,553,0.924749164,760980",
                "purchase,522,1213,4850,522,320,0.61302682,1297093.5",
                "use,432,775,936,432,,,", "(unmapped),211,261,276,211,,,",
            ])
        #expect(channels.count == 30)
        #expect(
            channels.filter { $0["stage"] == "comparison" }.map { line($0, ["channel"]) } == [
                "organic,219,1011,2916,219,201,0.917808219,826046",
                "paid_search,167,805,2083,167,158,0.946107784,518850.5",
                "email,95,514,1573,95,87,0.915789474,762874",
                "social,87,436,1432,87,81,0.931034483,1575566",
                "direct,30,124,340,30,26,0.866666667,846309.5",
            ])
    }

    private static func expectRetention(_ rows: [[String: String]]) {
        func sum(_ term: ([String: String]) -> Double) -> Double {
            rows.reduce(0) { $0 + term($1) }
        }
        #expect(rows.count == 324 && Set(rows.map { $0["cohort"] }).count == 24)
        #expect(sum { Self.number($0, "customers") } == 8566)
        #expect(sum { Self.number($0, "returned") } == 2921)
        #expect(sum { Self.number($0, "returned") * Self.number($0, "period") } == 17_036)
        #expect(sum { Self.number($0, "returned") * Self.number($0, "returned") } == 47_857)
        #expect(rows.first?["cohort"] == "2024-01-01" && rows.last?["cohort"] == "2024-06-10")
    }

    /// Sums over weekday · 24 + hour.
    private static func expectHours(_ rows: [[String: String]]) {
        func sum(_ column: String) -> Double {
            rows.reduce(0) { sum, row in
                let hour = Self.number(row, "weekday") * 24 + Self.number(row, "hour")
                return sum + hour * Self.number(row, column)
            }
        }
        #expect(rows.count == 168)
        #expect(sum("events") == 3_423_694)
        #expect(sum("conversions") == 51_779)
        #expect(sum("sessions") == 395_549)
    }
}
