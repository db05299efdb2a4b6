import ByteIO
import Foundation
import TestSupport
import Testing

@testable import Events

struct SipHashTests {
    /// Key 00 … 0F, message 00 … n-1: the reference vectors, as OpenSSL 3 prints them.
    @Test func digestsAreThoseOfTheReference() throws {
        let text = try String(
            contentsOfFile: Fixture.path("ingest/siphash128.txt"), encoding: .utf8)
        let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
        #expect(lines.count == 66)
        let hash = try #require(SipHash(key: Array(0..<16)))
        for line in lines {
            let count = try #require(Int(line[0]))
            let message = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
            var digits: [UInt8] = []
            hash.digest(of: message.span).appendHex(to: &digits)
            #expect(String(decoding: digits, as: UTF8.self) == String(line[1]))
        }
    }

    @Test func aDigestAndANumberAreTheir24Bytes() throws {
        let hash = try #require(SipHash(key: Array(0..<16)))
        let digest = SipHash.Digest(low: 0x0706_0504_0302_0100, high: 0x0F0E_0D0C_0B0A_0908)
        let both = hash.digest(of: digest, 0x1716_1514_1312_1110)
        let message = [UInt8](0..<24)
        let plain = hash.digest(of: message.span)
        #expect(both == plain)
    }
}

struct DeduplicatorTests {
    private static let hash = SipHash(key: 1, 2)

    private static func key(_ text: String, supplied: Bool = false) -> Deduplicator.Key {
        let digest = hash.digest(of: Array(text.utf8).span)
        return supplied ? .supplied(digest) : .line(digest)
    }

    /// The events that stay of inputs whose lines are letters; `|` begins the next input.
    private static func kept(_ lines: String, _ mode: DedupeMode, supplied: Bool = false) throws
        -> String
    {
        var duplicates = Deduplicator(mode: mode, memory: 1 << 20, folder: "/tmp")
        duplicates.beginInput()
        var kept = ""
        for line in lines {
            if line == "|" {
                duplicates.beginInput()
            } else if try !duplicates.verdict(on: key(String(line), supplied: supplied)).isDuplicate
            {
                kept.append(line)
            }
        }
        return kept
    }

    // By INGEST 8: the k-th equal line of an input is a copy where an earlier input has k of them.
    @Test(arguments: [
        ("aaa", "aaa", "a", "aaa"), ("aaa|aaa", "aaa", "a", "aaaaaa"), ("a|aa", "aa", "a", "aaa"),
        ("aa|a", "aa", "a", "aaa"), ("ab|ba|ab", "ab", "ab", "abbaab"),
        ("a|aaa|aa", "aaa", "a", "aaaaaa"),
        ("aa|b|aaa", "aaba", "ab", "aabaaa"), ("||a||a", "a", "a", "aa"),
    ])
    func linesAreCountedPerInput(lines: String, auto: String, on: String, off: String) throws {
        #expect(try Self.kept(lines, .auto) == auto)
        #expect(try Self.kept(lines, .on) == on)
        #expect(try Self.kept(lines, .off) == off)
    }

    @Test(arguments: [("aab|ab|c", "abc", "abc", "aababc")])
    func aSuppliedIDCountsOnce(lines: String, auto: String, on: String, off: String) throws {
        #expect(try Self.kept(lines, .auto, supplied: true) == auto)
        #expect(try Self.kept(lines, .on, supplied: true) == on)
        #expect(try Self.kept(lines, .off, supplied: true) == off)
    }

    /// The plain rule with a dictionary of all lines.
    private struct Model {
        var earlier: [Int: Int] = [:]
        var current: [Int: Int] = [:]

        mutating func beginInput() {
            for (line, count) in current { earlier[line] = max(earlier[line] ?? 0, count) }
            current = [:]
        }

        mutating func isCopy(_ line: Int) -> Bool {
            let before = current[line] ?? 0
            current[line] = before + 1
            return before < earlier[line] ?? 0
        }
    }

