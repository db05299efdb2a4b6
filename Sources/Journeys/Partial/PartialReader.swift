import ByteIO
import Rows
import StageSupport
import Statistics

/// Reads the lines that a `PartialWriter` wrote. What does not look as it should is exit 65.
struct PartialReader: ~Copyable {
    private let name: String
    private let bytes: [UInt8]
    private var at: Int
    private let end: Int
    /// Lists that stand beside the text, and those of them that were read; nil where they stand in the text.
    private let lists: [[Int64]]?
    private var listCount = 0
    /// The number of the line at hand.
    private var line: Int
    /// By number in the partial: the number of a touchpoint, and by field that of a value.
    var touchpoints: [Int32] = []
    var values: [[Int32]] = []

    /// What another analysis of this run wrote, with its lists.
    init(_ written: consuming PartialWriter) {
        self.init(written.text, in: written.text.indices, line: 1, of: "memory", written.lists)
    }

    /// `range` of `bytes` holds the lines, of which the first has number `line` in the file `name`.
    init(
        _ bytes: [UInt8], in range: Range<Int>, line: Int, of name: String,
        _ lists: [[Int64]]? = nil
    ) {
        self.lists = lists
        self.bytes = bytes
        at = range.lowerBound
        end = range.upperBound
        self.line = line
        self.name = name
    }

    /// Begins the next line where it has this word.
    mutating func isNext(_ word: StaticString) -> Bool {
        guard isAhead(word) else { return false }
        at += word.utf8CodeUnitCount
        return true
    }

    /// Begins the next line, which must have this word.
    mutating func begin(_ word: StaticString) throws(Failure) {
        guard isNext(word) else { throw damage("no line '\(word)'") }
    }

    mutating func finishLine() throws(Failure) {
        guard at < end, bytes[at] == 0x0A else { throw damage("more fields than there should be") }
        at += 1
        line += 1
    }

    /// Whether the next line has this word.
    func isAhead(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        return at + length < end && bytes.span.extracting(at..<at + length).equals(word)
            && (bytes[at + length] == 0x09 || bytes[at + length] == 0x0A)
    }

    var isAtEnd: Bool { at == end }

    func failure(_ text: String) -> Failure { Failure(.damagedInput, "\(name): \(text)") }

    /// Of the line at hand.
    func damage(_ text: String) -> Failure {
        Failure(.damagedInput, "\(name):\(line): no partial of this program: \(text)")
    }

    /// A line of plain counts.
    mutating func addLine(_ word: StaticString, to counts: inout some SummedCounts) throws(Failure)
    {
        try begin(word)
        try add(to: &counts)
        try finishLine()
    }
}

// Fields.
extension PartialReader {
    private mutating func beginField() throws(Failure) {
        guard at < end, bytes[at] == 0x09 else { throw damage("a field is missing") }
        at += 1
    }

    mutating func number() throws(Failure) -> Int64 {
        try beginField()
        let isNegative = bytes[at] == 0x2D
        if isNegative { at += 1 }
        let first = at
        var magnitude: UInt64 = 0
        while bytes[at] &- 0x30 < 10, at - first < 19 {
            magnitude = magnitude * 10 + UInt64(bytes[at] & 15)
            at += 1
        }
        let largest = UInt64(Int64.max) + (isNegative ? 1 : 0)
        guard at > first, magnitude <= largest, bytes[at] == 0x09 || bytes[at] == 0x0A else {
            throw damage("no whole number")
        }
        return isNegative ? Int64(truncatingIfNeeded: 0 &- magnitude) : Int64(magnitude)
    }

    /// A number within limits, as an index is.
    mutating func number(in limits: Range<Int>) throws(Failure) -> Int {
        let number = Int(try number())
        guard limits.contains(number) else { throw damage("\(number) is out of range") }
        return number
    }

    mutating func flag() throws(Failure) -> Bool { try number(in: 0..<2) == 1 }

