public import ByteIO

/// Writes a stream: its first two lines, rows that are counted and hashed, its end line.
public struct StreamWriter: ~Copyable {
    private var output: OutputFile
    private var hash = XXH64()
    /// Rows written so far.
    public private(set) var rows = 0

    /// Writes the first two lines.
    public init(
        _ output: consuming OutputFile, kind: StreamKind, columns: [String]
    ) throws(IOFailure) {
        self.output = output
        try self.output.write("\(kind.firstLine)\n\(columns.joined(separator: "\t"))\n")
    }

    /// Writes `count` whole rows, each with its LF.
    public mutating func write(rows block: Span<UInt8>, count: Int) throws(IOFailure) {
        hash.update(block)
        rows += count
        try output.write(block)
    }

    /// Writes `count` whole rows, each with its LF.
    public mutating func write(rows block: [UInt8], count: Int) throws(IOFailure) {
        try write(rows: block.span, count: count)
    }

    /// Hands everything to the system, so that the next stage can go on.
    public mutating func flush() throws(IOFailure) { try output.flush() }

    /// Writes the end line and completes the output, which then waits for its name.
    ///
    /// - Throws: `.failed` with the system's reason: a full disk, a closed descriptor.
    public mutating func finish(
        isComplete: Bool, extra: [String: String] = [:]
    ) throws(IOFailure) -> FinishedFile {
        let end = StreamEnd(rows: rows, isComplete: isComplete, checksum: hash.digest, extra: extra)
        try output.write(end.line + "\n")
        return try output.complete()
    }
}