    /// So little memory that the table goes to disk some hundred times and runs are merged.
    @Test(arguments: [UInt64(1), 2, 3])
    func tinyMemoryGivesTheSameAsAllMemory(seed: UInt64) throws {
        let scratch = try Scratch()
        var duplicates = Deduplicator(mode: .auto, memory: 1, folder: scratch.url.path)
        var model = Model()
        var random = SplitMix(state: seed)
        var copies = 0
        for _ in 0..<6 {
            duplicates.beginInput()
            model.beginInput()
            for _ in 0..<20_000 {
                let line = Int(random.next() % 30_000)
                let isCopy = try duplicates.verdict(on: Self.key("\(line)")).isDuplicate
                let wanted = model.isCopy(line)
                #expect(isCopy == wanted)
                copies += isCopy ? 1 : 0
            }
        }
        let hasSpilled = duplicates.hasSpilled
        #expect(hasSpilled)
        #expect(copies > 10_000)
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
        #expect(left.isEmpty)
    }

    @Test func aMissingFolderIsTold() throws {
        var duplicates = Deduplicator(mode: .auto, memory: 1, folder: "/nonexistent")
        duplicates.beginInput()
        let failure = #expect(throws: IOFailure.self) {
            for line in 0..<10_000 { _ = try duplicates.verdict(on: Self.key("\(line)")) }
        }
        #expect(failure?.kind == .cannotCreate)
        #expect(failure?.description.contains("/nonexistent") == true)
    }

    @Test func equalRanksOverPagesAreFound() throws {
        let scratch = try Scratch()
        var run = try KeyRun(in: scratch.url.path, level: 0, capacity: 1000, filterBytes: 1 << 20)
        for low in 0..<1000 {
            // Two pages begin and end with the rank 7.
            let rank: UInt64 = low < 100 ? 1 : low < 500 ? 7 : 9
            try run.append(
                KeyRecord(rank: rank, low: UInt32(low), input: UInt32(low), earlier: 0, current: 1))
        }
        try run.flush()
        var page = [UInt64](repeating: 0, count: KeyRun.pageRecords * KeyRecord.words)
        for low in 0..<1000 {
            let rank: UInt64 = low < 100 ? 1 : low < 500 ? 7 : 9
            let found = try run.record(rank: rank, low: UInt32(low), page: &page)
            #expect(found?.input == UInt32(low))
        }
        #expect(try run.record(rank: 7, low: 5000, page: &page) == nil)
        #expect(try run.record(rank: 0, low: 0, page: &page) == nil)
        #expect(try run.record(rank: 10, low: 0, page: &page) == nil)
        #expect(try run.record(rank: 7, low: 99, page: &page) == nil)
        for low in 100..<500 {
            let mayHave = run.filter.mayHave(rank: 7, low: UInt32(low))
            #expect(mayHave)
        }
    }

    @Test func aHalvedFilterForgetsNoKey() {
        var random = SplitMix(state: 3)
        let keys = (0..<5200).map { _ in
            (rank: random.next(), low: UInt32(truncatingIfNeeded: random.next()))
        }
        var filter = KeyFilter(keys: keys.count, bitsPerKey: 8, limit: 1 << 20)
        for key in keys { filter.insert(rank: key.rank, low: key.low) }
        let strange = (0..<5200).map { _ in
            (rank: random.next(), low: UInt32(truncatingIfNeeded: random.next()))
        }
        // The shares that may pass are those of the source's formula, doubled.
        for (bytes, passing) in [(5120, 0.06), (2560, 0.4), (1280, 1), (640, 1), (320, 1)] {
            let byteCount = filter.byteCount
            #expect(byteCount == bytes)
            let known = keys.count { filter.mayHave(rank: $0.rank, low: $0.low) }
            #expect(known == keys.count)
            let passed = strange.count { filter.mayHave(rank: $0.rank, low: $0.low) }
            #expect(Double(passed) <= passing * 5200)
            let isHalved = filter.halve()
            #expect(isHalved == (bytes > 320))
        }
    }
}

/// A small seeded generator (Steele, Lea, Flood, 2014).
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
