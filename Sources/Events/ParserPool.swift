package import ByteIO
package import Formats
package import Rows

/// Parsers for the blocks of one input, handed from worker to worker so that what they learned of the
/// log is kept.
///
/// Where lines depend on lines before them there is one parser, and the blocks wait for their turn.
package final class ParserPool: Sendable {
    package let isSequential: Bool

    private let input: Detection
    private let rules: IngestRules
    private let idle: Mutex<[SharedParser]>

    package init(_ input: Detection, rules: IngestRules) {
        self.input = input
        self.rules = rules
        let first = SharedParser(BlockParser(input, rules: rules))
        isSequential = first.isSequential
        idle = Mutex([first])
    }

    package func parse(_ block: Block, isLast: Bool, after previous: Timestamp? = nil)
        -> ParsedBlock
    {
        let parser =
            idle.withLock { $0.popLast() } ?? SharedParser(BlockParser(input, rules: rules))
        let parsed = parser.parse(block, isLast: isLast, after: previous)
        idle.withLock { $0.append(parser) }
        return parsed
    }
}

/// A parser that can be handed on; one at a time uses it.
package final class SharedParser: Sendable {
    package let isSequential: Bool
    private let parser: Mutex<BlockParser>

    package init(_ parser: consuming sending BlockParser) {
        isSequential = parser.isSequential
        self.parser = Mutex(parser)
    }

    package func parse(_ block: Block, isLast: Bool, after previous: Timestamp? = nil)
        -> ParsedBlock
    {
        parser.withLock { $0.parse(block, isLast: isLast, after: previous) }
    }
}
