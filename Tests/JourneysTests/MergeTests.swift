import ByteIO
import Foundation
import Rows
import StageSupport
import TestSupport
import Testing

@testable import FunnelStats
@testable import Journeys

/// Counts of any parts of the customers, put together in any order and grouping, are those of one run.
struct MergeTests {
    struct Question: Sendable, CustomTestStringConvertible {
        let name: String
        let journey: String
        var conditions: [String] = []
        var since: Int64?

        var testDescription: String { name }

        func analysis() throws -> Analysis {
            var part = try Part(conditions: conditions)
            part.since = since
            return try Analysis(JourneyFile.journey(from: journey, path: "j.toml"), part)
        }
    }

    static let questions = [
        Question(name: "all", journey: RandomNight.journey),
        Question(name: "names", journey: RandomNight.names),
        Question(
            name: "part", journey: RandomNight.journey, conditions: ["channel=email"],
            since: 1_701_000_000_000_000),
        Question(
            name: "part of names", journey: RandomNight.names,
            conditions: ["device=mobile", "country=FI"]),
    ]

    private static func counted(_ text: String, _ question: Question) throws -> Analysis {
        let scratch = try Scratch()
        var analysis = try question.analysis()
        var merge = try PathMerge([scratch.file("paths.tsv", text.utf8)])
        var progress = Progress("test", total: 0, mode: .never)
        try analysis.read(&merge, &progress)
        return analysis
    }

    private static func merged(_ texts: [[UInt8]], _ question: Question) throws -> Analysis {
        var analysis = try question.analysis()
        for text in texts {
            var partial = PartialReader(text, in: text.indices, line: 1, of: "test")
            try analysis.merge(&partial)
            let isRead = partial.isAtEnd
            #expect(isRead)
        }
        analysis.finish()
        return analysis
    }

    private static func tables(_ analysis: borrowing Analysis) throws -> [String] {
        try SelfCheck.check(
            analysis, rowsRead: analysis.rowCount + (analysis.filter?.leftOut.count ?? 0),
            duplicates: 0, members: nil)
        let span = LogSpan(analysis.times.clusters())
        let manifest = Manifest(inputs: [], journeyHash: nil, duplicates: 0, span: span)
        return analysis.tables(span).map { "\($0.name) \($0.rows)" } + [manifest.text(analysis)]
            + analysis.doubts(paths: []) + analysis.frictionDoubts
    }

    @Test(arguments: questions, 0..<6 as Range<UInt64>)
    func partsAddUpToTheWhole(question: Question, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let night = RandomNight(customers: 150, &random)
        let whole = try Self.counted(night.stream(Array(0..<150)), question)
        // Some parts have nobody.
        let count = Int.random(in: 1...6, using: &random)
        let owners = (0..<150).map { _ in Int.random(in: 0..<count, using: &random) }
        var parts: [[UInt8]] = []
        for part in 0...count {
            let own = owners.indices.filter { owners[$0] == part }
            parts.append(
                try Self.counted(night.stream(own), question).partial(isSorted: true).text)
        }
        while parts.count > 1 {
            parts.shuffle(using: &random)
            let some = Int.random(in: 1...min(3, parts.count), using: &random)
            let group = Array(parts.suffix(some))
            parts.removeLast(some)
            parts.append(try Self.merged(group, question).partial(isSorted: true).text)
        }
        let merged = try Self.merged(parts, question)
        for (found, expected) in zip(try Self.tables(merged), try Self.tables(whole)) {
            #expect(found == expected)
        }
        #expect(merged.partial(isSorted: true).text == whole.partial(isSorted: true).text)
    }

    /// Nobody's counts are those of an empty input.
    @Test(arguments: questions)
    func noPartsAreNothing(question: Question) throws {
        let empty = try Self.counted(
            "#polku paths 1\n\(PathColumn.rowNames.joined(separator: "\t"))\n"
                + "#end rows=0 complete=true\n", question)
        let none = try Self.merged([], question)
        #expect(try Self.tables(none) == Self.tables(empty))
        #expect(none.partial(isSorted: true).text == empty.partial(isSorted: true).text)
    }

    /// Any number of threads writes the same files: of nights that share customers, one of them given twice.
    @Test(arguments: [RandomNight.journey, RandomNight.names], 0..<3 as Range<UInt64>)
    func threadsChangeNoByte(journey: String, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let nights = (0..<3).map { _ in RandomNight(customers: 120, &random) }
        let scratch = try Scratch()
        var paths = try nights.enumerated().map {
            try scratch.file("night-\($0).tsv", $1.stream(Array(0..<120)).utf8)
        }
        paths.append(try scratch.file("night-3.tsv", nights[2].stream(Array(0..<120)).utf8))
        let written = try [1, 2, 4].map { jobs in
            let folder = scratch.path("out-\(jobs)")
            let run = FunnelRun(
                journey: try JourneyFile.journey(from: journey, path: "j.toml"),
                journeyHash: nil, paths: paths, style: TableStyle(), listing: .all, jobs: jobs)
            var progress = Progress("test", total: 0, mode: .never)
            _ = try run.go(into: .init(output: folder), progress: &progress)
            return try Self.files(folder)
        }
        #expect(written[0].count >= 20)
        for (name, bytes) in written[0] {
            for other in written.dropFirst() { #expect(other[name] == bytes, "\(name)") }
        }
    }

    private static func files(_ folder: String) throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { !$0.hasPrefix(".") }
        return try Dictionary(
            uniqueKeysWithValues: names.map {
                ($0, try Data(contentsOf: URL(filePath: "\(folder)/\($0)")))
            })
    }
}
