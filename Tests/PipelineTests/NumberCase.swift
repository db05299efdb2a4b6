import Foundation
import TestSupport
import Testing

/// A case of `Tests/Fixtures/numbers` through the whole pipe, with the options that it names.
struct NumberCase {
    private let scratch: Scratch

    /// `journey` changes the journey file.
    init(
        _ name: String, events: String = "events.ndjson",
        journey change: (String) -> String = { $0 }
    ) throws {
        scratch = try Scratch()
        let folder = URL(filePath: Fixture.path("numbers/\(name)"))
        func text(_ file: String) throws -> String {
            try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        }
        _ = try scratch.file("journey.toml", change(text("journey.toml")).utf8)
        _ = try scratch.file("events", text(events).utf8)
        let stages = try text("options.txt").split(separator: "\n")
        try #require(stages.count == 3)
        let run = try Program.shell(
            "set -o pipefail; \(stages[0]) events | tee rows | \(stages[1]) | \(stages[2]) -o out",
            in: scratch)
        #expect(run.status == 0, "\(run.errors)")
    }

    /// The rows of a table by column name.
    func rows(_ table: String) throws -> [[String: String]] {
        try csvRows(scratch.path("out/\(table).csv"))
    }

    /// The rows of a table that hold what `wanted` says, each with these columns: `a,b`.
    func lines(
        _ table: String, where wanted: [String: String] = [:], _ columns: String...
    ) throws -> [String] {
        try rows(table).filter { row in wanted.allSatisfy { row[$0.key] == $0.value } }.map { row in
            columns.map { row[$0] ?? "?" }.joined(separator: ",")
        }
    }

    /// A journey metric as `numerator/denominator` of each of its rows, by unit.
    func metric(_ name: String) throws -> [String] {
        try lines("journey_metrics", where: ["metric": name], "unit", "numerator", "denominator")
    }

    /// A column of the event stream.
    func events(_ column: String) throws -> [String] {
        let lines = try String(contentsOfFile: scratch.path("rows"), encoding: .utf8)
            .split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        let index = try #require(lines.first?.firstIndex { $0 == column })
        return lines.dropFirst().map { String($0[index]) }
    }
}
