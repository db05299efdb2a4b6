import Foundation
import TestSupport
import Testing

@testable import Journeys

/// Paths of other systems with the numbers that these gave, through our tables.
struct PathFixtureTests {
    /// Cases that no table of ours can express, with the reason. `paths/clickhouse_transitions.json`
    /// is asserted in `TransitionTests`, all else of `paths` here.
    static let exceptions = [
        "rete5-sm-01": "shares by step number: no table has them",
        "rete5-collapse-02": "repeats of chosen events alone are one: ours are of all",
        "snowplow-transform-01": "a path of channels on its own: touches are never transformed",
        "snowplow-transform-05": "a channel taken out of a path: touches are never transformed",
        "snowplow-transform-06": "a channel taken out of a path: touches are never transformed",
    ]

    private struct Found {
        let id: String
        let rows: PathRows
        let expected: [String: Any]
        let options: [String: Any]
    }

    private static func found(_ id: String) throws -> Found {
        let cases = try Fixture.cases("paths/paths.json")
        let object = try #require(cases.first { $0["id"] as? String == id })
        var rows = PathRows()
        rows.add(object["events"] as? [[String: Any]] ?? [])
        return Found(
            id: id, rows: rows, expected: object["expected"] as? [String: Any] ?? [:],
            options: object["options"] as? [String: Any] ?? [:])
    }

    @Test func everyCaseIsAssertedOrExcepted() throws {
        let asserted = [
            "rete5-tm-02", "rete5-tm-04", "rete5-route-03", "rete5-conv-01", "rete5-funnel-01",
            "rete5-funnel-04", "rete5-doc-01", "posthog-02", "posthog-03", "pm4py-01",
        ]
        let all = try Fixture.cases("paths/paths.json").compactMap { $0["id"] as? String }
        #expect(all.sorted() == (asserted + Self.exceptions.keys).sorted())
    }

    /// The counts of one scope by `from`, then `to`.
    private static func counts(
        _ tables: PathRows.Tables, _ scope: String
    ) throws -> [String: [String: Int]] {
        var counts: [String: [String: Int]] = [:]
        for row in try tables.rows("transitions") where row["scope"] == scope {
            counts[row["from"] ?? "", default: [:]][row["to"] ?? ""] = Int(row["count"] ?? "")
        }
        return counts
    }

    private static func name(_ state: String) -> String {
        ["path_start": "(entry)", "path_end": "(exit)"][state] ?? state
    }

    @Test(arguments: ["rete5-tm-02", "rete5-tm-04"])
    func transitionsAgreeWithRetentioneering(id: String) throws {
        let found = try Self.found(id)
        let counts = try Self.counts(found.rows.tables(), "session")
        let order = (found.expected["matrix_order"] as? [String] ?? []).map(Self.name)
        let matrix = order.map { from in order.map { counts[from]?[$0] ?? 0 } }
        if let wanted = found.expected["count"] as? [[Int]] {
            #expect(matrix == wanted)
            #expect(matrix.joined().reduce(0, +) == found.expected["total_transitions"] as? Int)
            #expect(matrix[0].reduce(0, +) == found.expected["n_paths"] as? Int)
        }
        for (place, shares) in (found.expected["proba_in"] as? [[Double]] ?? []).enumerated() {
            for (to, share) in shares.enumerated() {
                let arriving = matrix.reduce(0) { $0 + $1[to] }
                #expect(abs((ratio(matrix[place][to], arriving) ?? 0) - share) < 1e-9)
            }
        }
    }

