import Foundation
import StageSupport
import TestSupport
import Testing

@testable import StatsFolder

struct StatsTableTests {
    /// A file's text, and its cells in rows, written by hand from RFC 4180.
    @Test(arguments: [
        ("a,b\n1,2\n", [["1", "2"]]),
        ("a,b\n1,\n,2\n", [["1", ""], ["", "2"]]),
        ("a,b\n1,2", [["1", "2"]]),
        ("\u{FEFF}a,b\r\n1,2\r\n", [["1", "2"]]),
        ("a,b\n\"x, \"\"y\"\"\n\",2\n", [["x, \"y\"\n", "2"]]),
        ("a,b\n\"\",\" \"\n", [["", " "]]),
        ("a,b\n'=1,'x\n", [["=1", "'x"]]),
        ("a,b\n", []),
    ])
    func cells(text: String, rows: [[String]]) throws {
        let table = try StatsTable(Array(text.utf8), name: "t.csv", columns: ["a", "b"])
        #expect(table.rows.map { row in ["a", "b"].map { row.text($0) } } == rows)
    }

    @Test(arguments: [
        ("", "t.csv: no header"),
        ("a,b\n1\n", "t.csv:2: 1 cells, 2 are expected"),
        ("a,b\n1,2\n1,2,3\n", "t.csv:3: 3 cells, 2 are expected"),
        ("a,b\n1,\"2\n", "t.csv:2: a quote that does not end"),
        ("a,c\n1,2\n", "t.csv: no column 'b'; run funnelstats again"),
        ("a,b\n\"1\"x,2\n", "t.csv:2: 1 cells, 2 are expected"),
    ])
    func refusals(text: String, message: String) throws {
        let failure = try #require(throws: Failure.self) {
            try StatsTable(Array(text.utf8), name: "t.csv", columns: ["a", "b"])
        }
        #expect(failure.status == .damagedInput)
        #expect(failure.description == message)
    }

    /// Whole numbers up to the greatest of 64 bits.
    @Test(
        arguments: [
            ("0", 0), ("007", 7), ("-5", -5), ("999999999999999999", 999_999_999_999_999_999),
            ("9223372036854775807", .max), ("9223372036854775808", nil),
            ("9999999999999999999", nil),
            ("-9223372036854775808", .min), ("1.0", nil), ("1e3", nil), (" 1", nil), ("x", nil),
        ] as [(String, Int?)])
    func countsAreWhole(cell: String, count: Int?) throws {
        let table = try StatsTable(Array("n,x\n\(cell),\n".utf8), name: "t.csv")
        #expect(table.row(0).count("n") == count)
    }

    @Test func numbersAndRecords() throws {
        let table = try StatsTable(Array("n,x\n3,0.25\n,\n".utf8), name: "t.csv")
        #expect(table.row(0).count("n") == 3 && table.row(0).number("x") == 0.25)
        #expect(table.row(1).count("n") == nil && table.row(1).number("x") == nil)
        #expect(table.row(1).number("missing") == nil)
        #expect(table.rows.map(\.record) == [2, 3])
    }
}

struct StatsFolderTests {
    let folder: Scratch
    init() throws { folder = try Scratch() }

    // SHA-256 of "a\n1\n", by coreutils.
    private static let sha256 = "309b0e45a73d3fc5325e2b6ed0a01ef8b9cde6b05a5633c1f893f970d52bfddc"

    private func write(_ manifest: String) throws {
        _ = try folder.file("manifest.json", manifest.utf8)
    }

    private func manifest(output: String) -> String {
        """
        {"program":"funnelstats","version":"1","journey_sha256":null,"timezone":"UTC","data_start":null,"data_end":null,
        "rows":0,"rows_used":0,"rows_delivered_twice":0,"customers":0,"sessions":0,"inputs":[],
        "funnels":[],"friction":{"slow_ms":3000,"rapid_repeat":"2s","page_loop":"15s","quick_back":"5s",
        "retry_within":"10m","long_dwell":"10m","search_query":null,"support_within":"1d","min_units":30,
        "min_cell":5,"off":[]},"attribution":{"lookback":"30d","half_life":"7d"},"outputs":[\(output)]}
        """
    }

    private func failure() throws -> Failure {
        try #require(throws: Failure.self) { try StatsFolder(folder.url.path) }
    }

    @Test func tablesOfTheManifestAreRead() throws {
        _ = try folder.file("t.csv", "a\n1\n".utf8)
        try write(manifest(output: #"{"name":"t.csv","rows":1,"sha256":"\#(Self.sha256)"}"#))
        let stats = try StatsFolder(folder.url.path)
        #expect(try stats.table("t.csv")?.row(0).text("a") == "1")
        #expect(try stats.table("u.csv") == nil)
        #expect(try stats.unlisted("compare.csv") == nil)
    }

    @Test func aChangedTableIsRefused() throws {
        _ = try folder.file("t.csv", "a\n2\n".utf8)
        try write(manifest(output: #"{"name":"t.csv","rows":1,"sha256":"\#(Self.sha256)"}"#))
        let failure = try failure()
        #expect(failure.status == .damagedInput && failure.description.contains("t.csv: not the"))
    }

    @Test func aMissingTableIsRefused() throws {
        try write(manifest(output: #"{"name":"t.csv","rows":1,"sha256":"\#(Self.sha256)"}"#))
        let failure = try failure()
        #expect(failure.status == .damagedInput && failure.description.contains("t.csv: missing"))
    }

    @Test(arguments: [
        #"{"name":"../t.csv","rows":1,"sha256":""}"#, #"{"name":"t","rows":1,"sha256":""}"#,
    ])
    func aManifestLeadsNowhereElse(output: String) throws {
        try write(manifest(output: output))
        #expect(try failure().status == .damagedInput)
    }

    @Test(arguments: ["", "{", "[]", #"{"program":"sessionize"}"#])
    func whatIsNoManifestIsRefused(text: String) throws {
        try write(text)
        #expect(try failure().status == .damagedInput)
    }

    @Test func aMissingFolderIsNoInput() throws {
        #expect(try failure().status == .noInput)
    }
}
