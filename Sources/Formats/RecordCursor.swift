package import ByteIO
public import Rows

/// A walk through the records of a block of lines.
///
/// A record is a line, a CSV row over several lines, the parts of one container log line, or one
/// element of a batch.
public struct RecordCursor: Sendable {
    /// Where the next record begins, in the block.
    public internal(set) var next = 0
    /// The bytes of the record last read, without the end of its last line.
    public internal(set) var record = 0..<0
    /// The number of its first line, from 1 within the block.
    public internal(set) var line = 0
    /// The lines of the block read so far.
    public internal(set) var lines = 0
    /// What a reject keeps of the record where that is not its bytes: a batch of one element.
    public internal(set) var replacement: [UInt8] = []

    public init() {}

    /// A line of a block without its end, and where the next one begins.
    package struct Line: BitwiseCopyable {
        package let line: Part
        package let hasFeed: Bool
        let next: Int
    }

    /// The line at `next` of `block`, nil at its end and where the line is too long.
    package func nextLine(of block: Span<UInt8>) -> Line? {
        guard next < block.count else { return nil }
        let feed = block.firstOffset(of: 0x0A, from: next)
        let end = Decoder.lineEnd(block, next, feed)
        guard end - next <= Decoder.maximumRecord else { return nil }
        return Line(
            line: Part(next, end), hasFeed: feed != nil, next: feed.map { $0 + 1 } ?? block.count)
    }

    /// Goes behind `line`, which was read.
    package mutating func move(behind line: Line) {
        move(to: line.next, record: line.line.start..<line.line.end)
    }
}

/// What a record became.
public enum Reading: Equatable, Sendable {
    /// White space, a comment, a directive, a header.
    case blank
    /// The draft holds it.
    case event
    case rejected(RowError)
}

/// What is known of a block beside its bytes.
public struct BlockTraits: Sendable {
    /// Nothing follows in this input.
    public var isLast = false
    /// The block is the start of one line that is too long.
    public var isCut = false
    /// The input was damaged behind the block: a last line without LF is no whole line.
    public var isTorn = false

    public init(isLast: Bool = false, isCut: Bool = false, isTorn: Bool = false) {
        self.isLast = isLast
        self.isCut = isCut
        self.isTorn = isTorn
    }
}
