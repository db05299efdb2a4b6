import Foundation
import TestSupport
import Testing

@testable import Sessionize
@testable import Sessions

/// Every count of the summary, each made by rows for which the specification gives it.
struct SummaryTests {
    /// Runs one after another, with one state and map; what each counts, without zeros.
    struct Case: CustomTestStringConvertible {
        let name: String
        let nights: [(rows: [TestRow], counts: [String: Int])]
        var change: @Sendable (Engine) -> Void = { _ in }
        var testDescription: String { name }
    }

    private static func row(
        _ clock: String, _ visitor: String, _ user: String = "", session: String = ""
    ) -> TestRow {
        TestRow(
            "2026-01-\(clock.count > 8 ? clock : "01T\(clock)")Z",
            ["visitor": visitor, "user": user, "session": session, "event": "e"])
    }

    private static let cases: [Case] = [
        // The worked example of identities.
        Case(
            name: "identities",
            nights: [
                (
                    [
                        row("10:00:00", "d1"), row("10:01:00", "d1", "u1"),
                        row("12:00:00", "d1", "u2"), row("15:00:00", "d2", "u1"),
                    ],
                    [
                        "rows_read": 4, "rows": 4, "sessions": 3, "customers": 2, "visitors": 2,
                        "users": 2, "linked": 2, "shared": 1, "back_filled": 1, "refused_joins": 1,
                    ]
                )
            ]),
        Case(
            name: "capped",
            nights: [
                (
                    [
                        row("10:00:00", "d1", "u"), row("10:01:00", "d2", "u"),
                        row("10:02:00", "d2"),
                    ],
                    [
                        "rows_read": 3, "rows": 3, "sessions": 3, "customers": 2, "visitors": 2,
                        "users": 1, "linked": 1, "capped_users": 1,
                    ]
                )
            ], change: { $0.maximumVisitors = 1 }),
        Case(
            name: "no key",
            nights: [
                (
                    [row("10:00:00", ""), row("10:00:00", "v"), row("10:00:01", "v")],
                    [
                        "rows_read": 3, "rows": 2, "no_key": 1, "sessions": 1, "customers": 1,
                        "visitors": 1,
                    ]
                )
            ]),
        Case(
            name: "quarantine",
            nights: [
                (
                    [
                        row("10:00:00", "a"), row("10:00:01", "a"), row("10:00:02", "a"),
                        row("12:00:00", "a"), row("10:00:00", "b"), row("10:00:01", "b"),
                    ],
                    [
                        "rows_read": 6, "rows": 3, "sessions": 3, "customers": 2, "visitors": 2,
                        "quarantined_rows": 3, "quarantined_sessions": 1,
                    ]
                )
            ], change: { $0.rule.maximumEvents = 2 }),
        // Of one visitor: a gap of 31 minutes inside s1, s2 a minute behind it, then a session without id.
        Case(
            name: "declared",
            nights: [
                (
                    [
                        row("10:00:00", "v", session: "s1"), row("10:31:00", "v", session: "s1"),
                        row("10:32:00", "v", session: "s2"), row("12:00:00", "v"),
                    ],
                    [
                        "rows_read": 4, "rows": 4, "sessions": 3, "customers": 1, "visitors": 1,
                        "undeclared": 1, "declared_gaps": 1, "declared_neighbours": 1,
                    ]
                )
            ], change: { $0.rule.usesDeclared = true }),
        // The horizon is the last row's time. A session is final where more than two timeouts lie between: that
        // of c is not, by a hair. Customers are those of all rows, visitors too.
        Case(
            name: "nights",
            nights: [
                (
                    [
                        row("08:00:00", "a"), row("09:50:00", "b"), row("09:55:00", "b"),
                        row("10:00:00", "c"),
                    ],
                    [
                        "rows_read": 4, "rows": 1, "sessions": 1, "customers": 3, "visitors": 3,
                        "held_rows": 3, "held_sessions": 2,
                    ]
                ),
                (
                    [
                        row("07:00:00", "d"), row("10:01:00", "b"), row("11:00:00", "e", "u"),
                    ],
                    [
                        "rows_read": 6, "state_rows": 3, "late": 1, "rows": 1, "sessions": 1,
                        "customers": 4, "visitors": 4, "users": 1, "linked": 1, "late_links": 1,
                        "held_rows": 5, "held_sessions": 3,
                    ]
                ),
            ], change: { $0.keepsState = true }),
        // 999 rows, one over 30 days behind the last of them, and one as long before the first.
        Case(
            name: "clocks",
            nights: [
                (
                    (0..<999).map { TestRow(Int64($0) * 1_000_000, ["visitor": "v"]) }
                        + [
                            TestRow(998_000_000 + 30 * 86_400_000_000 + 1, ["visitor": "w"]),
                            TestRow(-30 * 86_400_000_000 - 1, ["visitor": "x"]),
                        ],
                    [
                        "rows_read": 1001, "rows": 1001, "sessions": 3, "customers": 3,
                        "visitors": 3, "future": 1, "ancient": 1,
                    ]
                )
            ]),
        // A visitor of no user with the id of one.
        Case(
            name: "name spaces",
            nights: [
                (
                    [row("10:00:00", "7"), row("10:00:00", "x", "7")],
                    [
                        "rows_read": 2, "rows": 2, "sessions": 2, "customers": 2, "visitors": 2,
                        "users": 1, "linked": 1, "id_collisions": 1,
                    ]
                )
            ]),
        Case(
            name: "values",
            nights: [
                (
                    ["view_item", "purchase", "Order Completed"].map {
                        TestRow(0, ["visitor": "v", "event": $0, "value": "5"])
                    },
                    [
                        "rows_read": 3, "rows": 3, "sessions": 1, "customers": 1, "visitors": 1,
                        "values": 2, "other_values": 1,
                    ]
                )
            ]),
    ]

