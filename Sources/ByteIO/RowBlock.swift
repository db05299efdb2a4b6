public import BasicContainers

/// Whole rows of TAB-separated fields, and where each field ends.
///
/// One pass over the bytes, 64 at a time, finds every TAB and line end; after it a field is two
/// look-ups, and nothing in a row is searched again. The block is also the buffer that it is read
/// through: `fill` it, then `findRows` or `takeLine` until nothing is found, then `fill` again.
/// Memory: `size` bytes, or twice the longest line, and some 4 bytes a field.
public struct RowBlock: ~Copyable, Sendable {
    /// Longer lines are cut, in bytes.
    public static let maximumLine = 1 << 24
    /// What is kept of a line that was cut.
    public static let cutLength = 4096

    /// Fields of a row.
    public internal(set) var columns = 0
    /// Rows at hand.
    public internal(set) var rows = 0
    /// Whether the block is one line with another number of fields, of which only `row(0)` is known.
    public internal(set) var isRagged = false
    /// Whether the line at hand is only the start of one that was too long.
    public internal(set) var isCut = false
    /// Whether the line at hand ended with LF; false for the last one of an input without it.
    public internal(set) var isTerminated = true

    /// What was read: the rows at hand, then what was not looked at.
    @usableFromInline var bytes: [UInt8] = []
    /// The offsets of all field ends, behind that of the byte in front of the first row: a field
    /// starts one behind the end before it.
    @usableFromInline var ends = UniqueArray<UInt32>()
    /// Where the rows at hand begin, and where they end.
    var start = 0
    var next = 0
    var filled: Int { bytes.count }

    /// Bytes that are read at a time.
    private let size: Int
    /// Bytes that there is room for; more than `size` where a line is longer.
    private(set) var room: Int

    /// Any `size` gives the same rows.
    public init(size: Int = 1 << 18) { self.init(size: max(size, 1), room: max(size, 1)) }

    private init(size: Int, room: Int) {
        self.size = size
        self.room = room
        bytes.reserveCapacity(room)
    }
}

// What is asked of the rows at hand.
extension RowBlock {
    /// A field of a row as it stands there, escapes and all.
    @inlinable @inline(__always) @_lifetime(borrow self)
    public func field(_ column: Int, of row: Int) -> Span<UInt8> {
        fields(column...column, of: row)
    }

    /// Neighbouring fields of a row with the TABs between them.
    ///
    /// Always inlined: a call of its own took 33 instructions, eight times a row.
    @inlinable @inline(__always) @_lifetime(borrow self)
    public func fields(_ range: ClosedRange<Int>, of row: Int) -> Span<UInt8> {
        let found = endIndices(range, of: row)
        return unsafe bytes.span.extracting(
            Int(ends.span[unchecked: found.first] &+ 1)..<Int(ends.span[unchecked: found.last]))
    }

    /// Whether a row other than the first at hand has the same text in these fields as the row before.
    @inlinable @inline(__always)
    public func repeats(_ range: ClosedRange<Int>, at row: Int) -> Bool {
        precondition(row > 0)
        let (found, ends) = (endIndices(range, of: row), ends.span)
        let start = unsafe Int(ends[unchecked: found.first] &+ 1)
        let part = unsafe Part(start, Int(ends[unchecked: found.last]))
        // A row before has its ends so many earlier.
        let before = unsafe Int(ends[unchecked: found.first &- columns] &+ 1)
        let end = unsafe Int(ends[unchecked: found.last &- columns])
        guard part.count == end &- before else { return false }
        return bytes.span.equals(part, bytes.span, at: before)
    }

    /// The indices in `ends` of the end before a row's fields and of their last one, which are there for
    /// every row at hand.
    @inlinable @inline(__always)
    func endIndices(_ range: ClosedRange<Int>, of row: Int) -> (first: Int, last: Int) {
        precondition(row >= 0 && row < rows && range.lowerBound >= 0 && range.upperBound < columns)
        return (row &* columns &+ range.lowerBound, row &* columns &+ range.upperBound &+ 1)
    }

    /// A row without its line end.
    @inlinable @_lifetime(borrow self)
    public func row(_ row: Int) -> Span<UInt8> { fields(0...columns &- 1, of: row) }

    /// The rows at hand with their line ends, as they stood in the input.
    public var content: Span<UInt8> {
        @_lifetime(borrow self)
        get { bytes.span.extracting(start..<next) }
    }

    /// Bytes that were read and not looked at.
    public var pending: Int { filled - next }
}

