import StatsFolder
import TestSupport
import Testing

@testable import Journeys

struct FrictionTableTests {
    /// Units that met a signal, or only x, on the way from A: how many dropped and went on to B.
    private static let groups = [
        ("F", 40, 10), ("G", 5, 45), ("H", 25, 25), ("x", 50, 50), ("I", 9, 0),
        ("x@60~4000", 5, 45),
    ]
    private static let kinds = Dictionary(uniqueKeysWithValues: "FGHI".map { ("\($0)", "error") })
    /// Errors that answer nothing: incidents.
    private static let incidents = kinds.mapValues { _ in "[]" }

    private static func rows(
        _ friction: String = "", groups: [(String, Int, Int)] = groups, last: String = " C@780=20"
    ) throws -> [[String: String]] {
        var paths = WrittenPaths()
        for (name, dropped, wentOn) in groups {
            let row = name.contains("@") ? name : name + "@60"
            for unit in 0..<dropped { paths.add("\(name)d\(unit)", "A@0 \(row)") }
            for unit in 0..<wentOn {
                paths.add("\(name)w\(unit)", "A@0 \(row) B@720" + (name == "x" ? last : ""))
            }
        }
        let analysis = try paths.analysis(
            Journey.text(
                "A B C F G H I x", kinds: kinds, answers: incidents,
                """
                [[funnel]]
                name = "f"
                steps = ["A", "B", "C"]
                [friction]
                \(friction.contains("long_dwell") ? "" : "long_dwell = \"1h\"")
                \(friction)
                """))
        return try analysis.frictionTable().written()
    }

