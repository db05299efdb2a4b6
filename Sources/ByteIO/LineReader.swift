/// The lines of an input, one at a time, without their end (LF or CRLF).
///
/// `while try lines.advance() { use(lines.line) }`. A line longer than `maximumLength` is cut to
/// its first 4 KiB, the rest skipped without being kept: `isCut` says so. Memory: the longest line.
public struct LineReader: ~Copyable {
    public static let cutLength = 4096

    /// Line number from 1.
    public private(set) var number = 0
    /// Where the line starts, in inflated bytes.
    public private(set) var offset = 0
    /// Whether the line was longer than allowed and only its start is here.
    public private(set) var isCut = false
    /// Whether the line ended with LF; false for a last line without one.
    public private(set) var isTerminated = true

    private var input: InputFile
    private let maximumLength: Int
    private var buffer: [UInt8]
    private var current = 0..<0
    private var next = 0
    private var filled = 0
    private var base = 0
    private var failure: IOFailure?
    private var isAtEnd = false

    /// `bufferSize` bytes are read at a time; any size gives the same lines.
    public init(
        _ input: consuming InputFile, maximumLength: Int = 1 << 20, bufferSize: Int = 1 << 18
    ) {
        self.input = input
        self.maximumLength = maximumLength
        buffer = [UInt8](repeating: 0, count: Swift.max(bufferSize, 1))
    }

    public var name: String { input.name }
    public var isGzip: Bool { input.isGzip }
    /// Bytes read so far, before inflating.
    public var compressedCount: Int { input.compressedCount }

    /// The line's bytes.
    public var line: Span<UInt8> {
        @_lifetime(borrow self)
        get { buffer.span.extracting(current) }
    }

    /// The line's bytes with the LF or CRLF that ended it, as they stood in the input.
    public var lineWithEnd: Span<UInt8> {
        @_lifetime(borrow self)
        get { buffer.span.extracting(current.lowerBound..<(isCut ? current.upperBound : next)) }
    }

    /// Moves to the next line; false at the end.
    ///
    /// - Throws: what the input throws, after all lines before the damage (the torn last one too)
    ///   were handed out.
    public mutating func advance() throws(IOFailure) -> Bool {
        let start = next
        var searched = start
        var shift = 0
        while true {
            if let end = newline(from: searched) {
                take((start - shift)..<end, next: end + 1, terminated: true)
                return true
            }
            searched = filled
            guard !isAtEnd else { return try takeRest(from: start - shift) }
            if filled - (start - shift) > maximumLength { return try takeCut(from: start - shift) }
            let moved = makeRoom(keeping: start - shift)
            shift += moved
            searched -= moved
            fill()
        }
    }

    private func newline(from start: Int) -> Int? {
        buffer.span.extracting(0..<filled).firstOffset(of: 0x0A, from: start)
    }

    private mutating func take(_ range: Range<Int>, next: Int, terminated: Bool) {
        number += 1
        offset = base + range.lowerBound
        isCut = range.count > maximumLength
        isTerminated = terminated
        self.next = next
        let end = isCut ? range.lowerBound + Self.cutLength : range.upperBound
        let endsWithReturn = !isCut && end > range.lowerBound && buffer[end - 1] == 0x0D
        current = range.lowerBound..<(endsWithReturn ? end - 1 : end)
    }

    private mutating func takeRest(from start: Int) throws(IOFailure) -> Bool {
        if start < filled {
            take(start..<filled, next: filled, terminated: false)
            return true
        }
        if let failure { throw failure }
        return false
    }

    /// Keeps the line's first bytes at the front of the buffer and reads on to its end.
    private mutating func takeCut(from start: Int) throws(IOFailure) -> Bool {
        let lineOffset = base + start
        let head = Array(buffer[start..<start + Self.cutLength])
        var end: Int?
        while end == nil, !isAtEnd {
            base += filled
            filled = 0
            fill()
            end = newline(from: 0)
        }
        let consumed = end.map { $0 + 1 } ?? filled
        let rest = Array(buffer[consumed..<filled])
        base += consumed - head.count
        buffer.replaceSubrange(0..<head.count, with: head)
        if buffer.count < head.count + rest.count {
            buffer.append(
                contentsOf: [UInt8](repeating: 0, count: head.count + rest.count - buffer.count))
        }
        for (index, byte) in rest.enumerated() { buffer[head.count + index] = byte }
        filled = head.count + rest.count
        next = head.count
        current = 0..<head.count
        number += 1
        offset = lineOffset
        isCut = true
        isTerminated = end != nil
        return true
    }

    /// Moves the open line to the front, and doubles the buffer where that frees nothing.
    private mutating func makeRoom(keeping start: Int) -> Int {
        if start > 0 {
            let kept = filled - start
            unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe bytes[0..<kept].copyBytes(
                    from: UnsafeRawBufferPointer(bytes)[start..<filled])
            }
            filled = kept
            base += start
        }
        if filled == buffer.count {
            buffer.append(contentsOf: [UInt8](repeating: 0, count: buffer.count))
        }
        return start
    }

    private mutating func fill() {
        do throws(IOFailure) {
            let count = try input.read(into: &buffer, at: filled)
            filled += count
            if count == 0 { isAtEnd = true }
        } catch {
            failure = error
            isAtEnd = true
        }
    }
}
