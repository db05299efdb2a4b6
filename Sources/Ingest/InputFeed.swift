import ByteIO
import Events
import Formats
import StageSupport

/// Reads one input and parses its blocks.
struct InputFeed: Sendable {
    /// What an input gives: first its format, then its blocks in order, then its end. Or only why there
    /// is no more.
    enum Step: Sendable {
        case failed(IOFailure)
        case unknownFormat(DetectionError)
        case format(Detection, ParserPool)
        case block(Piece)
        case end(End)
    }

    /// A block that was parsed, and the block itself where it may have to be parsed again.
    struct Piece: Sendable {
        var parsed: ParsedBlock
        var block: Block?
        var isLast: Bool
        /// Bytes of the input that were read so far, before inflating.
        var compressedCount: Int
    }

    struct End: Sendable {
        var damage: IOFailure?
        var compressedCount: Int
        var inflatedCount: Int
        /// SHA-256 of the content, in hex; empty where nobody asked for it.
        var hash: String
    }

    let path: String
    let plan: IngestPlan

    /// Reads on a thread of its own while workers parse; at most `width` steps wait. Nil where the system
    /// has no thread.
    func start(width: Int, workers: Workers) -> OrderedWork<Step>? {
        let steps = OrderedWork<Step>(width: width, workers: workers)
        let isStarted = WorkerThread.start {
            run { isInTurn, step in steps.submit(inTurn: isInTurn, step) }
            steps.finish()
        }
        return isStarted ? steps : nil
    }

    /// Hands out the steps, to be made at once or on another thread; those that come in turn one after
    /// another. Stops where `take` gives false.
    func run(_ take: (_ isInTurn: Bool, _ step: @escaping @Sendable () -> Step) -> Bool) {
        do throws(IOFailure) {
            let hash = plan.summary == nil ? nil : ContentHash()
            var blocks = BlockReader(
                try Inputs.open(path), size: 1 << 18, observe: hash.map { hash in { hash.add($0) } }
            )
            guard try hasTakenBlocks(of: &blocks, take) else { return }
            let end = End(
                damage: blocks.damage, compressedCount: blocks.compressedCount,
                inflatedCount: blocks.inflatedCount, hash: hash?.hex ?? "")
            _ = take(false) { .end(end) }
        } catch {
            _ = take(false) { .failed(error) }
        }
    }

    /// False where the input cannot be read, or nobody wants more of it.
    private func hasTakenBlocks(
        of blocks: inout BlockReader, _ take: (Bool, @escaping @Sendable () -> Step) -> Bool
    ) throws(IOFailure) -> Bool {
        guard let beginning = blocks.sample() else { return true }
        var next = blocks.next()
        let sample = InputSample(beginning, isGzip: blocks.isGzip)
        let rules = try plan.rules.reading(path, sample)
        let found: Detection
        do throws(DetectionError) {
            found = try sample.detect(as: plan.format, options: rules.decoding)
        } catch {
            _ = take(false) { .unknownFormat(error) }
            return false
        }
        let parsers = ParserPool(found, rules: rules)
        guard take(false, { .format(found, parsers) }) else { return false }
        while let block = next {
            next = blocks.next()
            let isLast = next == nil
            let count = blocks.compressedCount
            let isTaken = take(parsers.isSequential) {
                let parsed = parsers.parse(block, isLast: isLast)
                return .block(
                    Piece(
                        parsed: parsed, block: parsed.isUndecided ? block : nil, isLast: isLast,
                        compressedCount: count))
            }
            guard isTaken else { return false }
        }
        return true
    }
}