    mutating func wideNumber() throws(Failure) -> Int128 {
        let range = try fieldRange()
        guard let number = Int128(bytes.span.extracting(range).text) else {
            throw damage("no whole number")
        }
        return number
    }

    mutating func text() throws(Failure) -> [UInt8] {
        let range = try fieldRange()
        var text: [UInt8] = []
        RowText.appendPlain(bytes.span.extracting(range), to: &text)
        return text
    }

    private mutating func fieldRange() throws(Failure) -> Range<Int> {
        try beginField()
        let start = at
        while bytes[at] != 0x09, bytes[at] != 0x0A { at += 1 }
        return start..<at
    }

    /// Two numbers of 16 hex digits each, as one field.
    mutating func hexNumbers() throws(Failure) -> (UInt64, UInt64) {
        let range = try fieldRange()
        let digits = bytes.span.extracting(range).text
        guard digits.utf8.count == 32, let high = UInt64(digits.prefix(16), radix: 16),
            let low = UInt64(digits.suffix(16), radix: 16)
        else { throw damage("no 32 hex digits") }
        return (high, low)
    }

    /// Adds a count.
    mutating func add(to sum: inout Int) throws(Failure) {
        let count = Int(try number())
        let (all, isOver) = sum.addingReportingOverflow(count)
        guard count >= 0, !isOver else { throw damage("no count that can be added") }
        sum = all
    }

    /// A number of a key.
    mutating func key() throws(Failure) -> Int32 {
        guard let number = Int32(exactly: try number()), number >= -1_000_000 else {
            throw damage("no number of a key")
        }
        return number
    }

    /// A touchpoint, neither entry nor exit.
    mutating func touchpointIndex() throws(Failure) -> Int {
        Int(touchpoints[try number(in: 0..<touchpoints.count)])
    }

    mutating func touchpoint() throws(Failure) -> Int32 {
        try known(in: touchpoints, from: Transitions.exit)
    }

    mutating func value(ofField field: Int) throws(Failure) -> Int32 {
        try known(in: values[field], from: SegmentTable.none)
    }

    mutating func signal() throws(Failure) -> Int32 {
        let signals = Signal.allCases.count
        let number = try number(in: 0..<signals + touchpoints.count)
        return number < signals
            ? Int32(number) : Signal.number(ofErrors: Int(touchpoints[number - signals]))
    }

    /// The own number of a name; those below 0, from `least` on, are no names.
    private mutating func known(in numbers: [Int32], from least: Int32) throws(Failure) -> Int32 {
        let number = try number(in: Int(least)..<numbers.count)
        return number < 0 ? Int32(number) : numbers[number]
    }
}

// Many numbers.
extension PartialReader {
    /// How many fields may follow: no count of them is larger than the bytes that are left.
    mutating func fieldCount() throws(Failure) -> Int { try number(in: 0..<end - at) }

    mutating func list() throws(Failure) -> [Int64] {
        if let lists {
            defer { listCount += 1 }
            return lists[listCount]
        }
        var numbers: [Int64] = []
        let count = try fieldCount()
        numbers.reserveCapacity(count)
        var last: Int64 = 0
        for _ in 0..<count {
            last &+= try number()
            numbers.append(last)
        }
        return numbers
    }

    mutating func pairs() throws(Failure) -> ([Int64], [Int64]) {
        let (firsts, seconds) = (try list(), try list())
        guard firsts.count == seconds.count else { throw damage("no list of pairs") }
        return (firsts, seconds)
    }

    mutating func sample() throws(Failure) -> Sample {
        guard try flag() else {
            guard let sample = Sample(content: .values(try list())) else {
                throw damage("no values of a sample")
            }
            return sample
        }
        let sum = try wideNumber()
        var bins = [UInt64](repeating: 0, count: Sample.binCount)
        for _ in 0..<(try fieldCount()) {
            let bin = try number(in: 0..<bins.count)
            bins[bin] = UInt64(try number(in: 0..<1 << 48))
        }
        guard let sample = Sample(content: .bins(sum: sum, bins)) else {
            throw damage("no bins of a sample")
        }
        return sample
    }
}
