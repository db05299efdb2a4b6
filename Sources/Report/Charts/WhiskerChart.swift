/// Whiskers from the median to the ninetieth percentile, on a log axis.
enum WhiskerChart {
    struct Step {
        let name: String
        let median: Cell
        let p90: Cell
    }

    static func make(title: String, rows: [Step], _ words: Words) -> ForestChart {
        var look = ForestChart.Look()
        look.heading = .columnStep
        look.names = ForestChart.Look.room(for: rows.map(\.name), most: 200)
        look.columns = [(.columnMedian, 100), (.columnP90, 100)]
        look.kind = "log-x"
        look.isWhisker = true
        let range = ForestChart.range(width: 920, look: look)
        let values = rows.flatMap { [$0.median.number, $0.p90.number].compactMap { $0 } }
        let axis = Axis(holding: values, range: range, isLog: true)
        look.ticks = axis.ticks(among: Axis.durations, gap: 90).map {
            ($0, words.show($0, .duration))
        }
        let told = rows.map {
            words.text(
                .stepTimeTold,
                [
                    "name": .text($0.name), "median": .cell($0.median, .duration),
                    "p90": .cell($0.p90, .duration),
                ])
        }
        return ForestChart(
            title: title, summary: told.joined(separator: "; "), words: words, rows: rows.map(row),
            axis: axis, look: look)
    }

    private static func row(_ step: Step) -> IntervalRow {
        IntervalRow(
            name: step.name, value: Spot(step.median), low: Spot(step.median),
            high: Spot(step.p90), numbers: [(step.median, .duration), (step.p90, .duration)])
    }
}
