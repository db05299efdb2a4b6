import ByteIO
import StageSupport

/// Analyses of one set of rules, handed from worker to worker: as many as count at once, and together they have
/// counted all.
final class AnalysisPool: Sendable {
    /// What became of a chunk.
    struct Counted: Sendable {
        let rows: Int
        let members: [Member]
    }

    /// One at a time uses it.
    private final class Shared: Sendable {
        let analysis: Mutex<Analysis?>

        init(_ analysis: consuming Analysis) { self.analysis = Mutex(analysis) }
    }

    private let make: @Sendable () throws(Failure) -> Analysis
    private let idle = Mutex<[Shared]>([])

    init(_ make: @escaping @Sendable () throws(Failure) -> Analysis) { self.make = make }

    /// Counts a chunk in an analysis that nobody else uses.
    func count(_ chunk: PathChunk) -> Result<Counted, any Error> {
        Result {
            let shared = try idle.withLock { $0.popLast() } ?? Shared(try make())
            defer { idle.withLock { $0.append(shared) } }
            return try shared.analysis.withLock { analysis in
                var members: [Member] = []
                let before = analysis?.rowCount ?? 0
                try analysis?.count(chunk) { members.append($0) }
                return Counted(rows: (analysis?.rowCount ?? 0) - before, members: members)
            }
        }
    }

    /// Gives the next analysis away; nil where none is left.
    func take() -> Analysis? {
        guard let shared = idle.withLock({ $0.popLast() }) else { return nil }
        return shared.analysis.withLock { $0.take() }
    }
}
