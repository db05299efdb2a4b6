import ByteIO
import Statistics

/// `stages.csv` and `stage_channels.csv`: the journey as its owners think of it.
package struct StageTables {
    private static let stageColumns: [StaticString] = [
        "stage", "customers", "sessions", "events", "entered", "advanced", "advance_rate",
        "median_s",
    ]
    private static let channelColumns: [StaticString] = [
        "stage", "channel", "customers", "sessions", "events", "entered", "advanced",
        "advance_rate", "median_s",
    ]

    let analysis: Analysis

    package init(analysis: Analysis) {
        self.analysis = analysis
    }

    /// Every stage of the journey file in its order, then the rows without one.
    package func stages() -> Table {
        let stages = analysis.stages
        let rows = (0...stages.count).map { stage in
            [.text(name(stage))] + cells(stage, stages.whole(stage))
        }
        return Table(name: "stages.csv", columns: Self.stageColumns, rows: rows)
    }

    /// The channels of each stage, most customers first.
    package func channels() -> Table {
        let stages = analysis.stages
        let rows = (0...stages.count).flatMap { stage in
            sorted(stages.channels(of: stage)).map { channel, counts in
                [.text(name(stage)), .text(channel)] + cells(stage, counts)
            }
        }
        return Table(name: "stage_channels.csv", columns: Self.channelColumns, rows: rows)
    }

    private func sorted(
        _ channels: [(channel: Int32, counts: Stages.Counts)]
    ) -> [(name: [UInt8], counts: Stages.Counts)] {
        channels.map { (name: analysis.channel($0.channel), counts: $0.counts) }.sorted {
            $0.counts.customers == $1.counts.customers
                ? $0.name.span.order($1.name.span) < 0 : $0.counts.customers > $1.counts.customers
        }
    }

    private func name(_ stage: Int) -> String {
        stage < analysis.stages.count ? analysis.facts.stages[stage] : LabelTable.unmapped
    }

    /// Nobody goes on from the last stage, nor from none.
    private func cells(_ stage: Int, _ counts: Stages.Counts) -> [Cell] {
        let goesOn = stage < analysis.stages.count - 1
        return [
            .count(counts.customers), .count(counts.sessions), .count(counts.events),
            .count(counts.entered), goesOn ? .count(counts.advanced) : .missing,
            goesOn ? .rate(ratio(counts.advanced, counts.entered)) : .missing,
            goesOn ? .seconds(counts.times.quantiles([0.5])?.first) : .missing,
        ]
    }
}
