import ByteIO
import Formats
import Synchronization

/// Parsers for the blocks of one input, handed from worker to worker so that what they learned of the
/// log is kept.
///
/// Where lines depend on lines before them there is one parser, and the blocks wait for their turn.
final class ParserPool: Sendable {
    let isSequential: Bool

    private let format: Format
    private let idle = Mutex<[BlockParser]>([])

    init(format: Format) {
        self.format = format
        isSequential = BlockParser(format: format).isSequential
    }

    func parse(_ block: Block, isLast: Bool) -> ParsedBlock {
        var parser = idle.withLock { $0.popLast() } ?? BlockParser(format: format)
        let parsed = parser.parse(block, isLast: isLast)
        idle.withLock { $0.append(parser) }
        return parsed
    }
}
