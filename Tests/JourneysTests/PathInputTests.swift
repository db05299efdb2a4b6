import BasicContainers
import Foundation
import Rows
import StageSupport
import TestSupport
import Testing

@testable import Journeys

struct PathInputTests {
    private static let columns = PathColumn.rowNames

    /// Random rows of some customers, each field of few values, with escapes, in the order of a stream.
    private static func rows(_ random: inout SeededGenerator) -> [[String: String]] {
        func one(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
        return (0..<30).flatMap { customer -> [[String: String]] in
            var time: Int64 = 0
            return (0..<Int.random(in: 1...12, using: &random)).map { step in
                time += Int64.random(in: 0...3, using: &random) * 500_000
                return [
                    "customer": String(format: "c%02d", customer),
                    "session_id": one(["a", "b", "c\\td"]), "step": "\(step)",
                    "time": Timestamp(microseconds: time).text, "visitor": one(["", "v", "w"]),
                    "event": one(["page_view", "buy", "a\\\\b"]), "site": one(["s", ""]),
                    "page": one(["", "/", "/a"]), "channel": one(["", "direct", "email"]),
                    "source": one(["", "", "news"]), "campaign": one(["", "", "x"]),
                    "device": one(["mobile", "desktop"]), "country": one(["FI", ""]),
                    "status": one(["200", "404", ""]), "duration_ms": one(["", "3.25", "4000"]),
                    "value": one(["", "", "9.90"]), "currency": one(["EUR", ""]),
                    "props": one(["", "{\"q\":\"x\"}", "{\"q\":\"y\\\\\\\\\"}"]),
                ]
            }
        }
    }

    private static func stream(_ rows: [[String: String]], _ columns: [String]) -> String {
        (["#polku paths 1", columns.joined(separator: "\t")]
            + rows.map { row in columns.map { row[$0] ?? "" }.joined(separator: "\t") }
            + ["#end rows=\(rows.count) complete=true\n"]).joined(separator: "\n")
    }

    private static let journey = """
        version = 1
        [[touchpoint]]
        name = "bad"
        match = [{ event = "page_view", status = ">= 400" }]
        [[touchpoint]]
        name = "buy"
        kind = "conversion"
        match = [{ event = "buy", props.q = "x" }, { event = "buy", channel = "email" }]
        [[touchpoint]]
        name = "page"
        match = [{ event = "page_view", page = "/*" }, { event = "a*", device = "mobile" }]
        [[funnel]]
        name = "f"
        steps = ["page", { event = "buy" }]
        breakdown = ["device", "channel", "site", "props.q", "visitor"]
        """

    private static func tables(_ text: String) throws -> [String] {
        let scratch = try Scratch()
        var analysis = try Analysis(JourneyFile.journey(from: journey, path: "j.toml"))
        var merge = try PathMerge([scratch.file("paths.tsv", text.utf8)])
        var progress = Progress("test", total: 0, mode: .never)
        try analysis.read(&merge, &progress)
        let span = LogSpan(analysis.times.clusters())
        return analysis.tables(span).map { "\($0.name) \($0.rows)" }
    }

    /// Columns side by side are looked up as one text, others one by one: the tables are the same.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func tablesDoNotDependOnTheOrderOfColumns(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let rows = Self.rows(&random)
        let usual = try Self.tables(Self.stream(rows, Self.columns))
        for _ in 0..<3 {
            let columns = (Self.columns + ["other"]).shuffled(using: &random)
            #expect(try Self.tables(Self.stream(rows, columns)) == usual)
        }
    }

    /// Every row, with its customer.
    private static func customers(
        _ paths: [String], _ journey: Journey, blockSize: Int, largestHeld: Int
    ) throws -> [(name: String, time: Int64)] {
        var classifier = RowClassifier(journey, inline: journey.inlineRules.rules)
        var customer = CustomerRows()
        var merge = try PathMerge(paths, blockSize: blockSize, largestHeld: largestHeld)
        var found: [(name: String, time: Int64)] = []
        while let chunk = try merge.next() {
            var customers = try CustomerMerge(chunk) { try merge.more(ofInput: $0) }
            while try customers.next(
                into: &customer, labelled: &classifier, { try merge.more(ofInput: $0) })
            {
                for index in customer.rows.indices {
                    let name = String(decoding: customer.customer, as: UTF8.self)
                    found.append((name, customer.rows[index].time))
                }
            }
        }
        return found
    }

    /// Customers that several inputs share come once, whatever the sizes of blocks.
    @Test(arguments: [1, 200, 1 << 16], [1, 30, 1 << 14])
    func inputsAreOneStream(size: Int, held: Int) throws {
        var random = SeededGenerator(seed: 6)
        let scratch = try Scratch()
        let rows = Self.rows(&random)
        let nights = rows.map { _ in Int.random(in: 0..<4, using: &random) }
        let paths = try (0..<4).map { night in
            let own = rows.indices.filter { nights[$0] == night }.map { rows[$0] }
            return try scratch.file("\(night).tsv", Self.stream(own, Self.columns).utf8)
        }
        let found = try Self.customers(paths, Journey(), blockSize: size, largestHeld: held)
        let expected = rows.map {
            (
                $0["customer"] ?? "",
                Timestamp(row: Array(($0["time"] ?? "").utf8).span)?.microseconds ?? -1
            )
        }
        #expect(found.map(\.name) == expected.map(\.0))
        #expect(found.map(\.time) == expected.map(\.1))
    }

    /// Whatever the size of a block, the customers and their rows are the same.
    @Test(arguments: [64, 200, 1000, 1 << 16], [1, 5, 1 << 14])
    func rowsDoNotDependOnBlocks(size: Int, held: Int) throws {
        var random = SeededGenerator(seed: 5)
        let scratch = try Scratch()
        let rows = Self.rows(&random)
        let path = try scratch.file("paths.tsv", Self.stream(rows, Self.columns).utf8)
        let journey = try JourneyFile.journey(from: Self.journey, path: "j.toml")
        let found = try Self.customers([path], journey, blockSize: size, largestHeld: held)
        let (names, times) = (found.map(\.name), found.map(\.time))
        #expect(names == rows.map { $0["customer"] ?? "" })
        #expect(
            times
                == rows.map {
                    Timestamp(row: Array(($0["time"] ?? "").utf8).span)?.microseconds ?? -1
                })
    }

    /// Rows that stand in the wrong order are refused, be they in one block or in two.
    @Test(arguments: [1, 64, 150, 1 << 12], [1, 1 << 14])
    func rowsOutOfOrderAreRefused(size: Int, held: Int) throws {
        let columns = ["customer", "session_id", "time", "event"]
        func row(_ customer: String, _ second: Int) -> [String: String] {
            [
                "customer": customer, "session_id": "s", "event": "e",
                "time": Timestamp(microseconds: Int64(second) * 1_000_000).text,
            ]
        }
        let sorted = (0..<9).map { row("c\($0 / 3)", $0 % 3) }
        let scratch = try Scratch()
        func failure(_ rows: [[String: String]]) throws -> String? {
            let path = try scratch.file("p", Self.stream(rows, columns).utf8)
            do {
                _ = try Self.customers([path], Journey(), blockSize: size, largestHeld: held)
                return nil
            } catch { return "\(error)" }
        }
        #expect(try failure(sorted) == nil)
        for index in 0..<8 {
            var rows = sorted
            rows.swapAt(index, index + 1)
            #expect(try failure(rows)?.contains("not sorted") == true, "\(index)")
        }
        // Equal times are in order.
        #expect(try failure(sorted.flatMap { [$0, $0] }) == nil)
    }
}
