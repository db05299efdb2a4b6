/// Whole lines of an input, many at a time, each block an array of its own for a worker to keep.
public struct Block: Sendable {
    /// Lines with their LF; the last line of the input may lack it.
    public var bytes: [UInt8]
    /// Where the block starts, in inflated bytes.
    public var offset: Int
    /// The block is the first 4 KiB of one line that was too long; the rest was skipped.
    public var isCut = false
    /// The input was damaged or cut right behind this block.
    public var isTorn = false

    public init(bytes: [UInt8], offset: Int, isCut: Bool = false, isTorn: Bool = false) {
        self.bytes = bytes
        self.offset = offset
        self.isCut = isCut
        self.isTorn = isTorn
    }
}

/// Reads blocks of about `size` bytes. Memory: one block, or the longest allowed line.
public struct BlockReader: ~Copyable {
    private var input: InputFile
    private let size: Int
    private let maximumLine: Int
    private let observe: ((Span<UInt8>) -> Void)?
    private var carried: [UInt8] = []
    /// Read already, for a look at how the input begins.
    private var waiting: [Block] = []
    private static let mostWaiting = 16
    /// Bytes that there is room for at each read.
    private static let leastRead = 1 << 16
    private var offset = 0
    private var isAtEnd = false
    /// Why the input ended early; read it when `next()` has given nil.
    public private(set) var damage: IOFailure?

    /// Any `size` gives the same lines; lines over `maximumLine` bytes come as cut blocks. `observe`
    /// sees every byte of the content in order, those of cut lines too.
    public init(
        _ input: consuming InputFile, size: Int = 1 << 19, maximumLine: Int = 1 << 20,
        observe: ((Span<UInt8>) -> Void)? = nil
    ) {
        self.input = input
        self.observe = observe
        self.size = size
        self.maximumLine = maximumLine
    }

    public var isGzip: Bool { input.isGzip }
    /// Bytes read so far, before inflating.
    public var compressedCount: Int { input.compressedCount }
    /// Bytes read so far, inflated.
    public var inflatedCount: Int { offset + carried.count }

    /// The next block, or nil at the end.
    public mutating func next() -> Block? { waiting.isEmpty ? read() : waiting.removeFirst() }

    /// How the input begins: lines of the first block that has any which are not too long; nil for an empty
    /// input. All blocks still come from `next`.
    public mutating func sample() -> [UInt8]? {
        while waiting.count < Self.mostWaiting, let block = read() {
            waiting.append(block)
            guard !block.isCut else { continue }
            var start = 0
            while let end = block.bytes.span.firstOffset(of: 0x0A, from: start),
                end - start > maximumLine
            {
                start = end + 1
            }
            if block.bytes.count - start > 0 { return Array(block.bytes[start...]) }
        }
        return waiting.first?.bytes
    }

    private mutating func read() -> Block? {
        var bytes = carried
        carried = []
        bytes.reserveCapacity(size + Self.leastRead)
        while true {
            if let last = isAtEnd ? bytes.count - 1 : bytes.span.lastOffset(of: 0x0A), last >= 0,
                isAtEnd || bytes.count >= size
            {
                carried = Array(bytes[(last + 1)...])
                bytes.removeSubrange((last + 1)...)
                defer { offset += bytes.count }
                return Block(
                    bytes: bytes, offset: offset, isTorn: isAtEnd && damage != nil)
            }
            if isAtEnd { return nil }
            // One byte more may be the CR of a line that is just not too long.
            if bytes.count > maximumLine + 1, bytes.span.firstOffset(of: 0x0A) == nil {
                return cut(bytes)
            }
            fill(&bytes)
        }
    }

    private mutating func cut(_ bytes: [UInt8]) -> Block {
        let start = offset
        offset += bytes.count
        var rest: [UInt8] = []
        while !isAtEnd {
            fill(&rest)
            if let end = rest.span.firstOffset(of: 0x0A) {
                offset += end + 1
                carried = Array(rest[(end + 1)...])
                break
            }
            offset += rest.count
            rest.removeAll(keepingCapacity: true)
        }
        return Block(
            bytes: Array(bytes.prefix(LineReader.cutLength)), offset: start, isCut: true)
    }

    private mutating func fill(_ bytes: inout [UInt8]) {
        let filled = bytes.count
        do throws(IOFailure) {
            var count = 0
            try bytes.append(addingCapacity: max(size - filled, Self.leastRead)) {
                (room: inout OutputSpan<UInt8>) throws(IOFailure) in
                count = try input.read(into: &room)
            }
            observe?(bytes.span.extracting(filled...))
            if count == 0 { isAtEnd = true }
        } catch {
            damage = error
            isAtEnd = true
        }
    }
}
