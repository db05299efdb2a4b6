public import BasicContainers

/// Records first in, first out; beyond a limit of memory they wait in a temporary file.
///
/// A record is three numbers and bytes.
public struct SpillQueue: ~Copyable {
    private static let headerLength = 28

    private let folder: SpillFolder
    private let limit: Int
    @usableFromInline var head = UniqueArray<UInt8>()
    @usableFromInline var next = 0
    private var tail = UniqueArray<UInt8>()
    private var file: SpillFile?
    /// What waits in the file, oldest first from `firstPiece`.
    private var pieces: [Range<Int>] = []
    private var firstPiece = 0
    /// Records that wait.
    public private(set) var count = 0

    /// About two times `memory` bytes are used.
    public init(memory: Int, folder: SpillFolder) {
        self.folder = folder
        limit = max(memory, 1)
    }

    public var isEmpty: Bool { count == 0 }

    /// - Throws: `.failed` where the temporary file cannot be written.
    public mutating func append(
        _ one: Int64, _ two: Int64, _ three: Int64, _ bytes: Span<UInt8>
    ) throws(IOFailure) {
        let words = (
            UInt64(bitPattern: one), UInt64(bitPattern: two), UInt64(bitPattern: three),
            UInt64(bytes.count)
        )
        tail.append(words: words, count: Self.headerLength)
        if bytes.count > 0 { tail.append(bytes) }
        count += 1
        if tail.count >= limit { try store() }
    }

    private mutating func store() throws(IOFailure) {
        if next == head.count, firstPiece == pieces.count {
            turn()
            return
        }
        let target = try openFile()
        let start = target.count
        try target.append(tail.span)
        pieces.append(start..<target.count)
        tail.removeAll(keepingCapacity: true)
    }

    private mutating func openFile() throws(IOFailure) -> SpillFile {
        if let file { return file }
        let fresh = try SpillFile(in: folder)
        file = fresh
        return fresh
    }

    private mutating func turn() {
        swap(&head, &tail)
        tail.removeAll(keepingCapacity: true)
        next = 0
    }

    /// Makes the oldest record readable; false where there is none.
    ///
    /// - Throws: `.failed` where the temporary file cannot be read.
    public mutating func load() throws(IOFailure) -> Bool {
        guard count > 0 else { return false }
        guard next == head.count else { return true }
        guard firstPiece < pieces.count, let file else {
            turn()
            return true
        }
        let piece = pieces[firstPiece]
        var bytes = [UInt8](repeating: 0, count: piece.count)
        try file.read(piece.count, at: piece.lowerBound, into: &bytes, at: 0)
        head.removeAll(keepingCapacity: true)
        head.append(bytes)
        next = 0
        firstPiece += 1
        if firstPiece == pieces.count {
            pieces.removeAll()
            firstPiece = 0
            file.removeAll()
        }
        return true
    }

    /// Number `word`, 0 to 2, of the oldest record, after `load`.
    @inlinable
    public func number(_ word: Int) -> Int64 {
        Int64(bitPattern: head.span.word64(at: next + word * 8))
    }

    /// The bytes of the oldest record, after `load`.
    public var bytes: Span<UInt8> {
        @_lifetime(borrow self)
        get {
            head.span.extracting(next + Self.headerLength..<next + length)
        }
    }

    private var length: Int { Self.headerLength + Int(head.span.word32(at: next + 24)) }

    /// Drops the oldest record, after `load`.
    public mutating func removeFirst() {
        next += length
        count -= 1
    }
}
