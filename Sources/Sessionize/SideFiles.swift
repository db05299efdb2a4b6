import ByteIO
import Rows
import Sessions
import StageSupport

/// The outputs of a run beside its paths and what goes with them: identity map, summary, metrics, state.
struct SideFiles: ~Copyable {
    var map: StreamWriter?
    private var summary: OutputFile?
    private var metrics: OutputFile?
    private var state: OutputFile?
    private var numbers = Metrics(program: Sessionize.program)

    /// Creates all of them, each locked.
    init(_ options: RunOptions) throws {
        if let path = options.state { state = try .creating(path, mode: 0o600) }
        if let path = options.identities {
            let file = try OutputFile.creating(path, mode: 0o600)
            map = try StreamWriter(file, kind: .identities, columns: IdentityMap.names)
        }
        if let path = options.summary { summary = try .creating(path) }
        if let path = options.metrics { metrics = try .creating(path) }
    }

    /// Completes the map, the summary and the metrics.
    mutating func finish(_ report: RunReport) throws -> [FinishedFile] {
        var files: [FinishedFile] = []
        if let file = try map?.finish(isComplete: true) { files.append(file) }
        try summary?.write(report.text)
        if let file = try summary?.complete() { files.append(file) }
        if var file = metrics.take() {
            report.add(to: &numbers)
            files.append(try numbers.finish(&file))
        }
        return files
    }

    /// Writes and completes the state.
    mutating func finishState(
        _ held: consuming HeldRows?, _ record: StateRecord
    ) throws -> FinishedFile? {
        guard var file = state.take(), let held else { return nil }
        try held.write(to: &file, record)
        return try file.complete()
    }
}
