package import ByteIO
import Rows
import StageSupport

/// Puts the states of the parts of a log together to one.
///
/// All must hold the same record: times, streams and options of the whole. Rows stand in the order of the
/// parts; within one, in that of its input.
package struct StateJoin: ~Copyable {
    private var held: HeldRows
    private var record: StateRecord?

    package init(memory: Int, folder: SpillFolder) {
        held = HeldRows(memory: memory, folder: folder)
    }

    /// Adds the state of a part.
    ///
    /// - Throws: exit 65 for a damaged one, or one of another log.
    package mutating func read(_ path: String) throws {
        var reader = RowReader(try Inputs.open(path), kinds: [.state, .carried])
        while try reader.advance() {
            guard reader.columns == KeptParts.columns(of: reader.kind), !reader.block.isRagged
            else {
                throw Failure(.damagedInput, "\(path): not the columns that Polku writes")
            }
            for row in 0..<reader.block.rows {
                if reader.kind == .carried {
                    try held.add(session: reader.block.row(row))
                } else {
                    try held.add(kept: reader.block.row(row))
                }
            }
        }
        for (end, kind) in zip(reader.ends, reader.endedKinds) where kind == .state {
            guard let found = StateRecord(end.extra) else {
                throw Failure(.damagedInput, "\(path): the end line of the state is damaged")
            }
            guard found == record ?? found else {
                throw Failure(.damagedInput, "\(path): a state of another log than the first's")
            }
            record = found
        }
    }

    /// Writes the whole state.
    package consuming func finish(into output: consuming OutputFile) throws -> FinishedFile {
        guard let record else { throw Failure(.damagedInput, "no state of sessionize") }
        try held.write(to: &output, record)
        return try output.complete()
    }
}
