public import BasicContainers
public import ByteIO

/// Writes rows of a stream through one buffer: what is written, and hashed, is many rows at a time.
///
/// Append a row to `row`, without its LF, then `endRow()`.
public struct RowWriter: ~Copyable {
    private static let blockSize = 1 << 18

    /// The row under way, behind rows that wait.
    public var row: UniqueArray<UInt8>
    private var stream: StreamWriter
    /// Rows that wait.
    private var waiting = 0

    public init(_ stream: consuming StreamWriter) {
        self.stream = stream
        row = UniqueArray(minimumCapacity: Self.blockSize + 4096)
    }

    /// Rows ended so far.
    public var rows: Int { stream.rows + waiting }

    /// Ends the row with LF.
    ///
    /// - Throws: `.failed` with the system's reason: a full disk, a closed descriptor.
    @inlinable
    public mutating func endRow() throws(IOFailure) {
        row.append(0x0A)
        try countRow()
    }

    /// Counts a row that was appended with its LF.
    ///
    /// - Throws: `.failed` with the system's reason: a full disk, a closed descriptor.
    public mutating func countRow() throws(IOFailure) {
        waiting += 1
        if row.count >= Self.blockSize { try flush() }
    }

    private mutating func flush() throws(IOFailure) {
        try Self.write(row, waiting, to: &stream)
        row.removeAll(keepingCapacity: true)
        waiting = 0
    }

    private static func write(
        _ rows: borrowing UniqueArray<UInt8>, _ count: Int, to stream: inout StreamWriter
    ) throws(IOFailure) {
        try stream.write(rows: rows.span, count: count)
    }

    /// Writes what waits and the end line, and completes the output, which then waits for its name.
    ///
    /// - Throws: `.failed` with the system's reason: a full disk, a closed descriptor.
    public mutating func finish(
        isComplete: Bool, extra: [String: String] = [:]
    ) throws(IOFailure) -> FinishedFile {
        try flush()
        return try stream.finish(isComplete: isComplete, extra: extra)
    }
}