    private static let others = [
        "program", "version", "first", "horizon", "timezone", "inputs",
    ]

    @Test(arguments: cases)
    func countsAreThoseOfTheRows(test: Case) throws {
        let engine = try Engine()
        test.change(engine)
        for night in test.nights {
            _ = try engine.run(night.rows)
            let summary = try Self.summary(of: engine)
            let counts = summary.filter { !Self.others.contains($0.key) }
            for (name, count) in counts {
                #expect(count as? Int == night.counts[name] ?? 0, "\(name)")
            }
            let metrics = try String(
                contentsOfFile: engine.scratch.path("metrics"), encoding: .utf8)
            for name in counts.keys {
                #expect(
                    metrics.contains(
                        "\npolku_sessionize_\(name) \(night.counts[name] ?? 0)\n"), "\(name)")
            }
        }
    }

    /// A count that no case makes makes this fail.
    @Test func everyCountHasACase() throws {
        let engine = try Engine()
        _ = try engine.run([Self.row("10:00:00", "v")])
        let names = Set(try Self.summary(of: engine).keys)
        let tested = Set(Self.cases.flatMap(\.nights).flatMap(\.counts.keys))
        #expect(names == tested.union(Self.others))
    }

    @Test func timesAndInputsAreTold() throws {
        let engine = try Engine()
        let rows = [Self.row("10:00:00", "a"), Self.row("09:00:00", "b")]
        _ = try engine.run(rows)
        let summary = try Self.summary(of: engine)
        #expect(summary["first"] as? String == "2026-01-01T09:00:00.000000Z")
        #expect(summary["horizon"] as? String == "2026-01-01T10:00:00.000000Z")
        #expect(summary["timezone"] is NSNull)
        let inputs = try #require(summary["inputs"] as? [[String: Any]])
        #expect(inputs.map { $0["rows"] as? Int } == [2])
        #expect(inputs.map { $0["bytes"] as? Int } == [EventStream(rows).bytes.count])
    }

    private static func summary(of engine: Engine) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(filePath: engine.scratch.path("summary.json")))
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
}
