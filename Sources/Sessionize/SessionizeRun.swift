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
    var identities: String?
    var state: String?
    var joinsIdentities = true
    var maximumVisitors = Links.maximumVisitors
    var isVerbose = false
    var memory = 64 << 20
    var folder = SpillFolder(nil)
    /// The session timeout as the user wrote it, for the end line.
    var timeoutText = ""
    var progress = Progress("sessionize", total: 0, mode: .never)
}

/// One run: reads and sorts, resolves customers, cuts and delivers.
struct SessionizeRun: ~Copyable {
    private let options: RunOptions
    private let rule: SessionRule
    private var record: StateRecord
    private var locks: [FileLockHolder] = []

    init(options: RunOptions, rule: SessionRule) {
        self.options = options
        self.rule = rule
        record = StateRecord(options: rule.words(joinsIdentities: options.joinsIdentities))
    }

    /// Runs, and returns what the summary says.
    mutating func go(_ inputs: Inputs) throws -> RunReport {
        for path in [options.state, options.identities] { try lock(path) }
        let hasEarlierMap = options.identities.map { Folder.exists($0) } ?? false
        var outputs = try makeOutputs()
        var summary: OutputFile? = nil
        if let path = options.summary { summary = try .creating(path) }
        var state: OutputFile? = nil
        if let path = options.state { state = try .creating(path, mode: 0o600) }
        var map: StreamWriter? = nil
        if let path = options.identities {
            let file = try OutputFile.creating(path, mode: 0o600)
            map = try StreamWriter(file, kind: .identities, columns: IdentityMap.names)
        }

        var report = RunReport()
        report.zone = rule.midnight?.name ?? ""
        let (rows, edges, delivery) = try readAll(inputs, &report)
        var links = try resolve(
            edges, &map, &report, countsLateLinks: record.horizon != nil || hasEarlierMap)
        note(report)
        let filled = try backFill(rows, &links)
        report.identity.add(links.counts)
        tellCapped(links)
        outputs = try cut(rows, filled, links, delivery, outputs, &report)
        try check(report, written: outputs.rows)
        try commit(&outputs, &map, &summary, &state, &report)
        return report
    }

    private mutating func lock(_ path: String?) throws {
        guard let path else { return }
        let name = "\(path).lock"
        guard let lock = try FileLock.taking(name) else {
            let holder = FileLock.holder(of: name).map { "process \($0)" } ?? "another run"
            throw Failure(.locked, "\(path): \(holder) holds the lock; run again when it is done")
        }
        locks.append(FileLockHolder(lock))
    }

