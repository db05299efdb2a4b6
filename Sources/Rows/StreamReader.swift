public import ByteIO

/// The rows of one input that holds one stream or several, one after another.
///
/// `while try reader.advance() { use(reader.row) }`. Headers, end lines, counts and checksums are
/// checked; columns are found by name. Each stream may have its own columns.
public struct StreamReader: ~Copyable {
    /// Rows longer than this are no rows of ours, in bytes.
    public static let maximumRow = 1 << 24

    /// The kind of the stream that the row belongs to.
    public private(set) var kind: StreamKind
    /// The columns of the stream that the row belongs to.
    public private(set) var columns: [String] = []
    /// Counts the streams begun so far; a change means other columns.
    public private(set) var streamNumber = 0
    /// The end lines read so far, each with the checksum of its rows.
    public private(set) var ends: [StreamEnd] = []
    /// The kinds of the streams that ended, as in `ends`.
    public private(set) var endedKinds: [StreamKind] = []

    private let kinds: [StreamKind]
    private var lines: LineReader
    private var hash = XXH64()
    private var rows = 0
    private var isOpen = false

    public init(_ input: consuming InputFile, kind: StreamKind) {
        self.init(input, kinds: [kind])
    }

    /// Reads streams of several kinds; messages speak of the first.
    public init(_ input: consuming InputFile, kinds: [StreamKind]) {
        self.kinds = kinds
        kind = kinds.first ?? .events
        lines = LineReader(input, maximumLength: Self.maximumRow, bufferSize: 1 << 20)
    }

    public var name: String { lines.name }
    public var lineNumber: Int { lines.number }
    /// Bytes read so far, before inflating.
    public var compressedCount: Int { lines.compressedCount }

    /// The row's bytes without its LF, fields escaped.
    public var row: Span<UInt8> {
        @_lifetime(borrow self)
        get { lines.line }
    }

    /// Moves to the next row; false after the last stream's end line.
    ///
    /// Throws a `StreamFailure` for a stream that is cut, changed, of another kind or version, and an
    /// `IOFailure` for an input that cannot be read.
    public mutating func advance() throws -> Bool {
        while try nextLine() {
            if !isOpen {
                try begin()
                continue
            }
            if lines.line.count > 0, lines.line[0] == 0x23 {
                try end()
                continue
            }
            // A writer that was stopped may leave half a row behind.
            guard lines.isTerminated else {
                // Damage behind it is the better reason.
                _ = try nextLine()
                throw stopped
            }
            guard !lines.isCut else { throw failure("row of over \(Self.maximumRow) bytes") }
            hash.update(lines.lineWithEnd)
            rows += 1
            return true
        }
        if isOpen || lines.number == 0 { throw stopped }
        if streamNumber == 0 {
            throw StreamFailure(
                "\(name): not a stream: no '\(kind.firstLine)'; run \(kind.maker) first")
        }
        return false
    }

    /// Moves to the next line; damage is told with how far the stream was read.
    private mutating func nextLine() throws(IOFailure) -> Bool {
        do throws(IOFailure) {
            return try lines.advance()
        } catch {
            throw IOFailure(error.kind, "\(error.description) after \(lines.number) lines")
        }
    }

    private var stopped: StreamFailure {
        StreamFailure("\(name): no end line: upstream stopped; look at its message")
    }

    private mutating func begin() throws {
        let first = lines.line.text
        guard let found = kinds.first(where: { $0.firstLine == first }) else {
            throw wrongStart(first)
        }
        kind = found
        guard try nextLine() else { throw failure("no line of column names") }
        columns = lines.line.text.split(separator: "\t", omittingEmptySubsequences: false)
            .map(String.init)
        streamNumber += 1
        isOpen = true
        hash = XXH64()
        rows = 0
    }

    private func wrongStart(_ first: String) -> StreamFailure {
        let kind = kinds.first ?? kind
        if streamNumber > 0 { return failure("a line after the end line") }
        let words = first.split(separator: " ")
        guard words.count == 3, words[0] == "#polku" else {
            return failure("not a stream: no '\(kind.firstLine)'; run \(kind.maker) first")
        }
        guard words[1] == kind.rawValue else {
            return failure(
                "a stream of \(words[1]), not of \(kind.rawValue); run "
                    + (kind == .events ? "funnelstats on it" : "sessionize first"))
        }
        return failure("stream version \(words[2]); this program reads \(StreamKind.version)")
    }

    private mutating func end() throws {
        guard var end = StreamEnd(line: lines.line.text) else {
            throw failure("a line that begins with # and is no end line")
        }
        guard end.isComplete else {
            throw failure("the stream says complete=false: its input was damaged; look upstream")
        }
        guard end.rows == rows else {
            throw failure("the end line counts \(end.rows) rows, \(rows) are here")
        }
        guard end.checksum == nil || end.checksum == hash.digest else {
            throw failure("the rows do not match the checksum of the end line")
        }
        end.checksum = hash.digest
        ends.append(end)
        endedKinds.append(kind)
        isOpen = false
    }

    private func failure(_ text: String) -> StreamFailure {
        StreamFailure("\(name):\(lines.number): \(text)")
    }
}
