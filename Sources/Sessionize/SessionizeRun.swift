import Sessions
import ByteIO
import StageSupport
import Rows

/// The files and limits of a run.
struct RunOptions {
    var output: String?
    var sessions: String?
    var quarantine: String?
    var summary: String?
    var metrics: String?
    var identities: String?
    var state: String?
    var survey: String?
    var valueEvents = ValueEvents()
    var joinsIdentities = true
    var maximumVisitors = Links.maximumVisitors
    var isVerbose = false
    var isQuiet = false
    var memory = 64 << 20
    var folder = SpillFolder(nil)
    /// The session timeout as the user wrote it, for the end line.
    var timeoutText = ""
    var progress = Progress("sessionize", total: 0, mode: .never)
}

/// One run: reads and sorts, resolves customers, cuts and delivers.
struct SessionizeRun: ~Copyable {
    let options: RunOptions
    private let rule: SessionRule
    private var record: StateRecord

    init(options: RunOptions, rule: SessionRule) {
        self.options = options
        self.rule = rule
        var words = rule.words(joinsIdentities: options.joinsIdentities)
        words["value-events"] = options.valueEvents.word
        record = StateRecord(options: words)
    }

    /// Runs, and returns what the summary says.
    mutating func go(_ inputs: Inputs) throws -> RunReport {
        // Locked from here on, so that no other run changes them between reading and writing.
        var sides = try SideFiles(options)
        var hasEarlierMap = false
        if let map = options.identities { hasEarlierMap = try isThere(map) }
        var outputs = try makeOutputs()

        var report = RunReport()
        report.zone = rule.midnight?.name ?? ""
        let intake = try readAll(inputs, &report)
        let countsLateLinks = !record.times.isEmpty || hasEarlierMap
        var links = try resolve(intake, &sides.map, &report, countsLateLinks: countsLateLinks)
        note(report)
        outputs =
            intake.isStored
            ? try cut(stored: intake, &links, outputs, &report, countsLateLinks: countsLateLinks)
            : try cut(intake.sorted, &links, outputs, &report)
        report.identity.add(links.counts)
        if !options.isQuiet { tellDoubts(report, capped: links.capped) }
        try check(report, written: outputs.rows)
        try commit(&outputs, &sides, report)
        return report
    }

    private func makeOutputs() throws -> Outputs {
        let paths = try StreamWriter(
            .named(options.output), kind: .paths, columns: PathColumn.rowNames)
        var table: OutputFile? = nil
        if let path = options.sessions { table = try .creating(path) }
        var quarantine: StreamWriter? = nil
        if let path = options.quarantine {
            let file = try OutputFile.creating(path, mode: 0o600)
            quarantine = try StreamWriter(file, kind: .paths, columns: PathColumn.rowNames)
        }
        var held: HeldRows? = nil
        if options.state != nil {
            held = HeldRows(memory: options.memory / 8, folder: options.folder)
        }
        return try Outputs(
            paths: paths, quarantine: quarantine, table: table, held: held, folder: options.folder)
    }
}

// What is read.
extension SessionizeRun {
    private mutating func readAll(
        _ inputs: Inputs, _ report: inout RunReport
    ) throws -> IntakeRows {
        var intake = try Intake(
            joinsIdentities: options.joinsIdentities, keepsMap: options.identities != nil,
            options: record.options, memory: options.memory, folder: options.folder,
            progress: options.progress)
        if let state = options.state, try isThere(state) {
            try intake.readState(state, timeout: rule.timeout)
            record = intake.record ?? record
        }
        if let map = options.identities, options.joinsIdentities, try isThere(map) {
            try intake.load(map)
        }
        intake.whole = try options.survey.map { try Survey.whole(in: $0) }
        for path in inputs.paths { try intake.read(path) }
        if options.state != nil {
            try StateRecord.refuse(intake.streams, takenIn: Set(record.streams))
        }
        report.take(intake)
        return try intake.finish()
    }

    /// Whether an earlier run left the file.
    ///
    /// - Throws: exit 64 for a pipe or device, which cannot be read and then replaced; exit 74 where that
    ///   cannot be found out.
    private func isThere(_ path: String) throws -> Bool {
        guard try Folder.exists(path) else { return false }
        guard try Folder.isFile(path) else {
            throw Failure(.usage, "\(path): not a file, and cannot be read and then replaced")
        }
        return true
    }

    /// Notes for the next run what this one read.
    private mutating func note(_ report: RunReport) {
        record.times = report.span?.clusters ?? []
        record.streams = Array(
            (record.streams + report.streams).suffix(StateRecord.maximumStreams))
    }

