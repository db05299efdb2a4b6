import Journeys
import ByteIO
import StageSupport
import Rows

/// One run: outputs checked, paths or partials counted, sums checked, tables or a partial written.
struct FunnelRun {
    let journey: Journey
    let journeyHash: String?
    let paths: [String]
    let style: TableStyle
    var part = Part()
    var listing = MemberListing.none
    /// Threads that count, and make tables.
    var jobs = 1
    /// Whether `paths` are partials.
    var mergesPartials = false
    /// The hash of the rules of a partial that is read or written.
    var rules = ""

    /// Where a run writes.
    struct Targets {
        /// A folder for all tables, or of one step's members alone their table; nil for the funnel table on standard
        /// output.
        var output: String?
        /// Takes the counts instead of all that.
        var partial: String?
        var summary: String?
        var metrics: String?
    }

    /// Gives the counts.
    func go(into targets: Targets, progress: inout Progress) throws -> FinishedAnalysis {
        var outputs = try TableOutputs(targets, style, listing: listing)
        var analysis = try Analysis(
            journey, part, isWhole: outputs.hasAll, listsMembers: outputs.members != nil,
            tellsCustomers: mergesPartials || targets.partial != nil)
        let inputs =
            mergesPartials
            ? try merge(into: &analysis, &progress)
            : try read(into: &analysis, &outputs, &progress)
        let listed = outputs.members?.rows
        try SelfCheck.check(
            analysis, rowsRead: inputs.reduce(0) { $0 + $1.rowCount },
            duplicates: analysis.duplicateCount,
            members: listed.map { ($0, memberCount(analysis)) })
        let span = self.span(inputs, analysis)
        let manifest = Manifest(
            inputs: inputs, journeyHash: journeyHash, duplicates: analysis.duplicateCount,
            span: span)
        progress.clear()
        let finished = FinishedAnalysis(analysis)
        if targets.partial != nil {
            let text = PartialFile.text(of: finished.counts, inputs, rules: rules)
            try outputs.write(partial: text, finished.counts, manifest)
        } else {
            try outputs.write(finished, span, manifest, jobs: jobs)
        }
        return finished
    }

    private func read(
        into analysis: inout Analysis, _ outputs: inout TableOutputs, _ progress: inout Progress
    ) throws -> [PathMerge.Report] {
        var merge = try PathMerge(paths)
        var cells = try MemberCells(journey)
        try analysis.read(&merge, &progress, jobs: jobs) { member in
            if case .step(let step) = listing, !step.holds(member) { return }
            try outputs.members?.write(cells.row(member))
        }
        return merge.reports
    }

    private func merge(
        into analysis: inout Analysis, _ progress: inout Progress
    ) throws -> [PathMerge.Report] {
        var merge = PartialMerge(rules: rules)
        for path in paths {
            progress.update(bytes: 0, rows: analysis.rowCount, rejected: 0)
            let name = path == "-" ? "stdin" : path
            try merge.add(try Self.bytes(of: path), named: name, to: &analysis)
        }
        analysis.finish()
        return merge.inputs
    }

    /// All bytes of a partial; of what does not begin as one, which may have no end, only the first.
    private static func bytes(of path: String) throws(IOFailure) -> [UInt8] {
        var input = try Inputs.open(path)
        let magic = Array(PartialFile.magic.utf8)
        var first = [UInt8](repeating: 0, count: magic.count)
        var count = 0
        while count < first.count {
            let more = try input.read(into: &first, at: count)
            if more == 0 { break }
            count += more
        }
        return first == magic ? first + (try input.bytes() ?? []) : Array(first[..<count])
    }

    /// How many members there are to list.
    private func memberCount(_ analysis: borrowing Analysis) -> Int {
        if case .step(let step) = listing { return step.count(in: analysis) }
        return analysis.memberCount
    }

    /// From the earliest time that the streams tell to have read to the latest horizon, or from the first
    /// row to the last: wrong clocks aside, those that are so only among the rows of all streams too. No
    /// further than the part.
    private func span(
        _ inputs: [PathMerge.Report], _ analysis: borrowing Analysis
    ) -> LogSpan? {
        let starts = Self.times("first", of: inputs)
        let ends = Self.times("horizon", of: inputs)
        var all = analysis.times
        for time in starts + ends { all.observe(told: time) }
        return LogSpan(all.clusters())?
            .narrowed(first: starts.min(), last: ends.max())
            .narrowed(first: part.since, last: part.until)
    }

    private static func times(_ key: String, of inputs: [PathMerge.Report]) -> [Int64] {
        inputs.flatMap(\.ends).compactMap { end in
            end.extra[key].flatMap { Timestamp(row: Array($0.utf8).span)?.microseconds }
        }
    }
}
