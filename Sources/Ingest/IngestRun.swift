import Events
import ByteIO
import StageSupport
import Rows

/// One run: inputs in order, their blocks to workers, rows out in the order of the lines.
struct IngestRun: ~Copyable {
    let plan: IngestPlan
    var sink: RowSink
    var progress: Progress
    var reports: [InputReport] = []
    /// Why the run fails, as far as it is known by now.
    var problems: [String] = []
    /// The keys of the first input that has any, for messages.
    var keys: [String] = []
    /// Bytes of the inputs that are done, before inflating.
    var doneBytes = 0
    private var metrics = Metrics(program: "ingest")
    private var summaryFile: OutputFile?
    private var metricsFile: OutputFile?

    /// Creates all outputs, so that a bad one is told before work.
    init(_ plan: IngestPlan) throws {
        try plan.check()
        func created(_ path: String?) throws(IOFailure) -> OutputFile? {
            guard let path else { return nil }
            return try OutputFile.creating(path)
        }
        var rejects: RejectFile?
        if let path = plan.rejects { rejects = try RejectFile(creating: path) }
        let summary = try created(plan.summary)
        let metrics = try created(plan.metrics)
        let stream = try StreamWriter(
            try .named(plan.output), kind: .events,
            columns: EventColumn.allCases.map(\.name))
        let duplicates = Deduplicator(
            mode: plan.rules.dedupe, memory: plan.memory, folder: plan.temporaryFolder)
        self.init(
            plan: plan,
            sink: RowSink(
                stream: stream, rejects: rejects, duplicates: duplicates, key: plan.rules.key),
            summaryFile: summary, metricsFile: metrics)
    }

    private init(
        plan: IngestPlan, sink: consuming RowSink, summaryFile: consuming OutputFile?,
        metricsFile: consuming OutputFile?
    ) {
        self.plan = plan
        self.sink = sink
        self.summaryFile = summaryFile
        self.metricsFile = metricsFile
        progress = Progress("ingest", total: Inputs.byteCount(of: plan.names), mode: plan.progress)
    }

    /// Reads everything and completes the outputs; the ledger.
    ///
    /// Throws exit 65 for damaged inputs and too many rejects, 70 where the counts do not add up, 74
    /// where reading or writing fails.
    mutating func go() throws -> Ledger {
        if let replay = plan.replay {
            try read(replay: replay)
        } else {
            try readInputs()
        }
        progress.clear()
        let ledger = sink.ledger
        guard ledger.isBalanced, ledger.events == sink.rows else {
            throw Failure(.selfCheck, "the ledger does not add up: \(ledger.text)")
        }
        checkLimit()
        try complete()
        guard problems.isEmpty else {
            throw Failure(.damagedInput, problems.joined(separator: "; "))
        }
        return ledger
    }

    private mutating func readInputs() throws {
        var queue = InputQueue(plan)
        defer { queue.cancel() }
        for (index, input) in queue.inputs.enumerated() {
            if let first = input.first {
                skip(input.path, sameAs: first)
            } else if let steps = queue.steps(of: index) {
                try read(input.path, steps)
            } else {
                try read(input.path)
            }
        }
    }

    private mutating func skip(_ path: String, sameAs first: String) {
        var report = InputReport(name: path)
        report.state = .duplicate
        report.remark = "the same file as \(first)"
        say("\(path) is the same file as \(first); counted once")
        reports.append(report)
    }

    /// What a user would want to know of a run that succeeded.
    var doubts: [String] {
        var found: [String] = []
        for report in reports where report.isLost && sink.ledger.rejected < sink.ledger.lines {
            let lines = report.rejected == 1 ? "the only line" : "all \(report.rejected) lines"
            found.append(
                "\(report.name): \(lines) rejected: "
                    + "\(report.firstReject ?? "")")
        }
        // Of inputs that were not read nobody knows what they held.
        guard !reports.contains(where: { $0.state == .skipped }) else { return found }
        return found + LossReport.lines(sink.ledger, sink.tally)
    }

    /// With `-v` only.
    func say(_ text: String) {
        if plan.isVerbose { Talk.say("ingest", text) }
    }

    /// More rejects than allowed, or rejects and nothing else, is a problem of the run.
    private mutating func checkLimit() {
        let ledger = sink.ledger
        guard ledger.rejected > 0 else { return }
        let hasNothingElse = ledger.rejected + ledger.blank == ledger.lines
        guard plan.limit.isExceeded(by: ledger) || hasNothingElse else { return }
        let more = hasNothingElse ? "" : ", more than --max-rejects \(plan.limit)"
        let code = ledger.rejects.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
        problems.append(
            "\(ledger.rejected) of \(ledger.lines - ledger.blank) lines rejected\(more): "
                + sink.firstRejects.joined(separator: ", ") + RejectAdvice.text(code, keys: keys)
                + "; --rejects /dev/stderr shows them")
    }

    /// All that goes beside the rows is safe before their end line says that they are complete; then there
    /// are only names to give. Of a run that failed no output gets its name: the old ones stand.
    private mutating func complete() throws {
        let isGood = problems.isEmpty
        var files: [FinishedFile]
        do {
            files = try completeSideFiles(isGood: isGood)
        } catch {
            // Of two failures the first is told.
            _ = try? sink.finishRows(isComplete: false)
            throw error
        }
        files.append(try sink.finishRows(isComplete: isGood))
        if isGood { try FinishedFile.publish(files) }
    }

    private mutating func completeSideFiles(isGood: Bool) throws -> [FinishedFile] {
        let summary = IngestSummary(
            ledger: sink.ledger, tally: sink.tally, inputs: reports, problems: problems,
            hasPublicKey: plan.rules.key.isPublic)
        var files = [try sink.finishRejects()]
        try summaryFile?.write(summary.json)
        files.append(try summaryFile?.complete())
        if isGood, var file = metricsFile.take() {
            summary.add(to: &metrics)
            files.append(try metrics.finish(&file))
        }
        return files.compactMap { $0 }
    }
}