// How a reader goes from block to block.
extension RowBlock {
    /// Reads on, as much as there is room for; false at the end of the input. No row is at hand then.
    ///
    /// - Throws: what the input throws; what was read before is there.
    public mutating func fill(from input: inout InputFile) throws(IOFailure) -> Bool {
        bytes.removeSubrange(..<next)
        (start, next, rows) = (0, 0, 0)
        let before = filled
        if filled == room { room *= 2 }
        var isAtEnd = false
        while !isAtEnd, filled < room {
            try bytes.append(addingCapacity: room - filled) { (output) throws(IOFailure) in
                isAtEnd = try input.read(into: &output) == 0
            }
        }
        return filled > before
    }

    /// Gives the rows at hand away; what was read behind them is in the new block that takes their place.
    public mutating func takeRows() -> RowBlock {
        var taken = RowBlock(size: size, room: max(size, pending))
        taken.bytes.append(bytes.span.extracting(next..<filled))
        swap(&self, &taken)
        return taken
    }

    /// Finds the rows that follow, each with `columns` fields; false where the next line is not here
    /// to its end, or is no plain row: it begins with `#`, ends with CRLF or has another number of
    /// fields. Such a line stops the block, and `takeLine` takes it.
    public mutating func findRows(columns: Int) -> Bool {
        self.columns = columns
        (start, rows) = (next, 0)
        (isRagged, isCut, isTerminated) = (false, false, true)
        guard filled <= UInt32.max, filled - next > 0 else { return false }
        (rows, next) = scan()
        return rows > 0
    }

    /// Takes the next line alone, without looking into it; false where its end is not here.
    public mutating func takeLine() -> Bool {
        guard let end = bytes.span.firstOffset(of: 0x0A, from: next)
        else { return false }
        take(next..<end, next: end + 1)
        isCut = end - start > Self.maximumLine
        if isCut { ends[1] = UInt32(start + Self.cutLength) }
        return true
    }

    /// Takes what is left at the end of an input as a line.
    public mutating func takeRest() {
        take(next..<filled, next: filled)
        isTerminated = false
    }

    /// Takes the start of a line of which over `maximumLine` bytes are here, and skips the rest of it.
    ///
    /// - Throws: what the input throws.
    public mutating func takeLongLine(from input: inout InputFile) throws(IOFailure) {
        bytes.removeSubrange(..<next)
        take(0..<Self.cutLength, next: Self.cutLength)
        (isCut, isTerminated) = (true, false)
        while !isTerminated {
            bytes.removeSubrange(next...)
            try bytes.append(addingCapacity: room - next) { (output) throws(IOFailure) in
                _ = try input.read(into: &output)
            }
            if filled == next { return }
            if let end = bytes.span.firstOffset(of: 0x0A, from: next) {
                isTerminated = true
                next = end + 1
            }
        }
    }

    /// Makes the line at hand a row of `columns` fields, or a ragged one.
    public mutating func splitLine(columns: Int) {
        let (line, end) = (Int(ends[0] &+ 1), ends[1])
        ends.removeLast()
        var at = line
        while ends.count < columns, let tab = bytes.span.firstOffset(of: 0x09, in: at..<Int(end)) {
            ends.append(UInt32(tab))
            at = tab + 1
        }
        isRagged =
            ends.count < columns || bytes.span.firstOffset(of: 0x09, in: at..<Int(end)) != nil
        self.columns = isRagged ? 1 : columns
        ends.removeLast(ends.count - self.columns)
        ends.append(end)
    }

    /// Leaves the last rows, which share their first field, for the next block; not where all do.
    public mutating func leaveLastGroup() {
        var first = rows - 1
        while first > 0, field(0, of: first - 1).equals(field(0, of: rows - 1)) { first -= 1 }
        guard first > 0 else { return }
        next = Int(ends[first * columns]) + 1
        rows = first
    }

    /// The line `range` is the only row, with a single field; CR at its end is left out.
    private mutating func take(_ range: Range<Int>, next: Int) {
        let endsWithReturn = !range.isEmpty && bytes[range.upperBound - 1] == 0x0D
        (start, self.next) = (range.lowerBound, next)
        (columns, rows) = (1, 1)
        (isRagged, isCut, isTerminated) = (false, false, true)
        ends.removeAll(keepingCapacity: true)
        ends.append(UInt32(truncatingIfNeeded: range.lowerBound &- 1))
        ends.append(UInt32(range.upperBound - (endsWithReturn ? 1 : 0)))
    }
}
