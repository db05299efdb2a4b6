package import ByteIO
package import Formats
import Synchronization
package import Rows

/// Parsers for the blocks of one input, handed from worker to worker so that what they learned of the
/// log is kept.
///
/// Where lines depend on lines before them there is one parser, and the blocks wait for their turn.
package final class ParserPool: Sendable {
    package let isSequential: Bool

    private let input: Detection
    private let rules: IngestRules
    private let idle: Mutex<[BlockParser]>

    package init(_ input: Detection, rules: IngestRules) {
        self.input = input
        self.rules = rules
        let first = BlockParser(input, rules: rules)
        isSequential = first.isSequential
        idle = Mutex([first])
    }

    package func parse(_ block: Block, isLast: Bool, after previous: Timestamp? = nil)
        -> ParsedBlock
    {
        var parser =
            idle.withLock { $0.popLast() } ?? BlockParser(input, rules: rules)
        let parsed = parser.parse(block, isLast: isLast, after: previous)
        idle.withLock { $0.append(parser) }
        return parsed
    }
}
