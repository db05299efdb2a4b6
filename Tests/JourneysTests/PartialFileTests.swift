import ByteIO
import Foundation
import Rows
import StageSupport
import TestSupport
import Testing

@testable import FunnelStats
@testable import Journeys

/// `--partial` and `--merge`, as a user runs them.
struct PartialFileTests {
    /// A folder with paths of some customers, in one file each.
    private struct Parts {
        let scratch = try? Scratch()
        let journey: Journey
        var rules = "a"

        init(_ journey: String = RandomNight.journey) throws {
            self.journey = try JourneyFile.journey(from: journey, path: "j.toml")
        }

        func path(_ name: String) -> String { scratch?.path(name) ?? "" }

        func run(_ paths: [String], merges: Bool = false, into targets: FunnelRun.Targets) throws {
            let run = FunnelRun(
                journey: journey, journeyHash: nil, paths: paths, style: TableStyle(),
                mergesPartials: merges, rules: rules)
            var progress = Progress("test", total: 0, mode: .never)
            _ = try run.go(into: targets, progress: &progress)
        }

        /// Writes the partial `name` of a path stream.
        func count(_ text: String, as name: String) throws -> String {
            let paths = try scratch?.file(name + ".tsv", text.utf8) ?? ""
            try run([paths], into: .init(partial: path(name)))
            return path(name)
        }

