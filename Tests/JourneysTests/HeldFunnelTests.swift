import StageSupport
import TestSupport
import Testing

@testable import Journeys

/// Funnels of which each value that is held is a unit of its own.
struct HeldFunnelTests {
    /// Rows of one customer: a value or none, and the step or exclusion that each row is.
    private struct Rows {
        var all: [(time: Int64, name: String, value: String)] = []

        init(_ random: inout SeededGenerator, most: Int, exclusions: Bool) {
            let names = ["A", "B", "C", "y"] + (exclusions ? ["x"] : [])
            all = (0..<Int.random(in: 0...most, using: &random)).map { _ in
                (
                    Int64.random(in: 0...8, using: &random),
                    names.randomElement(using: &random) ?? "",
                    ["", "1", "2"].randomElement(using: &random) ?? ""
                )
            }
            all.sort { $0.time < $1.time }
        }

        /// Those of a value as a funnel sees them, and the exclusions without one: all of them.
        func labelled(_ value: String) -> [LabelledRow] {
            all.enumerated().compactMap { index, row in
                let step = ["A": 1, "B": 2, "C": 4][row.name] ?? 0 as UInt64
                let isLoose = row.value.isEmpty && row.name == "x"
                guard row.value == value || isLoose, step != 0 || row.name == "x" else {
                    return nil
                }
                return LabelledRow(
                    time: row.time, steps: step, exclusions: row.name == "x" ? 1 : 0, row: index)
            }
        }
    }

    private static func rules(_ random: inout SeededGenerator) -> FunnelRules {
        var rules = FunnelRules(steps: [FunnelRules.Step](repeating: .init(), count: 3))
        rules.window = Bool.random(using: &random) ? Int64.random(in: 1...6, using: &random) : nil
        rules.windowFrom = Bool.random(using: &random) ? .first : .previous
        let from = Int.random(in: 0...1, using: &random)
        rules.exclusions = [.init(from: from, to: Int.random(in: from + 1...2, using: &random))]
        rules.effect = FunnelRules.Effect.allCases.randomElement(using: &random) ?? .remove
        return rules
    }

    /// As few loose exclusions as can have an effect do what all of them do.
    @Test(arguments: 0..<10 as Range<UInt64>)
    func fewExclusionsDoWhatAllDo(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var removed = 0
        for unit in 0..<4000 {
            let rules = Self.rules(&random)
            let rows = Rows(&random, most: 10, exclusions: true)
            var loose = LooseExclusions()
            for (index, row) in rows.all.enumerated() where row.value.isEmpty && row.name == "x" {
                loose.append(LabelledRow(time: row.time, steps: 0, exclusions: 1, row: index))
            }
            for value in ["1", "2"] {
                let all = rows.labelled(value)
                var few = all.filter { rows.all[$0.row].value == value }
                guard few.contains(where: { $0.steps & 1 != 0 }) else { continue }
                loose.join(&few)
                #expect(few.count <= all.count)
                var (one, other) = (OrderedMatcher(rules: rules), OrderedMatcher(rules: rules))
                one.match(few[...], starts: Int64.min..<Int64.max)
                other.match(all[...], starts: Int64.min..<Int64.max)
                #expect(one.outcome == other.outcome, "seed \(seed) unit \(unit): \(rules) \(all)")
                if other.outcome.isRemoved { removed += 1 }
            }
        }
        #expect(removed > 30)
    }

    /// The whole of a funnel against the plain model of each value's rows.
    @Test(arguments: 0..<10 as Range<UInt64>)
    func eachValueIsCountedAsAUnit(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var paths = PathRows()
        var reached = [0, 0, 0]
        var rules = FunnelRules(steps: [FunnelRules.Step](repeating: .init(), count: 3))
        rules.window = 5
        for customer in 0..<60 {
            let rows = Rows(&random, most: 24, exclusions: false)
            for row in rows.all {
                paths.add(
                    "c\(customer)", "1", at: row.time, row.name,
                    props: row.value.isEmpty ? "" : "{\"doc\":\"\(row.value)\"}")
            }
            for value in ["1", "2"] {
                let depth = PlainFunnel(rules: rules).depth(rows.labelled(value))
                for step in 0..<depth { reached[step] += 1 }
            }
        }
        let tables = try paths.tables(
            PathRows.touchpoints("A", "B", "C", "y") + "[[funnel]]\nname = \"f\"\n"
                + "steps = [\"A\", \"B\", \"C\"]\nwindow = \"5s\"\nhold = [\"props.doc\"]\n")
        #expect(try tables.lines("funnel", "reached") == reached.map { "\($0)" }, "seed \(seed)")
        #expect(reached[2] > 3)
    }

