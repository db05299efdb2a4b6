import ByteIO
import Formats
import Synchronization

/// Parsers for the blocks of one input, handed from worker to worker so that what they learned of the
/// log is kept.
///
/// Where lines depend on lines before them there is one parser, and the blocks wait for their turn.
final class ParserPool: Sendable {
    let isSequential: Bool

    private let input: Detection
    private let idle = Mutex<[BlockParser]>([])

    init(_ input: Detection) {
        self.input = input
        isSequential = BlockParser(input).isSequential
    }

    func parse(_ block: Block, isLast: Bool) -> ParsedBlock {
        var parser = idle.withLock { $0.popLast() } ?? BlockParser(input)
        let parsed = parser.parse(block, isLast: isLast)
        idle.withLock { $0.append(parser) }
        return parsed
    }
}
