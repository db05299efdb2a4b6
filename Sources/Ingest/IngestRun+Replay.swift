import Events
import ByteIO
import Formats
import StageSupport
import Rows

// Rejected lines once more: each keeps the file and line that it had.
extension IngestRun {
    /// Reads a file of rejects under the options of this run.
    ///
    /// Throws exit 65 where a line of it is no reject.
    mutating func read(replay path: String) throws {
        var report = InputReport(name: path)
        defer { reports.append(report) }
        report.format = "rejects"
        let hash = plan.summary == nil ? nil : ContentHash()
        // A rejected line of 1 MiB may take six times that as JSON.
        var blocks = BlockReader(
            try Inputs.open(path), maximumLine: 8 << 20,
            observe: hash.map { hash in { hash.add($0) } })
        sink.beginInput()
        var parsers: [String: SharedParser] = [:]
        while let block = blocks.next() {
            for line in block.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            where !line.isEmpty {
                report.lines += 1
                guard let reject = RejectLine(Array(line)), let raw = reject.bytes else {
                    throw Failure(.damagedInput, "\(path):\(report.lines): no line of rejects")
                }
                try replay(reject, raw, &parsers)
            }
        }
        report.bytes = blocks.inflatedCount
        report.hash = hash?.hex ?? ""
        if let damage = blocks.damage { throw damage }
    }

    private mutating func replay(
        _ reject: RejectLine, _ raw: [UInt8], _ parsers: inout [String: SharedParser]
    ) throws {
        let parser = try parsers[reject.file] ?? self.parser(for: reject, raw)
        parsers[reject.file] = parser
        let block = Block(
            bytes: reject.isCut ? raw : raw + [0x0A], offset: reject.offset, isCut: reject.isCut)
        let parsed = parser.parse(block, isLast: false)
        try sink.take(parsed, of: reject.file, after: reject.line - 1)
    }

    /// A parser for the file that the line is from. Its format is found where the file still lies,
    /// else by the line itself.
    private func parser(for reject: RejectLine, _ raw: [UInt8]) throws -> SharedParser {
        let head = Self.head(of: reject.file)
        let sample = InputSample(head?.sample ?? raw + [0x0A])
        let rules = try plan.rules.reading(reject.file, sample)
        let found: Detection
        do throws(DetectionError) {
            found = try sample.detect(as: plan.format, options: rules.decoding)
        } catch {
            throw Failure(
                .damagedInput,
                error.message(for: reject.file) + ", or let the file lie where it was")
        }
        // There may be many files with a few lines each.
        let parser = SharedParser(
            BlockParser(found, rules: rules, takesShortWay: false))
        // Columns are named by lines that are in the file alone.
        if parser.isSequential, let head {
            _ = parser.parse(head.first.lines(before: reject.line), isLast: false)
        }
        return parser
    }

    /// How a file begins, and its first block; nil where it cannot be read.
    private static func head(of path: String) -> (sample: [UInt8], first: Block)? {
        do throws(IOFailure) {
            var blocks = BlockReader(try Inputs.open(path))
            guard let sample = blocks.sample(), let first = blocks.next() else { return nil }
            return (sample, first)
        } catch {
            // The file is not needed where the format is named or its lines show it.
            return nil
        }
    }
}

extension Block {
    /// The lines of the block before line `number`, which counts from 1.
    fileprivate func lines(before number: Int) -> Block {
        var end = 0
        for _ in 1..<max(number, 1) {
            guard let feed = bytes.span.firstOffset(of: 0x0A, from: end) else { break }
            end = feed + 1
        }
        return Block(bytes: Array(bytes[..<end]), offset: offset)
    }
}