    // In Python's fractions, the limits by bisection of the test; q-values by SciPy 1.17.1,
    // false_discovery_control. All units have a row behind A, and are compared there. Fewer drop-offs
    // after an error tell who meets it; after a slow answer they are what they are.
    @Test func estimatesByScoreThenExcess() throws {
        let rows = try Self.rows()
        #expect(rows.map { $0["signal"] } == ["error:F", "error:H", "slow", "error:G", "error:I"])
        #expect(
            rows.map { $0["status"] }
                == ["ok", "inconclusive", "protective", "unclear", "insufficient"])
        #expect(rows.map { $0["clock"] } == ["rows", "rows", "rows", "rows", "rows"])
        #expect(rows.map { $0["compared"] } == ["50", "50", "50", "50", "9"])
        #expect(rows.map { $0["rank"] } == ["1", "2", "3", "", ""])
        for (row, wanted) in zip(
            rows,
            [
                [
                    0.4370656371, 0.2985118283, 0.5505377509, 3.66527408e-07, 21.8532818533,
                    11.1385010546,
                ],
                [0.0791505792, -0.0725082060, 0.2296354119, 0.3054568755, 3.9575289575, 0],
                [-0.3980694981, -0.4869207219, -0.2785152367, 3.66527408e-07, -19.9034749035, 0],
            ])
        {
            let columns = [
                "risk_difference", "rd_low", "rd_high", "q_value", "excess_dropoffs",
                "friction_score",
            ]
            for (column, number) in zip(columns, wanted) {
                let cell = try #require(row[column].flatMap(Double.init), "\(column)")
                #expect(abs(cell - number) < 1e-8, "\(row["signal"] ?? "") \(column)")
            }
        }
    }

    /// Of what surely goes with more drop-off: bad experiences, then obstacles, then habits of those who
    /// leave anyhow, whatever their scores.
    @Test func badExperiencesComeBeforeHabits() throws {
        let rows = try Self.rows(
            "long_dwell = \"11m\"",
            groups: [("x@670", 45, 5), ("x@60~4000", 40, 10), ("F", 30, 20), ("x", 20, 180)])
        let found = rows.filter { $0["status"] == "ok" }
        #expect(found.map { $0["signal"] } == ["error:F", "slow", "long_dwell"])
        #expect(found.map { $0["rank"] } == ["1", "2", "3"])
        let scores = found.compactMap { $0["friction_score"].flatMap(Double.init) }
        #expect(scores.count == 3 && scores == scores.sorted())
    }

    /// Of 100 compared the estimate expects more drop-offs beyond those of others than there are in all: 50.
    @Test func excessIsAtMostTheDropOffs() throws {
        var paths = WrittenPaths()
        for unit in 0..<50 {
            paths.add("a\(unit)", "A@0 F@60")
            paths.add("b\(unit)", "A@0 x@60 F@120 B@180")
        }
        paths.add("c", "A@0 x@60 x@120 B@180")
        let analysis = try paths.analysis(
            Journey.text(
                "A B F x", kinds: ["F": "error"], answers: ["F": "[]"],
                "[[funnel]]\nname = \"f\"\nsteps = [\"A\", \"B\"]\n"))
        let row = try #require(try analysis.frictionTable().written().first)
        let difference = try #require(row["risk_difference"].flatMap(Double.init))
        #expect(row["compared"] == "100" && difference > 0.5)
        #expect(row["excess_dropoffs"] == "50" && row["friction_score"] == "100")
    }

    /// Plain counts are told of all; nothing else of those with too few.
    @Test func tooFewGiveNoEstimate() throws {
        let row = try #require(try Self.rows().last)
        let plain = [
            "eligible": "309", "exposed": "9", "dropped_exposed": "9", "unexposed": "300",
            "dropped_unexposed": "125", "plain_rate_exposed": "1",
            "plain_rate_unexposed": "0.416666667", "clock": "rows", "compared": "9",
        ]
        for (column, cell) in plain { #expect(row[column] == cell, "\(column)") }
        for column in [
            "risk_difference", "rd_low", "rd_high", "q_value", "excess_dropoffs", "value_at_risk",
            "currency", "friction_score", "rank",
        ] {
            #expect(row[column] == "", "\(column)")
        }
    }

    @Test(arguments: [
        ("min_units = 51", [String](repeating: "insufficient", count: 5)),
        ("min_units = 50", ["ok", "inconclusive", "protective", "unclear", "insufficient"]),
        ("min_cell = 6", ["ok", "inconclusive", "insufficient", "insufficient", "insufficient"]),
        ("min_cell = 11", ["inconclusive"] + [String](repeating: "insufficient", count: 4)),
        ("off = [\"error:F\"]", ["inconclusive", "protective", "unclear", "insufficient"]),
    ])
    func limitsAreThoseOfTheJourney(option: String, statuses: [String]) throws {
        #expect(try Self.rows(option).map { $0["status"] } == statuses)
    }

    /// 50 of the 175 at B convert, at 20 each: what is lost before B would have brought 5.71 each.
    @Test func valueAtRiskIsWhatTheExcessWouldHaveBrought() throws {
        let row = try #require(try Self.rows().first)
        let value = try #require(row["value_at_risk"].flatMap(Double.init))
        #expect(abs(value - 21.8532818533 * 50 * 20 / 175) < 1e-6)
        #expect(row["currency"] == "EUR")
    }

    @Test func withoutOneCurrencyThereIsNoValue() throws {
        let none = try #require(try Self.rows(last: " C@780").first)
        #expect(none["value_at_risk"] == "" && none["currency"] == "")
        var paths = WrittenPaths()
        for unit in 0..<80 {
            let currency = unit % 2 == 0 ? "EUR" : "USD"
            paths.add("a\(unit)", "A@0 F@60" + (unit < 40 ? " B@120=5$\(currency)" : ""))
            paths.add("b\(unit)", "A@0 x@60" + (unit < 60 ? " B@120" : ""))
        }
        let analysis = try paths.analysis(
            Journey.text(
                "A B F x", kinds: Self.kinds, answers: Self.incidents,
                "[[funnel]]\nname = \"f\"\nsteps = [\"A\", \"B\"]\n"))
        let two = try #require(
            try analysis.frictionTable().written().first)
        #expect(two["status"] == "ok")
        #expect(two["value_at_risk"] == "" && two["currency"] == "")
    }

    /// Over all rows, funnel or not; what a row does in two funnels counts once.
    @Test func signalsAreCountedByTouchpoint() throws {
        var paths = WrittenPaths()
        paths.add("a", "A@0 B@60 A@120!500 B@180 A@240#2!503")
        paths.add("b", "x@0!500 F@60")
        let funnel = "steps = [\"A\", \"B\"]\n"
        let analysis = try paths.analysis(
            Journey.text(
                "A B F x", kinds: Self.kinds,
                "[[funnel]]\nname = \"f\"\n\(funnel)[[funnel]]\nname = \"g\"\n\(funnel)"))
        let table = analysis.signalsTable()
        let columns = ["signal", "touchpoint", "events", "sessions", "customers", "threshold"]
        #expect(table.shape.names() == columns)
        let rows = try table.written().map { row in columns.map { row[$0] ?? "" } }
        #expect(
            rows == [
                ["server_error", "A", "2", "2", "1", "status >= 500"],
                ["error:F", "F", "1", "1", "1", "kind = error"],
                ["ping_pong", "B", "1", "1", "1", "4 alternating"],
                ["resumed_later", "A", "1", "1", "1", "later session"],
                ["server_error", "x", "1", "1", "1", "status >= 500"],
                ["u_turn", "B", "1", "1", "1", "lower step"],
            ])
    }

    @Test func thresholdsAreTold() throws {
        let rules = FrictionRules()
        #expect(Signal.slow.threshold(rules) == "> 3000 ms")
        #expect(Signal.rapidRepeat.threshold(rules) == "3 in 2 s")
        #expect(Set(Signal.allCases.map(\.name)).count == 15)
        for signal in Signal.allCases { #expect(!signal.threshold(rules).isEmpty) }
    }
}