    /// Two orders at once: rows of one are nothing to the other, in every table.
    @Test func tablesSeeTheRowsOfTheirValueAlone() throws {
        var paths = PathRows()
        func add(_ second: Int64, _ event: String, _ doc: String?) {
            paths.add(
                "c", "1", at: second, event, props: doc.map { "{\"doc\":\"\($0)\"}" } ?? "")
        }
        add(0, "a", "d1")
        add(1, "a", "d2")
        add(2, "y", "d2")
        add(3, "b", "d1")
        add(4, "y", nil)
        add(5, "b", nil)
        add(90_000, "y", "d1")
        let funnel = "[[funnel]]\nname = \"f\"\nsteps = [\"a\", \"b\"]\nhold = [\"props.doc\"]\n"
        let tables = try paths.tables(
            PathRows.touchpoints("a", "b", "y") + funnel + "breakdown = [\"props.doc\"]\n")
        #expect(
            try tables.lines("funnel_totals", "segment", "entered", "converted") == [
                ",2,1", "d1,1,1", "d2,1,0",
            ])
        #expect(try tables.lines("dropoff_next", "step", "next_touchpoint", "units") == ["1,y,1"])
        #expect(try tables.lines("funnel_trend", "period_start", "entered") == ["1970-01-01,2"])
        #expect(try tables.manifest.contains(#""unit":"customer","hold":["props.doc"]"#))
        // A row of a step without the value is told.
        #expect(try tables.manifest.contains(#""rows_without_unit":1"#))
    }

    /// A signal counts for the value that its row has.
    @Test func frictionIsOfTheValue() throws {
        var paths = PathRows()
        for customer in 0..<4 {
            for doc in ["d1", "d2"] {
                let props = "{\"doc\":\"\(doc)\"}"
                paths.add("c\(customer)", "1", at: doc == "d1" ? 0 : 1, "a", props: props)
                if doc == "d2" {
                    paths.add("c\(customer)", "1", at: 2, "y", status: "500", props: props)
                } else {
                    paths.add("c\(customer)", "1", at: 3, "b", props: props)
                }
            }
        }
        let tables = try paths.tables(
            PathRows.touchpoints("a", "b", "y")
                + "[[funnel]]\nname = \"f\"\nsteps = [\"a\", \"b\"]\nhold = [\"props.doc\"]\n")
        let row = try #require(tables.rows("friction").first { $0["signal"] == "server_error" })
        #expect(row["eligible"] == "8" && row["exposed"] == "4")
        #expect(row["dropped_exposed"] == "4" && row["dropped_unexposed"] == "0")
    }

    /// Several held values make one unit together; who lacks one of them has no unit.
    @Test func severalValuesAreHeldTogether() throws {
        var paths = PathRows()
        func add(_ second: Int64, _ event: String, _ props: String) {
            paths.add("c", "1", at: second, event, props: props)
        }
        add(0, "a", #"{"cart":"1","doc":"1"}"#)
        add(1, "b", #"{"cart":"2","doc":"1"}"#)
        add(2, "a", #"{"cart":"2","doc":"1"}"#)
        add(3, "b", #"{"doc":"1"}"#)
        add(4, "b", #"{"cart":"2","doc":"1"}"#)
        let tables = try paths.tables(
            PathRows.touchpoints("a", "b") + "[[funnel]]\nname = \"f\"\nsteps = [\"a\", \"b\"]\n"
                + "hold = [\"props.doc\", \"props.cart\"]\n")
        #expect(try tables.lines("funnel", "reached") == ["2", "1"])
    }
}
