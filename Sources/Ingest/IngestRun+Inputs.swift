import ByteIO
import Formats
import StageSupport
import Touchpoints

// One input after another; its blocks are parsed on all workers while the next one is inflated.
extension IngestRun {
    /// A block that was parsed, and the block itself where it may have to be parsed again.
    private struct Piece: Sendable {
        var parsed: ParsedBlock
        var block: Block?
        var isLast: Bool
    }

    mutating func read(_ path: String) throws {
        var report = InputReport(name: path == "-" ? "stdin" : path)
        defer { reports.append(report) }
        let hash = plan.summary == nil ? nil : ContentHash()
        var blocks = BlockReader(
            try Inputs.open(path), observe: hash.map { hash in { hash.add($0) } })
        sink.beginInput()
        guard let first = blocks.next() else {
            return try end(&report, blocks.damage, blocks.inflatedCount, hash)
        }
        guard let found = try format(of: first, &report) else { return }
        report.format = found.rawValue
        let parsers = ParserPool(format: found, rules: plan.rules)
        // One block at a time is under way where they have to be parsed in order.
        let work = OrderedWork<Piece>(width: parsers.isSequential ? 1 : plan.jobs * 2)
        var block: Block? = first
        var previous: Timestamp?
        while block != nil || !work.isEmpty {
            if let ready = block, !work.isFull {
                let next = blocks.next()
                let isLast = next == nil
                work.submit {
                    let parsed = parsers.parse(ready, isLast: isLast)
                    return Piece(
                        parsed: parsed, block: parsed.isUndecided ? ready : nil, isLast: isLast)
                }
                block = next
            } else if let piece = work.next() {
                try take(piece, parsers, &report, &previous)
                progress.update(
                    bytes: doneBytes + blocks.compressedCount, rows: sink.rows,
                    rejected: sink.ledger.rejected)
            }
        }
        doneBytes += blocks.compressedCount
        try end(&report, blocks.damage, blocks.inflatedCount, hash)
    }

    private mutating func take(
        _ piece: Piece, _ parsers: ParserPool, _ report: inout InputReport,
        _ previous: inout Timestamp?
    ) throws {
        var parsed = piece.parsed
        if let block = piece.block, let last = previous, let first = parsed.firstTime, last > first
        {
            parsed = parsers.parse(block, isLast: piece.isLast, after: last)
        }
        if let last = previous, let first = parsed.firstTime, first < last {
            sink.countOutOfOrder()
        }
        previous = parsed.lastTime ?? previous
        let lines = parsed.lines
        try sink.take(parsed, of: report.name, after: report.lines)
        report.lines += lines
    }

    private mutating func end(
        _ report: inout InputReport, _ damage: IOFailure?, _ bytes: Int, _ hash: ContentHash?
    ) throws {
        report.bytes = bytes
        report.hash = hash?.hex ?? ""
        if let damage {
            guard damage.kind == .damaged else { throw damage }
            fail(&report, .damaged, "\(damage.description) after \(report.lines) lines")
        }
        say("\(report.name): \(report.lines) lines of \(report.format), \(report.state.rawValue)")
    }

    /// Notes why an input is not whole; a problem of the run, unless partial inputs are allowed.
    private mutating func fail(
        _ report: inout InputReport, _ state: InputReport.State, _ problem: String
    ) {
        report.state = state
        report.remark = problem
        if !plan.allowsPartial { problems.append(problem) }
    }
}

// Formats.
extension IngestRun {
    /// The format that was named, or the one that the first lines show; a problem where none fits.
    private mutating func format(
        of block: Block, _ report: inout InputReport
    ) throws -> Format? {
        if block.bytes.starts(with: Array("#polku ".utf8)) {
            fail(&report, .skipped, "\(report.name): already an event stream; run sessionize")
            return nil
        }
        let found = InputFormat(block, named: plan.format)
        guard let format = found.format else {
            fail(&report, .skipped, "\(report.name): \(found.problem)")
            return nil
        }
        if reports.isEmpty { try checkMapping(block, format) }
        return format
    }

    /// A mapped key that no line of the sample has is most likely misspelled.
    private func checkMapping(_ block: Block, _ format: Format) throws {
        let mapping = plan.rules.decoding.mapping
        guard !mapping.keys.isEmpty else { return }
        let seen = InputFormat.keys(in: block, format, plan.rules.decoding)
        guard !seen.isEmpty, let missing = mapping.unknownKeys(among: seen).first else { return }
        let hint = Nearest.name(to: missing, among: seen).map { "; did you mean '\($0)'?" } ?? ""
        throw Failure(.usage, "--map: no line has the key '\(missing)'\(hint)")
    }
}
