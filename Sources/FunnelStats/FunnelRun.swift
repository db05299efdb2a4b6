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
    let listsMembers: Bool

    /// Writes all tables into `folder`, or the funnel table to standard output. Gives the counts.
    func go(
        into folder: String?, summary: String?, metrics: String?, progress: inout Progress
    ) throws -> Analysis {
        var outputs = try TableOutputs(
            folder: folder, summary: summary, metrics: metrics, style, listsMembers: listsMembers)
        var merge = try PathMerge(paths)
        var analysis = try Analysis(journey, isWhole: folder != nil)
        let duplicates = try analysis.read(&merge, &progress) { funnel, unit, held, outcome in
            let name = journey.funnels[funnel].name
            try outputs.members?.write(Self.member(name, unit, held, outcome))
        }
        let inputs = merge.reports
        try SelfCheck.check(
            analysis, rowsRead: inputs.reduce(0) { $0 + $1.rowCount }, duplicates: duplicates,
            members: outputs.members?.rows)
        let span = Self.span(inputs, analysis)
        let manifest = Manifest(
            inputs: inputs, journeyHash: journeyHash, duplicates: duplicates, span: span)
        progress.clear()
        try outputs.write(analysis, span, manifest)
        return analysis
    }

    /// From the earliest time that the streams tell to have read to the latest horizon, or from the first
    /// row to the last: wrong clocks aside, those that are so only among the rows of all streams too.
    private static func span(
        _ inputs: [PathInput.Report], _ analysis: borrowing Analysis
    ) -> LogSpan? {
        let starts = times("first", of: inputs)
        let ends = times("horizon", of: inputs)
        var all = analysis.times
        for time in starts + ends { all.observe(told: time) }
        return LogSpan(all.clusters())?.narrowed(first: starts.min(), last: ends.max())
    }

    private static func times(_ key: String, of inputs: [PathInput.Report]) -> [Int64] {
        inputs.flatMap(\.ends).compactMap { end in
            end.extra[key].flatMap { Timestamp(row: Array($0.utf8).span)?.microseconds }
        }
    }

    private static func member(
        _ funnel: String, _ unit: [UInt8], _ held: [UInt8], _ outcome: Outcome
    ) -> [Cell] {
        func time(_ time: Int64) -> Cell {
            .id(Array(Timestamp(microseconds: time).text.utf8))
        }
        return [
            .text(funnel), .id(unit), .id(held), .count(outcome.depth), time(outcome.start),
            time(outcome.times[outcome.depth - 1]),
        ]
    }
}
