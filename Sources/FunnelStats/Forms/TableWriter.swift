import ByteIO
import Crypto
import Journeys
import StageSupport
import StatsFolder

/// One table on its way to standard output, or to a file beside its place; counted and hashed.
struct TableWriter: ~Copyable {
    let shape: TableShape
    private(set) var rows = 0
    private(set) var bytes = 0
    private var form: any TableForm
    private var output: OutputFile
    private var hash = SHA256()
    private var text: [UInt8] = []

    /// Writes the head.
    init(
        _ shape: TableShape, to output: consuming OutputFile, _ style: TableStyle
    ) throws {
        self.shape = shape
        self.output = output
        form = style.form
        form.begin(shape, to: &text)
        try flush()
    }

    /// Writes a row.
    mutating func write(_ cells: [Cell]) throws {
        form.append(cells, to: &text)
        rows += 1
        try flush()
    }

    private mutating func flush() throws {
        // Moved out and back: a span of a member keeps the others from changing.
        var full = text
        text = []
        hash.update(data: full)
        bytes += full.count
        try output.write(full.span)
        full.removeAll(keepingCapacity: true)
        text = full
    }

    /// Writes what is left; the file that waits for its name, and its SHA-256 in hex digits.
    mutating func complete() throws -> (file: FinishedFile, sha256: String) {
        form.end(to: &text)
        try flush()
        let file = try output.complete()
        var digits: [UInt8] = []
        for byte in hash.finalize() { digits.append(hex: byte) }
        return (file, String(decoding: digits, as: UTF8.self))
    }
}
