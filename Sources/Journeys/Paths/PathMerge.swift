import BasicContainers
import ByteIO
import StageSupport
package import Rows

/// Any number of path inputs as one stream of customers in the order of their bytes, cut into chunks that can be
/// counted apart from each other.
///
/// Memory: about a block an input, and `largestHeld` of one customer.
package struct PathMerge: ~Copyable {
    /// What was read of an input.
    package struct Report {
        let name: String
        /// Before inflating.
        let byteCount: Int
        package let rowCount: Int
        /// The end lines of its streams.
        package let ends: [StreamEnd]
    }

    /// A customer with more rows than this is read while the rows are counted.
    private let largestHeld: Int

    private var sources = UniqueArray<PathSource>()
    /// What is wrong with an input; the rows before it come first.
    private var problem: (any Error)?
    /// The customer who goes on.
    private var open: [UInt8]?

    /// All inputs are opened, and their first lines checked; there may be more than may be open at once. Any
    /// `blockSize` and `largestHeld` give the same customers.
    package init(
        _ paths: [String], blockSize: Int = 1 << 18, largestHeld: Int = 1 << 14
    ) throws {
        self.largestHeld = largestHeld
        for path in paths {
            sources.append(try Self.source(path, of: paths.count, blockSize))
            _ = try sources[sources.count - 1].load()
        }
    }

    /// The more inputs there are, the smaller are their blocks, so that all together take about the same memory;
    /// where they are more than may be open, each is open only while it is read.
    private static func source(
        _ path: String, of count: Int, _ blockSize: Int
    ) throws -> PathSource {
        let size = min(blockSize, max(1 << 12, (1 << 24) / count))
        guard path != "-", count > DescriptorLimit.now - DescriptorLimit.reserved else {
            return PathSource(path, try Inputs.open(path), blockSize: size)
        }
        return PathSource(
            path, try InputFile(releasing: path, chunkSize: size), blockSize: size)
    }

    /// The next chunk; nil at the end. Of a customer who goes on `more` gives the rest.
    package mutating func next() throws -> PathChunk? {
        if let problem { throw problem }
        open = nil
        do {
            return try cut()
        } catch {
            problem = error
            let rest = try take(before: nil)
            guard !rest.runs.isEmpty else { throw error }
            return rest
        }
    }

    private mutating func cut() throws -> PathChunk? {
        while true {
            for index in sources.indices where sources[index].first == nil {
                _ = try sources[index].load()
            }
            guard let bound = bound else {
                let rest = try take(before: nil)
                return rest.runs.isEmpty ? nil : rest
            }
            let isBefore = sources.indices.contains { index in
                sources[index].first.map { $0.span.order(bound.span) < 0 } ?? false
            }
            if isBefore { return try take(before: bound) }
            if heldCount(of: bound) >= largestHeld {
                open = bound
                return PathChunk(
                    runs: sources.indices.filter { sources[$0].first == bound }
                        .map { PathRun(input: $0, slices: []) }, goesOn: true)
            }
            for index in sources.indices where sources[index].last == bound {
                _ = try sources[index].load()
            }
        }
    }

    /// The customers before this one are here with all their rows; nil where all are.
    private var bound: [UInt8]? {
        var bound: [UInt8]?
        for index in sources.indices where !sources[index].isAtEnd {
            guard let last = sources[index].last else { continue }
            if bound.map({ last.span.order($0.span) < 0 }) ?? true { bound = last }
        }
        return bound
    }

    /// The rows of a customer in inputs that hold no others.
    private func heldCount(of customer: [UInt8]) -> Int {
        sources.indices.reduce(0) {
            sources[$1].first == customer && sources[$1].last == customer
                ? $0 + sources[$1].heldCount : $0
        }
    }

    private mutating func take(before bound: [UInt8]?) throws -> PathChunk {
        var runs: [PathRun] = []
        for index in sources.indices where sources[index].first != nil {
            let slices = try sources[index].take(before: bound)
            if !slices.isEmpty { runs.append(PathRun(input: index, slices: slices)) }
        }
        return PathChunk(runs: runs, goesOn: false)
    }

    /// The next rows of the customer who goes on, of one input; nil behind the last.
    mutating func more(ofInput input: Int) throws -> PathSlice? {
        guard let open else { return nil }
        return try sources[input].takeMore(of: open)
    }

    /// Bytes read so far of all inputs, before inflating.
    package var compressedCount: Int {
        sources.indices.reduce(0) { $0 + sources[$1].compressedCount }
    }

    /// What was read, in the order of the inputs.
    package var reports: [Report] { sources.indices.map { sources[$0].report } }
}
