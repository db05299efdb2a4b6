import Testing

@testable import Journeys

/// Worked examples of the estimate, worked by hand: units as letters a row, from step A to step B, with the
/// signal F.
///
/// E is a row of A whose own request fails; y is an x in a later session, in which the unit stays.
struct FrictionExampleTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        /// How many units of each kind.
        let units: KeyValuePairs<String, Int>
        /// What F answers; nil where nothing is said.
        var answers: String?
        var signal = "error:F"
        var limits = ""
        /// Dropped and went on among the exposed, then among the others, by stratum.
        var byRows: [[Int]]?
        var byAttempts: [[Int]]?
        let status: String
        var clock = ""
        var compared = ""
        /// Difference, limits, p.
        var estimate: [Double]?

        var testDescription: String { name }
    }

    private static let few = "min_units = 1\nmin_cell = 1\n"

    private static let direct: KeyValuePairs = ["AB": 6, "A": 2, "AFB": 1, "AF": 1]
    private static let hundredfold: KeyValuePairs = ["AB": 600, "A": 200, "AFB": 100, "AF": 100]

    static let examples = [
        Example(
            name: "1, incident",
            units: [
                "AxB": 1, "AFx": 1, "AFB": 1, "AxF": 1, "AB": 1, "AxxB": 1, "A": 1, "Ax": 1,
            ], answers: "[]", limits: few, byRows: [[0, 0, 4, 4], [1, 1, 2, 2], [1, 0, 0, 1]],
            status: "inconclusive", clock: "rows", compared: "3",
            estimate: [0.2727, -0.6506, 0.9104, 0.5127]),
        Example(
            name: "2, direct", units: direct, answers: "\"A\"", limits: few,
            byRows: [[0, 0, 3, 7], [1, 1, 0, 0]], byAttempts: [[1, 1, 2, 6]],
            status: "inconclusive", clock: "attempts", compared: "2",
            estimate: [0.25, -0.5675, 0.9475, 0.5271]),
        Example(
            name: "2, declared an incident", units: direct, answers: "[]", limits: few,
            byRows: [[0, 0, 3, 7], [1, 1, 0, 0]], status: "insufficient", clock: "rows",
            compared: "0"),
        Example(
            name: "2, a hundredfold, undeclared", units: hundredfold,
            byRows: [[0, 0, 300, 700], [100, 100, 0, 0]], byAttempts: [[100, 100, 200, 600]],
            status: "ok", clock: "attempts", compared: "200",
            estimate: [0.25, 0.1739, 0.3249, 0]),
        Example(
            name: "3, again",
            units: [
                "AFAB": 1, "AFAF": 1, "AF": 1, "AxAFB": 1, "AAB": 1, "AB": 3, "AxB": 2, "A": 1,
                "Ax": 1,
            ], answers: "\"A\"", limits: few, byAttempts: [[2, 1, 2, 7], [0, 1, 0, 1]],
            status: "inconclusive", clock: "attempts", compared: "4",
            estimate: [0.3636, -0.2673, 0.7723, 0.2207]),
        Example(
            name: "4, own request",
            units: ["E": 2, "EAB": 1, "ExB": 1, "AB": 3, "AxB": 1, "A": 1, "Ax": 1],
            signal: "server_error", limits: few, byRows: [[2, 2, 2, 4], [0, 0, 1, 1]],
            byAttempts: [[2, 2, 2, 4]], status: "inconclusive", clock: "rows", compared: "4",
            estimate: [0.1667, -0.5073, 0.7340, 0.6056]),
        Example(
            name: "5, later session",
            units: [
                "AF": 1, "AFB": 1, "AFx": 1, "AyF": 1, "AyAFB": 1, "AB": 4, "A": 1, "Ayx": 1,
                "AyAB": 1,
            ], answers: "\"A\"", limits: few, byAttempts: [[2, 1, 3, 6], [0, 1, 0, 1]],
            status: "inconclusive", clock: "attempts", compared: "4",
            estimate: [0.2727, -0.3465, 0.7015, 0.3428]),
        Example(
            name: "6, undeclared",
            units: ["AF": 60, "AFB": 40, "Ax": 40, "AxB": 60, "A": 40, "AB": 160],
            byRows: [[0, 0, 140, 260], [60, 40, 40, 60]], byAttempts: [[60, 40, 80, 220]],
            status: "ok", clock: "both", compared: "100",
            estimate: [0.2, 0.0603, 0.4382, 0.0055]),
        Example(
            name: "7, undeclared",
            units: ["AF": 110, "AFB": 90, "Ax": 160, "AxB": 40, "AB": 600],
            byRows: [[0, 0, 270, 730], [110, 90, 160, 40]], byAttempts: [[110, 90, 160, 640]],
            status: "unclear"),
        Example(
            name: "7, declared", units: ["AF": 110, "AFB": 90, "Ax": 160, "AxB": 40, "AB": 600],
            answers: "\"A\"", byAttempts: [[110, 90, 160, 640]], status: "ok", clock: "attempts",
            compared: "200", estimate: [0.35, 0.2745, 0.4231, 0]),
        // An error that fewer of those drop who meet it tells who they are.
        Example(
            name: "7, declared an incident",
            units: ["AF": 110, "AFB": 90, "Ax": 160, "AxB": 40, "AB": 600], answers: "[]",
            byRows: [[0, 0, 270, 730], [110, 90, 160, 40]], status: "unclear", clock: "rows",
            compared: "200"),
        // By rows 30 of 50 against 50 of 250; in all 30 of 50 drop, and 1650 of 1850 others.
        Example(
            name: "more drop-off by rows, less by plain rates",
            units: ["AF": 30, "AFB": 20, "A": 1600, "Ax": 50, "AxB": 200], answers: "[]",
            byRows: [[0, 0, 1680, 220], [30, 20, 50, 200]], status: "unclear", clock: "rows",
            compared: "50"),
    ]

    @Test(arguments: examples)
    func toThePrintedDigits(example: Example) throws {
        let analysis = try Self.paths(example.units).analysis(Self.journey(example))
        let pair = try #require(analysis.funnels[0].landmark).pairs[0]
        let number = try #require(pair.signals.last)
        let exposure = pair.exposures[number]
        let kind = try #require(analysis.funnels[0].landmark?.kinds[number])
        for (tables, wanted) in [
            (exposure.byRows.tables(of: pair.byRows), example.byRows),
            (exposure.byAttempts.tables(of: pair.attempts(for: kind)), example.byAttempts),
        ] where wanted != nil {
            let cells = tables.map(\.cells)
            #expect(Array(cells.prefix(wanted?.count ?? 0)) == wanted)
            // Further strata have no exposed units.
            #expect(cells.dropFirst(wanted?.count ?? 0).allSatisfy { $0[0] == 0 && $0[1] == 0 })
        }
        let rows = try analysis.frictionTable().written()
        let row = try #require(rows.first { $0["signal"] == example.signal })
        #expect(row["status"] == example.status)
        #expect(row["clock"] == example.clock)
        #expect(row["compared"] == example.compared)
        let columns = ["risk_difference", "rd_low", "rd_high", "q_value"]
        guard let estimate = example.estimate else {
            let empty = columns + ["excess_dropoffs", "value_at_risk", "friction_score", "rank"]
            for column in empty { #expect(row[column] == "", "\(column)") }
            return
        }
        // Alone in its table, a signal's q is its p.
        for (column, wanted) in zip(columns, estimate) {
            let cell = try #require(row[column].flatMap(Double.init), "\(column)")
            #expect(abs(cell - wanted) <= 0.00005, "\(column): \(cell), not \(wanted)")
        }
    }

    /// Example 1 by hand: 8 units, 2 of 3 exposed and 2 of 5 others drop; 3 × 0.2727 drop-offs more.
    @Test func plainCountsStandBesideTheEstimate() throws {
        let example = Self.examples[0]
        let analysis = try Self.paths(example.units).analysis(Self.journey(example))
        let row = try #require(try analysis.frictionTable().written().first)
        let cells = [
            "eligible": "8", "exposed": "3", "dropped_exposed": "2", "unexposed": "5",
            "dropped_unexposed": "2", "plain_rate_exposed": "0.666666667",
            "plain_rate_unexposed": "0.4", "excess_dropoffs": "0.818181818", "friction_score": "0",
            "rank": "1", "value_at_risk": "",
        ]
        for (column, cell) in cells { #expect(row[column] == cell, "\(column)") }
    }

    /// Who reads of a contradiction is told what to say; of other doubts there is nothing to say.
    @Test func aContradictionNamesItsCure() throws {
        for example in Self.examples {
            let doubts = try Self.paths(example.units).analysis(Self.journey(example))
                .frictionDoubts
            let wanted =
                example.name == "7, undeclared"
                ? [
                    "funnel 'f': error:F between 'A' and 'B' is unclear: "
                        + "say what F answers: `answers`"
                ] : []
            #expect(doubts == wanted)
        }
    }

    private static func paths(_ units: KeyValuePairs<String, Int>) -> WrittenPaths {
        var paths = WrittenPaths()
        for (kind, (letters, count)) in units.enumerated() {
            var session = 1
            let words = letters.enumerated().map { index, letter in
                if letter == "y" { session += 1 }
                let event = letter == "y" ? "x" : letter == "E" ? "A" : String(letter)
                return "\(event)@\(index * 60)\(letter == "E" ? "!500" : "")#\(session)"
            }
            for unit in 0..<count { paths.add("c\(kind)-\(unit)", words.joined(separator: " ")) }
        }
        return paths
    }

    private static func journey(_ example: Example) -> String {
        let others = Signal.allCases.map(\.name).filter { $0 != example.signal }
        return Journey.text(
            "A B F x", kinds: ["F": "error"], answers: example.answers.map { ["F": $0] } ?? [:],
            """
            [[funnel]]
            name = "f"
            steps = ["A", "B"]
            [friction]
            off = [\(others.map { "\"\($0)\"" }.joined(separator: ", "))]
            \(example.limits)
            """)
    }
}