    @Test func repeatsOverlap() throws {
        let found = try Self.found("rete5-route-03")
        let row = try #require(
            found.rows.tables().rows("transitions").first {
                $0["scope"] == "customer" && $0["from"] == "A" && $0["to"] == "A"
            })
        #expect(Int(row["count"] ?? "") == found.expected["occurrences"] as? Int)
        #expect(Int(row["customers"] ?? "") == found.expected["unique_paths"] as? Int)
    }

    @Test(arguments: [
        ("rete5-conv-01", "\"Y\", \"X\"", "customer", "paths_with_start converted"),
        ("rete5-funnel-01", "\"A\", \"B\", \"C\"", "customer", "unique_paths"),
        ("rete5-funnel-04", "\"A\", \"D\"", "session", "unique_paths"),
        ("rete5-doc-01", "\"home\", \"cart\", \"purchase\"", "customer", "funnel_unique_paths"),
    ])
    func funnelsAgreeWithRetentioneering(
        id: String, steps: String, unit: String, keys: String
    ) throws {
        let found = try Self.found(id)
        let inline = steps.replacing("\"", with: "").split(separator: ", ").map {
            "{event = \"\($0)\"}"
        }.joined(separator: ", ")
        let tables = try found.rows.tables(
            "[[funnel]]\nname = \"f\"\nsteps = [\(inline)]\nunit = \"\(unit)\"\nwindow = \"none\"\n"
        )
        let reached = try tables.rows("funnel").compactMap { Int($0["reached"] ?? "") }
        let wanted = keys.split(separator: " ").flatMap { key -> [Int] in
            let value = found.expected[String(key)]
            return value as? [Int] ?? (value as? Int).map { [$0] } ?? []
        }
        #expect(reached == wanted)
        if let base = found.expected["base_rate"] as? Double {
            // The share of all customers who convert: each of them is in paths.csv.
            let converted = try tables.rows("paths").reduce(0.0) {
                $0 + (Double($1["conversion_rate"] ?? "") ?? 0) * (Double($1["share"] ?? "") ?? 0)
            }
            #expect(abs(converted - base) < 1e-9)
        }
    }

    /// What stands before and after `cart` in five paths: retentioneering's guide.
    @Test func neighboursAgreeWithRetentioneering() throws {
        let found = try Self.found("rete5-doc-01")
        let counts = try Self.counts(found.rows.tables(), "customer")
        let before = found.expected["anchored_on_cart_step_minus1"] as? [String: Double] ?? [:]
        let arriving = counts.values.reduce(0) { $0 + ($1["cart"] ?? 0) }
        #expect(before.count == 2)
        for (from, share) in before {
            #expect(ratio(counts[from]?["cart"] ?? 0, arriving) == share)
        }
        let after = found.expected["anchored_on_cart_step_plus1"] as? [String: Double] ?? [:]
        let leaving = counts["cart"]?.values.reduce(0, +) ?? 0
        #expect(after.count == 2)
        for (to, share) in after {
            #expect(ratio(counts["cart"]?[Self.name(to)] ?? 0, leaving) == share)
        }
    }

    /// Each page is at one place of the paths, and a mean of two times is their median. PostHog leaves
    /// out what follows its step limit.
    @Test(arguments: ["posthog-02", "posthog-03"])
    func timesAgreeWithPostHog(id: String) throws {
        let found = try Self.found(id)
        let rows = try found.rows.tables().rows("transitions").filter {
            $0["scope"] == "session" && $0["from"] != "(entry)" && $0["to"] != "(exit)"
        }
        let limit = try #require(found.options["step_limit"] as? Int)
        let wanted = found.expected["edges"] as? [[Any]] ?? []
        #expect(wanted.count == limit - 1)
        for edge in wanted {
            let (from, to) = (edge[0] as? String ?? "", edge[1] as? String ?? "")
            let row = try #require(
                rows.first {
                    $0["from"].map { from.hasSuffix("_\($0)") } == true
                        && $0["to"].map { to.hasSuffix("_\($0)") } == true
                })
            #expect(Int(row["count"] ?? "") == edge[2] as? Int)
            #expect(row["median_s"].flatMap(Double.init) == (edge[3] as? NSNumber)?.doubleValue)
        }
    }
}

/// The log of six cases on which process mining is taught; outputs of pm4py 2.7.
extension PathFixtureTests {
    @Test func transitionsAgreeWithPM4Py() throws {
        let found = try Self.found("pm4py-01")
        let rows = try found.rows.tables().rows("transitions").filter { $0["scope"] == "customer" }
        let inner = rows.filter { $0["from"] != "(entry)" && $0["to"] != "(exit)" }
        func cell(_ pair: [Any], _ column: String) -> Double? {
            inner.first {
                $0["from"] == pair[0] as? String && $0["to"] == pair[1] as? String
            }.flatMap { Double($0[column] ?? "") }
        }
        let pairs = found.expected["dfg"] as? [[Any]] ?? []
        #expect(inner.count == pairs.count && pairs.count == 16)
        for pair in pairs { #expect(cell(pair, "count") == (pair[2] as? NSNumber)?.doubleValue) }
        for pair in found.expected["median_s"] as? [[Any]] ?? [] {
            #expect(cell(pair, "median_s") == (pair[2] as? NSNumber)?.doubleValue, "\(pair)")
        }
        let ends = try Self.counts(found.rows.tables(), "customer")
        #expect(ends["(entry)"] == found.expected["start_activities"] as? [String: Int])
        #expect(
            ends.compactMapValues { $0["(exit)"] }
                == found.expected["end_activities"] as? [String: Int])
    }

    @Test func variantsAndReworkAgreeWithPM4Py() throws {
        let found = try Self.found("pm4py-01")
        let tables = try found.rows.tables()
        #expect(try tables.rows("paths").count == found.expected["n_variants"] as? Int)
        // A case is a session here.
        var rework: [String: Int] = [:]
        for row in try tables.rows("rework") {
            let sessions = Double(row["sessions"] ?? "") ?? 0
            let count = Int(((Double(row["rework_rate"] ?? "") ?? 0) * sessions).rounded())
            if count > 0 { rework[row["touchpoint"] ?? ""] = count }
        }
        #expect(rework == found.expected["rework_cases_per_activity"] as? [String: Int])
    }
}
