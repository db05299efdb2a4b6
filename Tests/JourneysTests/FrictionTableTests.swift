import StatsFolder
import TestSupport
import Testing

@testable import Journeys

struct FrictionTableTests {
    /// Units that met a signal, or only x, on the way from A: how many dropped and went on to B.
    private static let groups = [
        ("F", 40, 10), ("G", 5, 45), ("H", 25, 25), ("x", 50, 50), ("I", 9, 0),
    ]
    private static let kinds = Dictionary(uniqueKeysWithValues: "FGHI".map { ("\($0)", "error") })

    private static func rows(
        _ friction: String = "", last: String = " C@180=20"
    ) throws -> [[String: String]] {
        var paths = WrittenPaths()
        for (name, dropped, wentOn) in groups {
            for unit in 0..<dropped { paths.add("\(name)d\(unit)", "A@0 \(name)@60") }
            for unit in 0..<wentOn {
                paths.add(
                    "\(name)w\(unit)", "A@0 \(name)@60 B@120" + (name == "x" ? last : ""))
            }
        }
        let analysis = try paths.analysis(
            Journey.text(
                "A B C F G H I x", kinds: kinds,
                """
                [[funnel]]
                name = "f"
                steps = ["A", "B", "C"]
                [friction]
                \(friction)
                """))
        return try analysis.frictionTable().written()
    }

    // By Sato's formulas in Python; q-values by SciPy 1.17.1, false_discovery_control.
    @Test func estimatesByScoreThenExcess() throws {
        let rows = try Self.rows()
        #expect(rows.map { $0["signal"] } == ["F", "H", "G", "I"].map { "error:\($0)" })
        #expect(
            rows.map { $0["status"] } == ["ok", "inconclusive", "protective", "insufficient"])
        #expect(rows.map { $0["rank"] } == ["1", "2", "3", ""])
        for (row, wanted) in zip(
            rows,
            [
                [
                    0.3741626794, 0.2445994835, 0.5037258754, 2.26878945e-08, 18.7081339713,
                    9.4806001343,
                ],
                [0.0023923445, -0.1518873863, 0.1566720753, 9.75754221e-01, 0.1196172249, 0],
                [-0.4933014354, -0.5998362649, -0.3867666059, 3.39581417e-19, -24.6650717703, 0],
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

    /// Plain counts are told of all; nothing else of those with too few.
    @Test func tooFewGiveNoEstimate() throws {
        let row = try #require(try Self.rows().last)
        let plain = [
            "eligible": "259", "exposed": "9", "dropped_exposed": "9", "unexposed": "250",
            "dropped_unexposed": "120", "plain_rate_exposed": "1", "plain_rate_unexposed": "0.48",
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
        ("min_units = 51", ["insufficient", "insufficient", "insufficient", "insufficient"]),
        ("min_units = 50", ["ok", "inconclusive", "protective", "insufficient"]),
        ("min_cell = 6", ["ok", "inconclusive", "insufficient", "insufficient"]),
        ("min_cell = 11", ["inconclusive", "insufficient", "insufficient", "insufficient"]),
        ("off = [\"error:F\"]", ["inconclusive", "protective", "insufficient"]),
    ])
    func limitsAreThoseOfTheJourney(option: String, statuses: [String]) throws {
        #expect(try Self.rows(option).map { $0["status"] } == statuses)
    }

    /// 50 of the 130 at B convert, at 20 each: what is lost before B would have brought 7.69 each.
    @Test func valueAtRiskIsWhatTheExcessWouldHaveBrought() throws {
        let row = try #require(try Self.rows().first)
        let value = try #require(row["value_at_risk"].flatMap(Double.init))
        #expect(abs(value - 18.7081339713 * 50 * 20 / 130) < 1e-6)
        #expect(row["currency"] == "EUR")
    }

    @Test func withoutOneCurrencyThereIsNoValue() throws {
        let none = try #require(try Self.rows(last: " C@180").first)
        #expect(none["value_at_risk"] == "" && none["currency"] == "")
        var paths = WrittenPaths()
        for unit in 0..<80 {
            let currency = unit % 2 == 0 ? "EUR" : "USD"
            paths.add("a\(unit)", "A@0 F@60" + (unit < 40 ? " B@120=5$\(currency)" : ""))
            paths.add("b\(unit)", "A@0 x@60" + (unit < 60 ? " B@120" : ""))
        }
        let analysis = try paths.analysis(
            Journey.text(
                "A B F x", kinds: Self.kinds,
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
