import Events
import ByteIO
import Formats
import StageSupport
import Rows

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
        guard let found = detect(first, &report) else { return }
        if reports.isEmpty { try checkMapping(found) }
        report.format = found.format.rawValue
        let parsers = ParserPool(found, rules: plan.rules)
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
    private mutating func detect(
        _ block: Block, _ report: inout InputReport
    ) -> Detection? {
        do throws(DetectionError) {
            let found = try InputSample(block.bytes).detect(
                as: plan.format, options: plan.rules.decoding)
            return found
        } catch {
            fail(&report, .skipped, error.message(for: report.name == "stdin" ? "-" : report.name))
            return nil
        }
    }

    /// A mapped key that no line of the sample has is most likely misspelled.
    private func checkMapping(_ found: Detection) throws(Failure) {
        let mapping = plan.rules.decoding.mapping
        guard found.format.hasNames, !found.seenKeys.isEmpty,
            let missing = mapping.unknownKeys(among: found.seenKeys).first
        else { return }
        let near = Nearest.name(to: missing, among: found.seenKeys)
        let hint = near.map { "; did you mean '\($0)'?" } ?? ""
        throw Failure(.usage, "--map: no line has the key '\(missing)'\(hint)")
    }
}
