import ByteIO
import Foundation
import TestSupport
import Testing

struct SpillSortTests {
    private struct Record: Comparable {
        let key: [UInt8]
        let time: Int64
        let order: UInt64
        let payload: [UInt8]

        static func < (one: Record, other: Record) -> Bool {
            if one.key != other.key { return one.key.lexicographicallyPrecedes(other.key) }
            return (one.time, one.order) < (other.time, other.order)
        }
    }

    /// From all in memory to more runs than are merged at once; 64 KiB is the least a sort takes.
    @Test(arguments: [(10, 1), (3000, 1), (30_000, 1), (30_000, 1 << 20), (30_000, 1 << 26)])
    func sortsByKeyTimeOrder(count: Int, memory: Int) throws {
        let scratch = try Scratch()
        var state: UInt64 = 7
        func next(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
        let keys: [[UInt8]] =
            [[], [0], [0, 0], [0xC3, 0xA9], Array("e\u{301}".utf8)]
            + (0..<300).map { Array("visitor-\($0)".utf8) }
        let records = (0..<count).map { number in
            Record(
                key: keys[Int(next(UInt64(keys.count)))], time: Int64(next(50)) - 25,
                order: UInt64(number),
                payload: [UInt8](repeating: UInt8(number & 255), count: Int(next(200))))
        }
        var sort = SpillSort(memory: memory, folder: SpillFolder(scratch.url.path))
        for record in records.reversed() {
            try sort.add(
                key: record.key, time: record.time, order: record.order, record.payload)
        }
        let runs = try sort.finish()
        for _ in 0..<2 {
            var sorted = try runs.records(memory: 1)
            var found: [Record] = []
            var newKeys = 0
            while try sorted.advance() {
                newKeys += sorted.isNewKey ? 1 : 0
                found.append(
                    Record(
                        key: sorted.key.copied(), time: sorted.time, order: sorted.order,
                        payload: sorted.payload.copied()))
            }
            #expect(found == records.sorted())
            #expect(newKeys == Set(records.map(\.key)).count)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).isEmpty)
    }

    @Test func mergesSeveralSorts() throws {
        let scratch = try Scratch()
        var parts: [SortedRuns] = []
        for source in 0..<3 {
            var sort = SpillSort(memory: 1, folder: SpillFolder(scratch.url.path))
            for number in 0..<2000 where number % 3 == source {
                try sort.add(
                    key: [1], time: Int64(number), order: 0, [UInt8](repeating: 0, count: 99))
            }
            parts.append(try sort.finish())
        }
        var sorted = try SortedRuns.merging(parts, memory: 1)
        var times: [Int64] = []
        while try sorted.advance() {
            #expect(Int64(sorted.source) == sorted.time % 3)
            times.append(sorted.time)
        }
        #expect(times == (0..<2000).map(Int64.init))
    }

    @Test func sortedRecordsAreARunOfTheirOwn() throws {
        let scratch = try Scratch()
        var sort = SpillSort(memory: 1, folder: SpillFolder(scratch.url.path))
        try sort.addSorted { (run) throws(IOFailure) in
            for number in 0..<3000 where number % 2 == 0 {
                let (key, payload): ([UInt8], [UInt8]) = ([UInt8(number / 500)], [7])
                try run.add(
                    key: key.span, isNew: number % 500 == 0, time: Int64(number), order: 0,
                    payload.span)
            }
        }
        for number in 0..<3000 where number % 2 == 1 {
            try sort.add(key: [UInt8(number / 500)], time: Int64(number), order: 0, [7])
        }
        var sorted = try sort.finish().records(memory: 1)
        var times: [Int64] = []
        while try sorted.advance() { times.append(sorted.time) }
        #expect(times == (0..<3000).map(Int64.init))
    }

    @Test func folderThatCannotTakeFilesIsTold() throws {
        let scratch = try Scratch()
        let missing = SpillFolder(scratch.path("missing"))
        #expect(throws: IOFailure.self) { try missing.check() }
        let failure = #expect(throws: IOFailure.self) { _ = try SpillFile(in: missing) }
        #expect(failure?.kind == .failed)
        #expect(failure?.description.contains("missing") == true)
    }
}

struct SpillQueueTests {
    /// The limit makes some records wait in a file, and the file is used again.
    @Test(arguments: [1, 200, 1 << 20])
    func firstInFirstOut(memory: Int) throws {
        let scratch = try Scratch()
        var queue = SpillQueue(memory: memory, folder: SpillFolder(scratch.url.path))
        var (added, taken) = (0, 0)
        for round in 0..<200 {
            for _ in 0..<(round * 7 % 13) {
                let bytes = [UInt8](repeating: UInt8(added & 255), count: added % 31)
                try queue.append(Int64(added), .max, .min, bytes.span)
                added += 1
            }
            for _ in 0..<(round * 5 % 13) where try queue.load() {
                try check(&queue, taken)
                taken += 1
            }
        }
        while try queue.load() {
            try check(&queue, taken)
            taken += 1
        }
        #expect(taken == added)
        let isEmpty = queue.isEmpty
        #expect(isEmpty)
    }

    private func check(_ queue: inout SpillQueue, _ number: Int) throws {
        let words = (0..<3).map { queue.number($0) }
        #expect(words == [Int64(number), .max, .min])
        let bytes = queue.bytes.copied()
        #expect(bytes == [UInt8](repeating: UInt8(number & 255), count: number % 31))
        queue.removeFirst()
    }
}

struct SpanIntegerTests {
    @Test(arguments: [0, 1, 7, 8, 9, 15, 16, 200])
    func countsEveryOccurrence(length: Int) {
        // Bytes next to the one counted, zero and those with a high bit must not count.
        let bytes = (0..<length).map {
            [0x09, 0x08, 0x89, 0x00, 0xFF, 0x09, 0x0A][$0 % 7] as UInt8
        }
        let count = bytes.span.occurrences(of: 0x09)
        #expect(count == bytes.filter { $0 == 0x09 }.count)
    }

    @Test func prefixSortsAsTheBytes() {
        let names: [[UInt8]] = [[], [0], [1], [1, 0], [1, 2, 3, 4, 5, 6, 7, 8, 9], [0xFF]]
        let prefixes = names.map { $0.span.orderPrefix }
        #expect(prefixes == prefixes.sorted())
    }
}
