/// Equal bins over times, as PostHog's time to convert has them.
public struct Histogram: Equatable, Sendable {
    public struct Bin: Equatable, Sendable {
        /// Whole seconds, the end excluded.
        public let start: Int64
        public let end: Int64
        public var count: Int
    }

    private static let maximumBins = 60

    public private(set) var bins: [Bin] = []

    /// `times` in microseconds, in rising order: n of them make k + 1 bins, k the smallest number with
    /// k³ >= n, at most 60; the width is the range over k in whole seconds, 60 where that is 0.
    public init(sorted times: [Int64]) {
        guard let first = times.first, let last = times.last else { return }
        var count = 1
        while count < Self.maximumBins, count * count * count < times.count { count += 1 }
        let low = first / 1_000_000
        let range = last - low * 1_000_000
        let share = Int64(count) * 1_000_000
        var width = range / share + (range % share > 0 ? 1 : 0)
        if width == 0 { width = 60 }
        bins = (0...Int64(count)).map {
            Bin(start: low + $0 * width, end: low + ($0 + 1) * width, count: 0)
        }
        for time in times { bins[Int((time / 1_000_000 - low) / width)].count += 1 }
    }
}