        func problem(merging names: [String]) -> Failure? {
            do {
                try run(names, merges: true, into: .init(output: path("refused")))
                return nil
            } catch { return Failure(error) }
        }
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path)))
    }

    private static func files(_ folder: String) throws -> [String: [UInt8]] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { !$0.hasPrefix(".") && !$0.hasSuffix(".lock") }
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try bytes("\(folder)/\($0)")) })
    }

    /// All files of the folder, the manifest too, whatever the order and the grouping.
    @Test(arguments: 0..<3 as Range<UInt64>)
    func mergedFilesAreThoseOfOneRun(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let night = RandomNight(customers: 90, &random)
        let parts = try Parts()
        let owners = (0..<90).map { _ in Int.random(in: 0..<4, using: &random) }
        var names = try (0..<4).map { part in
            try parts.count(
                night.stream(owners.indices.filter { owners[$0] == part }), as: "p\(part)")
        }
        try parts.run(
            (0..<4).map { parts.path("p\($0).tsv") }, into: .init(output: parts.path("one")))
        names.shuffle(using: &random)
        try parts.run(
            Array(names[..<3]), merges: true, into: .init(partial: parts.path("three")))
        try parts.run(
            [names[3], parts.path("three")], merges: true, into: .init(output: parts.path("all")))
        let (one, all) = (
            try Self.files(parts.path("one")), try Self.files(parts.path("all"))
        )
        #expect(one.count >= 20)
        #expect(one.keys == all.keys)
        for (name, bytes) in one { #expect(all[name] == bytes, "\(name)") }
        // Several partials in one file are several.
        try parts.run(
            [
                try parts.scratch?.file("joined", names.flatMap { try Self.bytes($0) }) ?? ""
            ], merges: true, into: .init(partial: parts.path("again")))
        try parts.run(names, merges: true, into: .init(partial: parts.path("apart")))
        #expect(
            try Self.bytes(parts.path("again")) == (try Self.bytes(parts.path("apart"))))
    }

    /// Three customers, two of them in one partial: counted by hand.
    @Test func addsUpByHand() throws {
        let parts = try Parts(
            "version = 1\n[[funnel]]\nname = \"f\"\nsteps = [\"a\", \"b\"]\nwindow = \"none\"\n")
        func stream(_ rows: String...) -> String {
            (["#polku paths 1", "customer\tsession_id\ttime\tevent"]
                + rows.map { row in
                    let words = row.split(separator: " ")
                    return "\(words[0])\ts\t2026-01-01T00:00:0\(words[1]).000000Z\t\(words[2])"
                } + ["#end rows=\(rows.count) complete=true\n"]).joined(separator: "\n")
        }
        let first = try parts.count(stream("x 0 a", "x 2 b", "y 0 a"), as: "first")
        let second = try parts.count(stream("z 0 a", "z 6 b"), as: "second")
        try parts.run([first, second], merges: true, into: .init(output: parts.path("out")))
        let rows = try csvRows(parts.path("out/funnel.csv"))
        #expect(rows.map { $0["reached"] } == ["3", "2"])
        #expect(rows.map { $0["dropoff"] } == ["1", ""])
        #expect(rows[1]["mean_s"] == "4.000000" || rows[1]["mean_s"] == "4")
        #expect(rows[1]["median_s"]?.hasPrefix("4") == true)
    }

    /// Each exit is 65, and says what is wrong.
    @Test func refusesWhatDoesNotAddUp() throws {
        var random = SeededGenerator(seed: 4)
        let night = RandomNight(customers: 12, &random)
        var parts = try Parts()
        let one = try parts.count(night.stream([0, 1, 2]), as: "one")
        let other = try parts.count(night.stream([3, 4]), as: "other")
        let shared = try parts.count(night.stream([2, 5]), as: "shared")
        #expect(parts.problem(merging: [one, other]) == nil)
        func expectProblem(_ names: [String], _ text: String) {
            let problem = parts.problem(merging: names)
            #expect(problem?.status == .damagedInput)
            #expect(problem?.description.contains(text) == true, "\(problem as Any)")
        }
        expectProblem([one, other, one], "the same partial as")
        expectProblem([one, shared], "in an earlier partial too")
        expectProblem([parts.path("one.tsv")], "no partial begins in line 1")
        parts.rules = "b"
        expectProblem([one], "counted by other rules")
    }

    /// A partial that is cut or changed anywhere is refused: 65, and never a crash.
    @Test func refusesWhatIsCutOrChanged() throws {
        var random = SeededGenerator(seed: 8)
        let night = RandomNight(customers: 6, &random)
        let parts = try Parts()
        let whole = try Self.bytes(try parts.count(night.stream(Array(0..<6)), as: "whole"))
        func problem(_ bytes: [UInt8]) throws -> StageSupport.ExitStatus? {
            var merge = PartialMerge(rules: "a")
            var analysis = try Analysis(parts.journey, tellsCustomers: true)
            do {
                try merge.add(bytes, named: "p", to: &analysis)
                return nil
            } catch { return error.status }
        }
        #expect(try problem(whole) == nil)
        for _ in 0..<60 {
            let at = Int.random(in: 0..<whole.count, using: &random)
            #expect(try problem(Array(whole[..<at])) == .damagedInput, "cut at \(at)")
            var changed = whole
            changed[at] ^= 1 << UInt8.random(in: 0..<7, using: &random)
            #expect(try problem(changed) == .damagedInput, "changed at \(at)")
        }
    }

    /// Lines that were changed together with their end line: what does not fit is refused.
    @Test func refusesLinesOfNobody() throws {
        var random = SeededGenerator(seed: 9)
        let night = RandomNight(customers: 6, &random)
        let parts = try Parts()
        let whole = try Self.bytes(try parts.count(night.stream(Array(0..<6)), as: "whole"))
        let lines = String(decoding: whole, as: UTF8.self).split(separator: "\n").map(String.init)
        var refused = 0
        for _ in 0..<300 {
            var changed = lines
            let index = Int.random(in: 1..<lines.count - 1, using: &random)
            var fields = changed[index].split(separator: "\t", omittingEmptySubsequences: false)
            let field = Int.random(in: 0..<fields.count, using: &random)
            fields[field] =
                ["-3", "999999999999", "x", "", "9223372036854775807"]
                .randomElement(using: &random) ?? ""
            changed[index] = fields.joined(separator: "\t")
            let body = Array((changed[1..<lines.count - 1].joined(separator: "\n") + "\n").utf8)
            let end = StreamEnd(
                rows: lines.count - 2, isComplete: true, checksum: XXH64.digest(of: body.span))
            let bytes = Array((lines[0] + "\n").utf8) + body + Array((end.line + "\n").utf8)
            var merge = PartialMerge(rules: "a")
            var analysis = try Analysis(parts.journey, tellsCustomers: true)
            do {
                try merge.add(bytes, named: "p", to: &analysis)
            } catch {
                #expect(error.status == .damagedInput)
                refused += 1
            }
        }
        #expect(refused > 100)
    }
}
