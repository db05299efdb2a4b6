import ByteIO
import Rows
import Statistics

/// Writes counts as lines of text: a word, then fields with TABs before them, escaped as in rows.
///
/// What is numbered by the order in which it came is told by the numbers of `PartialNames`, and keyed lines come
/// in the order of these.
struct PartialWriter {
    private(set) var text: [UInt8] = []
    private(set) var lineCount = 0
    /// The lists of numbers that stand beside the text where this run alone reads it.
    private(set) var lists: [[Int64]] = []
    /// Whether others than this run read it: equal counts give equal bytes then, which costs sorting, and all
    /// stands in the text, which costs digits.
    let isSorted: Bool
    let touchpoints: PartialNames
    /// By field of the segment table.
    let values: [PartialNames]

    init(isSorted: Bool, touchpoints: PartialNames, values: [PartialNames]) {
        self.isSorted = isSorted
        self.touchpoints = touchpoints
        self.values = values
    }

    /// Begins a line.
    mutating func begin(_ word: StaticString) { text.append(word) }

    /// Ends it.
    mutating func end() {
        text.append(0x0A)
        lineCount += 1
    }

    mutating func append(_ number: Int64) {
        text.append(0x09)
        text.append(decimal: number)
    }

    mutating func append(_ number: Int) { append(Int64(number)) }

    mutating func append(_ isSo: Bool) { append(isSo ? 1 : 0) }

    mutating func append(_ number: Int128) {
        text.append(0x09)
        text.append(contentsOf: "\(number)".utf8)
    }

    mutating func append(_ field: Span<UInt8>) {
        text.append(0x09)
        RowText.append(field, to: &text)
    }

    /// Two numbers in 16 hex digits each, as one field.
    mutating func append(hex high: UInt64, _ low: UInt64) {
        text.append(0x09)
        for number in [high, low] {
            for shift in stride(from: 56, through: 0, by: -8) {
                text.append(hex: UInt8(truncatingIfNeeded: number >> UInt64(shift)))
            }
        }
    }

    /// A line of plain counts.
    mutating func line(_ word: StaticString, _ counts: some SummedCounts) {
        begin(word)
        append(counts)
        end()
    }
}

// Numbers of names, and the order of what they are keys of.
extension PartialWriter {
    mutating func append(touchpoint: Int32) { append(Int64(touchpoints.rank(touchpoint))) }

    mutating func append(value: Int32, ofField field: Int) {
        append(Int64(values[field].rank(value)))
    }

    mutating func append(signal: Int32) { append(Int64(rank(ofSignal: signal))) }

    /// Signals of errors are numbered as their touchpoints are.
    func rank(ofSignal signal: Int32) -> Int32 {
        guard let touchpoint = Signal.touchpoint(ofNumber: signal) else { return signal }
        return Signal.number(ofErrors: Int(touchpoints.rank(Int32(touchpoint))))
    }

    /// The indices of cells in the order of their keys as they are written.
    func order(_ indices: Range<Int>, key: (Int) -> (Int32, Int32)) -> [Int] {
        guard isSorted else { return Array(indices) }
        return indices.map { (key: key($0), index: $0) }.sorted { $0.key < $1.key }.map(\.index)
    }
}

// Many numbers.
extension PartialWriter {
    /// How many there are, then each as the difference to the one before.
    mutating func append(list numbers: [Int64]) {
        guard isSorted else { return lists.append(numbers) }
        append(numbers.count)
        var last: Int64 = 0
        for number in numbers {
            append(number &- last)
            last = number
        }
    }

    /// Numbers whose order says nothing.
    mutating func append(unordered numbers: [Int64]) {
        append(list: isSorted ? numbers.sorted() : numbers)
    }

    /// Pairs of numbers whose order says nothing, as two lists.
    mutating func append(pairs: ([Int64], [Int64])) {
        let (firsts, seconds) = pairs
        var order = Array(firsts.indices)
        if isSorted { order.sort { (firsts[$0], seconds[$0]) < (firsts[$1], seconds[$1]) } }
        append(list: order.map { firsts[$0] })
        append(list: order.map { seconds[$0] })
    }

    /// 0 and the values of a sample, or 1, their sum and count, and pairs of a bin and its values.
    mutating func append(_ sample: Sample) {
        switch sample.content {
        case .values(let values):
            append(0)
            append(unordered: values)
        case .bins(let sum, let bins):
            append(1)
            append(sum)
            let filled = bins.indices.filter { bins[$0] > 0 }
            append(filled.count)
            for bin in filled {
                append(bin)
                append(Int64(bins[bin]))
            }
        }
    }
}
