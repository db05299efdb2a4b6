package import ByteIO
import Rows
import StageSupport

/// Makes of event streams of single runs the stream that one run over all their inputs would write: copies
/// that several inputs have count once.
///
/// Each stream is one input, without the copies that it has in itself. Rows are compared by id, event,
/// visitor, user and time; a line without an id was given one that equal lines share (`EventIdentity`).
/// Exact, but for events sent again whose clock was corrected: each correction gives another time.
package struct StreamJoin: ~Copyable {
    private var output: StreamWriter
    private var duplicates: Deduplicator
    private let identity: EventIdentity
    /// Rows that were dropped.
    package private(set) var copies = 0

    /// `memory` bytes for what tells copies; `folder` for what is more.
    package init(
        to output: consuming OutputFile, memory: Int, folder: String
    ) throws(IOFailure) {
        self.output = try StreamWriter(
            output, kind: .events, columns: EventColumn.allCases.map(\.name))
        duplicates = Deduplicator(mode: .auto, memory: memory, folder: folder)
        identity = EventIdentity(key: .publicKey)
    }

    /// Rows written so far.
    package var rows: Int { output.rows }

    /// Joins the streams of one file, which must have the columns of `ingest` in its order.
    package mutating func read(_ path: String) throws {
        var reader = RowReader(try Inputs.open(path), kind: .events)
        var stream = 0
        var text: [UInt8] = []
        while try reader.advance() {
            if reader.streamNumber != stream {
                stream = reader.streamNumber
                duplicates.beginInput()
            }
            guard reader.columns == EventColumn.allCases.map(\.name), !reader.block.isRagged else {
                throw Failure(.damagedInput, "\(path): not the columns of ingest")
            }
            for row in 0..<reader.block.rows { try take(row, of: reader, &text) }
        }
    }

    /// Writes a row that is no copy; `text` is room for one.
    private mutating func take(
        _ row: Int, of reader: borrowing RowReader, _ text: inout [UInt8]
    ) throws(IOFailure) {
        text.removeAll(keepingCapacity: true)
        for column in [EventColumn.eventID, .event, .visitor, .user, .time] {
            text.append(reader.block.field(column.rawValue, of: row))
            text.append(0x1F)
        }
        let key = Deduplicator.Key.line(identity.digest(ofID: text.span))
        guard try !duplicates.verdict(on: key).isDuplicate else {
            copies += 1
            return
        }
        text.removeAll(keepingCapacity: true)
        text.append(reader.block.row(row))
        text.append(0x0A)
        try output.write(rows: text.span, count: 1)
    }

    package mutating func finish() throws(IOFailure) -> FinishedFile {
        try output.finish(isComplete: true)
    }
}
