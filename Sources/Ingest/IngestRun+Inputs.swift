import Events
import ByteIO
import Formats
import StageSupport
import Rows

// One input after another: its steps are taken in order, on one thread.
extension IngestRun {
    /// What is known of the input that is being taken.
    private struct Reading {
        var report: InputReport
        var parsers: ParserPool?
        /// The time of the line before.
        var previous: Timestamp?

        init(_ path: String) { report = InputReport(name: path == "-" ? "stdin" : path) }
    }

    /// Reads, parses and writes on this thread alone.
    mutating func read(_ path: String) throws {
        var reading = Reading(path)
        defer { reports.append(reading.report) }
        sink.beginInput()
        var problem: (any Error)?
        InputFeed(path: path, plan: plan).run { _, step in
            do {
                try take(step(), &reading)
            } catch {
                problem = error
            }
            return problem == nil
        }
        if let problem { throw problem }
    }

    /// Writes what other threads read and parse.
    mutating func read(_ path: String, _ steps: OrderedWork<InputFeed.Step>) throws {
        var reading = Reading(path)
        defer { reports.append(reading.report) }
        sink.beginInput()
        while let step = steps.next() { try take(step, &reading) }
    }

    private mutating func take(_ step: InputFeed.Step, _ reading: inout Reading) throws {
        switch step {
        case .failed(let failure): throw failure
        case .unknownFormat(let error):
            let name = reading.report.name == "stdin" ? "-" : reading.report.name
            fail(&reading.report, .skipped, error.message(for: name))
        case .format(let found, let parsers):
            if reports.isEmpty { try checkMapping(found) }
            if keys.isEmpty { keys = found.seenKeys }
            reading.report.format = found.format.rawValue
            reading.parsers = parsers
        case .block(let piece):
            // Before its rows go on: the stage that reads them would draw first otherwise.
            progress.update(
                bytes: doneBytes + piece.compressedCount, rows: sink.rows,
                rejected: sink.ledger.rejected)
            try take(piece, &reading)
        case .end(let end): try take(end, &reading.report)
        }
    }

    private mutating func take(_ piece: InputFeed.Piece, _ reading: inout Reading) throws {
        var parsed = piece.parsed
        if let block = piece.block, let last = reading.previous, let first = parsed.firstTime,
            last > first, let parsers = reading.parsers
        {
            parsed = parsers.parse(block, isLast: piece.isLast, after: last)
        }
        if let last = reading.previous, let first = parsed.firstTime, first < last {
            sink.countOutOfOrder()
        }
        reading.previous = parsed.lastTime ?? reading.previous
        reading.report.count(parsed)
        let lines = parsed.lines
        try sink.take(parsed, of: reading.report.name, after: reading.report.lines)
        reading.report.lines += lines
    }

    private mutating func take(_ end: InputFeed.End, _ report: inout InputReport) throws {
        doneBytes += end.compressedCount
        report.bytes = end.inflatedCount
        report.hash = end.hash
        if let damage = end.damage {
            guard damage.kind == .damaged else { throw damage }
            fail(
                &report, .damaged,
                "\(damage.description) after \(report.lines) lines; --allow-partial keeps what was read"
            )
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

    /// A mapped key that no line of the sample has is most likely misspelled.
    private func checkMapping(_ found: Detection) throws(Failure) {
        let mapping = plan.rules.decoding.mapping
        guard let first = mapping.keys.first else { return }
        guard found.format.hasNames else {
            throw Failure(
                .usage,
                "--map: lines of \(found.format.rawValue) have no keys, so '\(first)' matches nothing"
            )
        }
        guard !found.seenKeys.isEmpty,
            let missing = mapping.unknownKeys(among: found.seenKeys).first
        else { return }
        let near =
            mapping.nested(missing, in: found.seenKeys)
            ?? Nearest.name(to: missing, among: found.seenKeys)
        let hint = near.map { "; did you mean '\($0)'?" } ?? ""
        throw Failure(.usage, "--map: no line has the key '\(missing)'\(hint)")
    }
}
