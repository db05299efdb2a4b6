import ByteIO
import Formats
import Synchronization

/// Parsers for the blocks of one input, handed from worker to worker so that what they learned of the
/// log is kept.
final class ParserPool: Sendable {
    private let format: Format
    private let idle = Mutex<[BlockParser]>([])

    init(format: Format) { self.format = format }

    func parse(_ block: Block) -> ParsedBlock {
        var parser = idle.withLock { $0.popLast() } ?? BlockParser(format: format)
        let parsed = parser.parse(block)
        idle.withLock { $0.append(parser) }
        return parsed
    }
}