    private func resolve(
        _ intake: borrowing IntakeRows, _ map: inout StreamWriter?, _ report: inout RunReport,
        countsLateLinks: Bool
    ) throws -> Links {
        guard options.joinsIdentities else {
            report.identity.users = try intake.countUsers(memory: options.memory / 8)
            return try Links(
                namesakesIn: intake.edges, memory: options.memory / 8, folder: options.folder)
        }
        var block: [UInt8] = []
        var writer = map.take()
        let links = try Links(
            edges: intake.edges, limit: options.maximumVisitors,
            // Rows that are stored take more than half of all memory.
            memory: options.memory / (intake.isStored ? 16 : 4),
            folder: options.folder,
            countsLateLinks: countsLateLinks
        ) { visitor, user, first, last in
            // The map is of visitors.
            guard writer != nil, !visitor.isEmpty else { return }
            block.removeAll(keepingCapacity: true)
            IdentityMap.write(visitor, user, first, last, to: &block)
            try writer?.write(rows: block.span, count: 1)
        }
        map = writer
        return links
    }
}

// What is written.
extension SessionizeRun {
    /// Cuts rows that are in memory.
    private func cut(
        stored intake: consuming IntakeRows, _ links: inout Links, _ outputs: consuming Outputs,
        _ report: inout RunReport, countsLateLinks: Bool
    ) throws -> Outputs {
        var meetings: Set<SessionStart> = []
        let rows = try intake.stored(
            &links, joinsIdentities: options.joinsIdentities, countsLateLinks: countsLateLinks,
            memory: options.memory / 16, folder: options.folder, meetings: &meetings)
        var cutter = makeCutter(meetings, report, outputs)
        try cutter.cut(rows) { customer in
            report.count(customer, joinsIdentities: options.joinsIdentities)
        }
        report.counts = cutter.counts
        return cutter.finish()
    }

    /// Cuts rows that are sorted by visitor, or by user where they have one.
    private func cut(
        _ rows: SortedRuns, _ links: inout Links, _ outputs: consuming Outputs,
        _ report: inout RunReport
    ) throws -> Outputs {
        var filled = BackFill()
        if !links.isEmpty {
            // Sorting, sweeping and both readers together take twice this.
            let memory = options.memory * 3 / 8
            filled = try BackFill(
                rows, &links, joinsIdentities: options.joinsIdentities, memory: memory,
                folder: options.folder)
        }
        let sorted = try SortedRows(
            rows, filled, links, joinsIdentities: options.joinsIdentities,
            memory: options.memory / 4, queue: options.memory / 16, folder: options.folder)
        var cutter = makeCutter(filled.meetings, report, outputs)
        try cutter.cut(sorted) { customer in
            report.count(customer, joinsIdentities: options.joinsIdentities)
        }
        report.counts = cutter.counts
        return cutter.finish()
    }

    private func makeCutter(
        _ meetings: Set<SessionStart>, _ report: RunReport, _ outputs: consuming Outputs
    ) -> SessionCutter {
        let delivery = Delivery(
            holdsOpenSessions: options.state != nil, earliest: report.span?.first ?? 0,
            horizon: report.span?.last ?? 0, timeout: rule.timeout,
            maximumLength: rule.maximumLength)
        return SessionCutter(
            rule: rule, valueEvents: options.valueEvents, delivery: delivery, meetings: meetings,
            outputs: outputs)
    }

    private func check(_ report: RunReport, written: Int) throws {
        let counts = report.counts
        let placed = counts.rows + counts.quarantinedRows + counts.noKey + counts.heldRows
        guard report.rows == placed, counts.rows == counts.events, counts.rows == written else {
            throw Failure(
                .selfCheck,
                "\(report.rows) rows read, \(counts.rows) delivered (\(counts.events) by sessions, "
                    + "\(written) written), \(counts.quarantinedRows) quarantined, "
                    + "\(counts.noKey) without key, \(counts.heldRows) held")
        }
    }

    /// All that goes beside the paths is safe before their end line says that they are complete; then
    /// there are only names to give, the state's last: a run that fails before changes nothing for the
    /// next one.
    private func commit(
        _ outputs: inout Outputs, _ sides: inout SideFiles, _ report: RunReport
    ) throws {
        var extra = ["timeout": options.timeoutText]
        extra["first"] = report.span.map { Timestamp(microseconds: $0.first).text }
        extra["horizon"] = report.span.map { Timestamp(microseconds: $0.last).text }
        var files: [FinishedFile]
        var state: FinishedFile?
        do {
            files = try outputs.finishSideFiles(extra)
            files += try sides.finish(report)
            state = try sides.finishState(outputs.takeHeld(), record)
        } catch {
            // Of two failures the first is told.
            _ = try? outputs.finishPaths(isComplete: false, extra)
            throw error
        }
        files.append(try outputs.finishPaths(isComplete: true, extra))
        if let state { files.append(state) }
        try FinishedFile.publish(files)
    }
}
