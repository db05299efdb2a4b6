extension [Int64] {
    /// The values, of which none is below 0, that sorting would put at `ranks`, which rise.
    ///
    /// Many are counted by their size first; then only those as large as the ones that are wanted are looked at.
    func orderStatistics(_ ranks: [Int]) -> [Int64] {
        guard count >= 1024 else {
            var values = self
            values.select(ranks)
            return ranks.map { values[$0] }
        }
        var counts = [Int](repeating: 0, count: LogBin.count(mantissaBits: 4))
        for value in self { counts[LogBin.number(of: value, mantissaBits: 4)] += 1 }
        // By bin, where its next value is put; below 0 where no rank lies in it.
        var places = [Int](repeating: -1, count: counts.count)
        var wanted: [Int] = []
        var (lower, size) = (0, 0)
        for (bin, count) in counts.enumerated() where wanted.count < ranks.count {
            let inside = ranks[wanted.count...].prefix { $0 < lower + count }
            if !inside.isEmpty {
                places[bin] = size
                wanted += inside.map { size + $0 - lower }
                size += count
            }
            lower += count
        }
        var values = [Int64](repeating: 0, count: size)
        for value in self {
            let bin = LogBin.number(of: value, mantissaBits: 4)
            guard places[bin] >= 0 else { continue }
            values[places[bin]] = value
            places[bin] += 1
        }
        values.select(wanted)
        return wanted.map { values[$0] }
    }

    /// Moves values so that those at `ranks`, which rise, are the ones that sorting would put there.
    ///
    /// A third of the work of sorting for the median of 65,536 times. Source: Hoare, "Algorithm 65:
    /// Find", 1961; a range that splits badly is sorted, as Musser's introselect does, 1997.
    mutating func select(_ ranks: [Int]) {
        var values = mutableSpan
        let splits = 2 * (Int.bitWidth - values.count.leadingZeroBitCount)
        Self.select(ranks[...], in: 0..<values.count, of: &values, splits: splits)
    }

    private static func select(
        _ ranks: ArraySlice<Int>, in range: Range<Int>, of values: inout MutableSpan<Int64>,
        splits: Int
    ) {
        var (ranks, range, splits) = (ranks, range, splits)
        while !ranks.isEmpty {
            if range.count <= 16 || splits == 0 { return sort(range, of: &values) }
            splits -= 1
            let middle = split(range, of: &values)
            let upper = ranks.firstIndex { $0 >= middle } ?? ranks.endIndex
            select(
                ranks[..<upper], in: range.lowerBound..<middle, of: &values, splits: splits)
            (ranks, range) = (ranks[upper...], middle..<range.upperBound)
        }
    }

    /// Moves lower values before higher ones; returns where the higher ones begin, behind the first index
    /// and before the end.
    private static func split(_ range: Range<Int>, of values: inout MutableSpan<Int64>) -> Int {
        let (first, last) = (range.lowerBound, range.upperBound - 1)
        let pivot = median(values[first], values[first + range.count / 2], values[last])
        var (low, high) = (first, last)
        while true {
            while values[low] < pivot { low += 1 }
            while values[high] > pivot { high -= 1 }
            if low >= high { return Swift.min(Swift.max(low, first + 1), last) }
            values.swapAt(low, high)
            low += 1
            high -= 1
        }
    }

    private static func median(_ one: Int64, _ two: Int64, _ three: Int64) -> Int64 {
        Swift.max(Swift.min(one, two), Swift.min(Swift.max(one, two), three))
    }

    private static func sort(_ range: Range<Int>, of values: inout MutableSpan<Int64>) {
        guard range.count <= 16 else {
            let sorted = range.map { values[$0] }.sorted()
            for (index, value) in sorted.enumerated() { values[range.lowerBound + index] = value }
            return
        }
        for index in range.dropFirst() {
            let value = values[index]
            var hole = index
            while hole > range.lowerBound, values[hole - 1] > value {
                values[hole] = values[hole - 1]
                hole -= 1
            }
            values[hole] = value
        }
    }
}
