public import ByteIO

/// The rows of one input that holds one stream or several, one after another; a block at a time.
///
/// `while try reader.advance() { use(reader.block) }`. Headers, end lines, counts and checksums are
/// checked; columns are found by name. Each stream may have its own columns. A row with another number
/// of fields than its stream has columns comes alone, as a ragged block: what it means is the caller's.
public struct RowReader: ~Copyable {
    /// Rows longer than this are no rows of ours, in bytes.
    public static let maximumRow = RowBlock.maximumLine

    /// The rows at hand; all belong to one stream.
    public private(set) var block: RowBlock
    /// The kind of the stream that the rows belong to.
    public private(set) var kind: StreamKind
    /// The columns of the stream that the rows belong to.
    public private(set) var columns: [String] = []
    /// Counts the streams begun so far; a change means other columns.
    public private(set) var streamNumber = 0
    /// The end lines read so far, each with the checksum of its rows.
    public private(set) var ends: [StreamEnd] = []
    /// The kinds of the streams that ended, as in `ends`.
    public private(set) var endedKinds: [StreamKind] = []

    private let kinds: [StreamKind]
    private var input: InputFile
    private var hash = XXH64()
    private var rows = 0
    private var isOpen = false
    /// Lines before the rows at hand, and with them.
    private var linesBefore = 0
    private var lines = 0
    private var isAtEnd = false
    private var damage: IOFailure?

    /// Reads streams of these kinds; messages speak of the first. Any `blockSize` gives the same rows.
    public init(
        _ input: consuming InputFile, kinds: [StreamKind], blockSize: Int = 1 << 18
    ) {
        self.input = input
        self.kinds = kinds
        kind = kinds.first ?? .events
        block = RowBlock(size: blockSize)
    }

    public init(_ input: consuming InputFile, kind: StreamKind, blockSize: Int = 1 << 18) {
        self.init(input, kinds: [kind], blockSize: blockSize)
    }

    public var name: String { input.name }
    /// Bytes read so far, before inflating.
    public var compressedCount: Int { input.compressedCount }
    /// The number of a row's line in the input, from 1.
    public func lineNumber(of row: Int) -> Int { linesBefore + row + 1 }

    /// Moves to the next rows; false after the last stream's end line.
    ///
    /// `wholeGroups` keeps rows whose first field is the same together: only more of them than a block
    /// holds, and those around a ragged row, come in several blocks.
    ///
    /// Throws a `StreamFailure` for a stream that is cut, changed, of another kind or version, and an
    /// `IOFailure` for an input that cannot be read; the rows before were handed out.
    public mutating func advance(wholeGroups: Bool = false) throws -> Bool {
        while true {
            if isOpen, block.findRows(columns: columns.count) {
                if wholeGroups { block.leaveLastGroup() }
                countRows()
                return true
            }
            switch nextLine() {
            case .notHere: continue
            case .none: return try finish()
            case .taken where !isOpen: try begin()
            case .taken where block.row(0).count > 0 && block.row(0)[0] == 0x23: try end()
            case .taken:
                // A writer that was stopped may leave half a row behind.
                guard block.isTerminated else { throw stopped }
                guard !block.isCut else { throw failure("row of over \(Self.maximumRow) bytes") }
                block.splitLine(columns: columns.count)
                lines -= 1
                countRows()
                return true
            }
        }
    }

    /// Gives the rows at hand away; `advance` goes on behind them.
    public mutating func takeRows() -> RowBlock { block.takeRows() }

    private mutating func countRows() {
        linesBefore = lines
        lines += block.rows
        rows += block.rows
        hash.update(block)
    }

    private enum NextLine { case taken, notHere, none }

    /// Takes the line that comes next, or reads on. Damage counts when all before it was handed out.
    private mutating func nextLine() -> NextLine {
        var isTaken = block.takeLine()
        if !isTaken {
            if isAtEnd {
                guard block.pending > 0 else { return .none }
                block.takeRest()
                isTaken = true
            } else {
                isTaken = block.pending > Self.maximumRow
                do throws(IOFailure) {
                    if isTaken {
                        try block.takeLongLine(from: &input)
                    } else {
                        isAtEnd = try !block.fill(from: &input)
                    }
                } catch {
                    damage = error
                    isAtEnd = true
                }
            }
        }
        if isTaken { lines += 1 }
        return isTaken ? .taken : .notHere
    }

    private func finish() throws -> Bool {
        if isOpen || damage != nil || lines == 0 { throw stopped }
        guard streamNumber > 0 else {
            throw StreamFailure(
                "\(name): not a stream: no '\(kind.firstLine)'; run \(kind.maker) first")
        }
        return false
    }
}

// Headers and end lines.
extension RowReader {
    private mutating func begin() throws {
        let first = block.row(0).text
        guard let found = kinds.first(where: { $0.firstLine == first }) else {
            throw wrongStart(first)
        }
        var next = NextLine.notHere
        while next == .notHere { next = nextLine() }
        guard next == .taken else {
            throw damage == nil ? failure("no line of column names") : stopped
        }
        kind = found
        columns = block.row(0).text.split(separator: "\t", omittingEmptySubsequences: false)
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
        guard var end = StreamEnd(line: block.row(0).text) else {
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

    /// Why no more comes: damage, with how far the stream was read, or a stream that just ends.
    private var stopped: any Error {
        if let damage {
            return IOFailure(damage.kind, "\(damage.description) after \(lines) lines")
        }
        return StreamFailure("\(name): no end line: upstream stopped; look at its message")
    }

    /// At the line that was taken last.
    private func failure(_ text: String) -> StreamFailure {
        StreamFailure("\(name):\(lines): \(text)")
    }
}
