import StatsFolder
import ByteIO
import Statistics

/// `stages.csv`, `stage_channels.csv` and `stage_experience.csv`: the journey as its owners think of it.
extension Analysis {
    /// Every stage of the journey file in its order, then the rows without one.
    func stagesTable() -> Table {
        let rows = (0...stages.count).map { stage in
            [.text(stageName(stage))] + cells(stage, stages.whole(stage))
        }
        return Table(shape: .stages, rows: rows)
    }

    /// The channels of each stage, most customers first.
    func stageChannelsTable() -> Table {
        let rows = (0...stages.count).flatMap { stage in
            sorted(stages.channels(of: stage)).map { channel, sums in
                [.text(stageName(stage)), .text(channel)] + cells(stage, sums)
            }
        }
        return Table(shape: .channels, rows: rows)
    }

    /// The stages as in `stages.csv`: whom a bad signal met there, of those who came to it.
    func experienceTable() -> Table {
        let rows = (0...stages.count).map { stage -> [Cell] in
            let all = stages.whole(stage).counts.customers
            let bad = experience.customers(stage)
            let interval = all > 0 ? Wilson(successes: bad, trials: all) : nil
            return [
                .text(stageName(stage)), .count(all), .count(bad), .rate(ratio(bad, all)),
                .rate(interval?.low), .rate(interval?.high),
            ]
        }
        return Table(shape: .experience, rows: rows)
    }

    private func sorted(
        _ channels: [(channel: Int32, sums: Stages.Sums)]
    ) -> [(name: [UInt8], sums: Stages.Sums)] {
        channels.map { (name: channel($0.channel), sums: $0.sums) }.sorted {
            let (left, right) = ($0.sums.counts.customers, $1.sums.counts.customers)
            return left == right ? $0.name.span.order($1.name.span) < 0 : left > right
        }
    }

    private func stageName(_ stage: Int) -> String {
        stage < stages.count ? facts.stages[stage] : LabelTable.unmapped
    }

    /// Nobody goes on from the last stage, nor from none.
    private func cells(_ stage: Int, _ sums: Stages.Sums) -> [Cell] {
        let counts = sums.counts
        let goesOn = stage < stages.count - 1
        return [
            .count(counts.customers), .count(counts.sessions), .count(counts.events),
            .count(counts.entered), goesOn ? .count(counts.advanced) : .missing,
            goesOn ? .rate(ratio(counts.advanced, counts.entered)) : .missing,
            goesOn ? .seconds(sums.times.quantiles([0.5])?.first) : .missing,
        ]
    }
}