    private func makeOutputs() throws -> Outputs {
        let paths = try StreamWriter(
            options.output.map { path throws(IOFailure) in try OutputFile.creating(path) }
                ?? OutputFile.standardOutput(),
            kind: .paths, columns: PathColumn.rowNames)
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

/// Keeps a lock to the end of the run.
private final class FileLockHolder {
    private let lock: FileLock

    init(_ lock: consuming FileLock) { self.lock = lock }
}

// What is read.
extension SessionizeRun {
    private mutating func readAll(
        _ inputs: Inputs, _ report: inout RunReport
    ) throws -> (rows: SortedRuns, edges: SortedRuns, Delivery) {
        var intake = Intake(
            joinsIdentities: options.joinsIdentities, options: record.options,
            memory: options.memory, folder: options.folder, progress: options.progress)
        if let state = options.state, Folder.exists(state) {
            try intake.readState(state, timeout: rule.timeout)
            record = intake.record ?? record
        }
        if let map = options.identities, options.joinsIdentities, Folder.exists(map) {
            try intake.load(map)
        }
        for path in inputs.paths { try intake.read(path) }
        if options.state != nil { try refuseRepeated(intake.streams) }
        var times = intake.times
        let horizon = times.horizon(previous: intake.horizon)
        report.take(intake, first: times.first, horizon: horizon)
        let delivery = Delivery(
            holdsOpenSessions: options.state != nil, earliest: times.first ?? 0,
            horizon: horizon?.time ?? 0, timeout: rule.timeout, maximumLength: rule.maximumLength)
        let (rows, edges) = try intake.finish()
        return (rows, edges, delivery)
    }

    private func refuseRepeated(_ streams: [UInt64]) throws {
        let known = Set(record.streams)
        guard let again = streams.first(where: { known.contains($0) }) else { return }
        throw Failure(
            .damagedInput,
            "the stream with checksum \(String(again, radix: 16)) was taken into the state before; "
                + "nothing was written")
    }

    /// Notes for the next run what this one read.
    private mutating func note(_ report: RunReport) {
        record.earliest = report.first
        record.horizon = report.horizon
        record.streams = Array(
            (record.streams + report.streams).suffix(StateRecord.maximumStreams))
    }

    private func resolve(
        _ edges: SortedRuns, _ map: inout StreamWriter?, _ report: inout RunReport,
        countsLateLinks: Bool
    ) throws -> Links {
        guard options.joinsIdentities else {
            var users = try edges.records(memory: options.memory / 8)
            while try users.advance() {
                if users.isNewKey { report.identity.users += 1 }
            }
            return Links()
        }
        var block: [UInt8] = []
        var writer = map.take()
        let links = try Links(
            edges: edges, limit: options.maximumVisitors, memory: options.memory / 4,
            folder: options.folder,
            countsLateLinks: countsLateLinks
        ) { visitor, user, first, last in
            guard writer != nil else { return }
            block.removeAll(keepingCapacity: true)
            IdentityMap.write(visitor, user, first, last, to: &block)
            try writer?.write(rows: block.span, count: 1)
        }
        map = writer
        return links
    }

    private func backFill(_ rows: SortedRuns, _ links: inout Links) throws -> BackFill {
        guard !links.isEmpty else { return BackFill() }
        return try BackFill(
            // Sorting, sweeping and both readers together take twice this.
            rows, &links, memory: options.memory * 3 / 8, folder: options.folder)
    }

    private func tellCapped(_ links: Links) {
        guard options.isVerbose else { return }
        for user in links.capped.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            Talk.say(
                Sessionize.program,
                "user \(user.span.text) is on more than \(options.maximumVisitors) visitors and "
                    + "collects no more")
        }
    }
}

// What is written.
extension SessionizeRun {
    private func cut(
        _ rows: SortedRuns, _ filled: BackFill, _ links: Links, _ delivery: Delivery,
        _ outputs: consuming Outputs, _ report: inout RunReport
    ) throws -> Outputs {
        var cutter = SessionCutter(
            rule: rule, delivery: delivery, meetings: filled.meetings, outputs: outputs,
            memory: options.memory / 16, folder: options.folder)
        var records = try SortedRuns.merging([rows, filled.rows], memory: options.memory / 4)
        var cursor = try LinkCursor(links, memory: options.memory / 16)
        var customer = CustomerRows()
        while try records.advance() {
            if records.isNewKey {
                if customer.isOpen { try cutter.end() }
                let link = links.isEmpty ? nil : try cursor.link(of: records.key)
                customer = CustomerRows(isMoved: link != nil)
            }
            if records.key.isEmpty {
                try cutter.addWithoutKey(records.payload)
                continue
            }
            let kind = records.order & RecordKind.mask
            let length = records.payload.count - (kind == RecordKind.marked ? 4 : 0)
            let row = records.payload.extracting(0..<length)
            guard customer.takes(row, fromSorted: records.source == 0) else { continue }
            if customer.isFirst { cutter.begin(records.key) }
            if kind == RecordKind.carried {
                try cutter.carry(row)
            } else {
                let mark = kind == RecordKind.row ? 0 : records.payload.word32(at: length)
                try cutter.add(row, time: records.time, order: records.order, mark: mark)
            }
            report.count(&customer, joinsIdentities: options.joinsIdentities)
        }
        if customer.isOpen { try cutter.end() }
        report.counts = cutter.counts
        return cutter.finish()
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

    /// Completes every output, then gives them their names, the state last: a run that fails before
    /// changes nothing for the next one.
    private func commit(
        _ outputs: inout Outputs, _ map: inout StreamWriter?, _ summary: inout OutputFile?,
        _ state: inout OutputFile?, _ report: inout RunReport
    ) throws {
        var extra = ["timeout": options.timeoutText]
        extra["first"] = report.first.map { Timestamp(microseconds: $0).text }
        extra["horizon"] = report.horizon.map { Timestamp(microseconds: $0).text }
        let held = outputs.takeHeld()
        try outputs.complete(extra)
        try map?.finish(isComplete: true)
        try summary?.write(report.text)
        try summary?.complete()
        if state != nil { try held?.write(to: &state, record) }
        try outputs.publish()
        try map?.publish()
        try summary?.publish()
        try state?.publish()
    }
}
