import Journeys
import ByteIO
import StageSupport
import Rows

/// One run: outputs checked, paths read and counted, sums checked, tables written.
struct FunnelRun {
    let journey: Journey
    let journeyHash: String?
    let paths: [String]
    let style: TableStyle
    var part = Part()
    var listing = MemberListing.none

    /// Writes all tables into the folder `output`, or the funnel table to standard output; of one step's members
    /// alone their table to the file `output`. Gives the counts.
    func go(
        into output: String?, summary: String?, metrics: String?, progress: inout Progress
    ) throws -> Analysis {
        var outputs = try TableOutputs(
            output, summary: summary, metrics: metrics, style, listing: listing)
        var merge = try PathMerge(paths)
        var analysis = try Analysis(
            journey, part, isWhole: outputs.hasFolder, listsMembers: outputs.members != nil)
        let duplicates = try read(&merge, &analysis, &outputs, &progress)
        let inputs = merge.reports
        let listed = outputs.members?.rows
        try SelfCheck.check(
            analysis, rowsRead: inputs.reduce(0) { $0 + $1.rowCount }, duplicates: duplicates,
            members: listed.map { ($0, memberCount(analysis)) })
        let span = self.span(inputs, analysis)
        let manifest = Manifest(
            inputs: inputs, journeyHash: journeyHash, duplicates: duplicates, span: span)
        progress.clear()
        try outputs.write(analysis, span, manifest)
        return analysis
    }

    private func read(
        _ merge: inout PathMerge, _ analysis: inout Analysis, _ outputs: inout TableOutputs,
        _ progress: inout Progress
    ) throws -> Int {
        var cells = try MemberCells(journey)
        return try analysis.read(&merge, &progress) { member in
            if case .step(let step) = listing, !step.holds(member) { return }
            try outputs.members?.write(cells.row(member))
        }
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
        _ inputs: [PathInput.Report], _ analysis: borrowing Analysis
    ) -> LogSpan? {
        let starts = Self.times("first", of: inputs)
        let ends = Self.times("horizon", of: inputs)
        var all = analysis.times
        for time in starts + ends { all.observe(told: time) }
        return LogSpan(all.clusters())?
            .narrowed(first: starts.min(), last: ends.max())
            .narrowed(first: part.since, last: part.until)
    }

    private static func times(_ key: String, of inputs: [PathInput.Report]) -> [Int64] {
        inputs.flatMap(\.ends).compactMap { end in
            end.extra[key].flatMap { Timestamp(row: Array($0.utf8).span)?.microseconds }
        }
    }
}
