import Rows
import Testing

struct LogSpanTests {
    private static let day: Int64 = 86_400_000_000
    private static let month = 30 * day

    /// Rows of a log: so many, a minute apart, from a moment on.
    struct Rows: Sendable {
        let count: Int
        let from: Int64
    }

    private static func times(_ parts: [Rows]) -> LogTimes {
        var times = LogTimes()
        for part in parts {
            for row in 0..<part.count { times.observe(part.from + Int64(row) * 60_000_000) }
        }
        return times
    }

    private static func end(_ rows: Int) -> Int64 { Int64(rows - 1) * 60_000_000 }

    /// `[first, last, ancient, future]`, times from the first row of the log proper on.
    private static let cases: [(rows: [Rows], expected: [Int64])] = [
        // 100 rows are needed, and a gap of more than 30 days.
        (
            [Rows(count: 98, from: 0), Rows(count: 1, from: end(98) + month + 1)],
            [0, end(98) + month + 1, 0, 0]
        ),
        (
            [Rows(count: 99, from: 0), Rows(count: 1, from: end(99) + month)],
            [0, end(99) + month, 0, 0]
        ),
        (
            [Rows(count: 99, from: 0), Rows(count: 1, from: end(99) + month + 1)],
            [0, end(99), 0, 1]
        ),
        ([Rows(count: 1, from: -month - 1), Rows(count: 99, from: 0)], [0, end(99), 1, 0]),
        ([Rows(count: 1, from: -month), Rows(count: 99, from: 0)], [-month, end(99), 0, 0]),
        // One row, or one in a thousand.
        (
            [Rows(count: 99, from: 0), Rows(count: 2, from: 9 * month)],
            [0, 9 * month + end(2), 0, 0]
        ),
        ([Rows(count: 1998, from: 0), Rows(count: 2, from: 9 * month)], [0, end(1998), 0, 2]),
        (
            [Rows(count: 1997, from: 0), Rows(count: 2, from: 9 * month)],
            [0, 9 * month + end(2), 0, 0]
        ),
        // Both ends, and the outer of two gaps.
        (
            [
                Rows(count: 1, from: -9 * month), Rows(count: 200, from: 0),
                Rows(count: 1, from: 9 * month),
            ], [0, end(200), 1, 1]
        ),
        (
            [
                Rows(count: 200, from: 0), Rows(count: 1, from: 9 * month),
                Rows(count: 1, from: 18 * month),
            ], [0, 9 * month, 0, 1]
        ),
        // Rows that go on through a month are one log, whatever their bins.
        (
            (0..<200).map { Rows(count: 1, from: Int64($0) * day) },
            [0, 199 * day, 0, 0]
        ),
    ]

    @Test(arguments: cases.indices)
    func strayRowsDoNotCount(number: Int) throws {
        // Far from 1970, so that the bins of time do not begin where the log does.
        let start: Int64 = 1_767_225_600_000_000
        let (rows, expected) = Self.cases[number]
        let moved = rows.map { Rows(count: $0.count, from: $0.from + start) }
        for order in [moved, moved.reversed()] {
            let span = try #require(LogSpan(Self.times(order).clusters()))
            #expect(
                [span.first - start, span.last - start, Int64(span.ancient), Int64(span.future)]
                    == expected)
        }
    }

    @Test func nothingHasNoSpan() { #expect(LogSpan(LogTimes().clusters()) == nil) }

    /// The same with the rows of earlier runs, whose times come as text.
    @Test func earlierRunsCount() throws {
        let known = Self.times([Rows(count: 1000, from: 0), Rows(count: 1, from: 20 * Self.month)])
            .clusters().map(\.text)
        #expect(known[0] == "1970-01-01T00:00:00.000000Z/1970-01-01T16:39:00.000000Z/1000")
        let read = try known.map { try #require(TimeCluster($0[...])) }
        #expect(read.map(\.text) == known)
        #expect(read.map(\.freshRows) == [0, 0])
        let few = Self.times([Rows(count: 5, from: Self.day)])
        let span = try #require(LogSpan(few.clusters(with: read)))
        #expect(span.first == 0 && span.last == Self.day + Self.end(5))
        // Not of this run.
        #expect(span.future == 0)
        // This run's rows are all beyond the gap: they are no strays.
        for count in 1...2 {
            let later = Self.times([Rows(count: count, from: 3 * Self.month)])
            let end = 3 * Self.month + Self.end(count)
            #expect(LogSpan(later.clusters(with: [read[0]]))?.last == end)
        }
        // A run without rows changes nothing.
        #expect(LogSpan(LogTimes().clusters(with: read))?.clusters == read)
    }

    @Test(arguments: [
        "", "1970-01-01T00:00:00.000000Z",
        "1970-01-01T00:00:00.000000Z/1970-01-01T00:00:00.000000Z",
        "1970-01-02T00:00:00.000000Z/1970-01-01T00:00:00.000000Z/1",
        "1970-01-01T00:00:00.000000Z/1970-01-01T00:00:00.000000Z/-1",
        "1970-01-01T00:00:00Z/1970-01-01T00:00:00.000000Z/1",
    ])
    func damagedClustersAreNone(text: String) { #expect(TimeCluster(text[...]) == nil) }

    /// What a stream tells is believed where no row speaks against it.
    @Test func toldTimesAreNoRows() throws {
        var times = Self.times([Rows(count: 500, from: 0)])
        times.observe(told: 5 * Self.month)
        #expect(LogSpan(times.clusters())?.last == 5 * Self.month)
        times.observe(5 * Self.month)
        #expect(LogSpan(times.clusters())?.last == Self.end(500))
        #expect(LogSpan(times.clusters())?.future == 1)
    }

    @Test func rowsOfOneBinAreObservedTogether() {
        var together = LogTimes()
        let observed = [
            together.observe(together: 3, from: 5, to: 9),
            together.observe(together: 1, from: 5, to: 5),
            together.observe(together: 2, from: 5, to: 1 << 40),
        ]
        #expect(observed == [true, true, false])
        #expect(together.clusters().map { [$0.first, $0.last, Int64($0.rows)] } == [[5, 9, 4]])
    }

    @Test func aSpanIsNarrowed() throws {
        let span = try #require(LogSpan(Self.times([Rows(count: 3, from: 0)]).clusters()))
        let part = span.narrowed(first: 1, last: 60_000_000)
        #expect(part.first == 1 && part.last == 60_000_000)
        #expect(part.contains(1) && !part.contains(0) && !part.contains(60_000_001))
        #expect(span.narrowed(first: nil, last: Self.day) == span)
    }
}
