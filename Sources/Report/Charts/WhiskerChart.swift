/// Whiskers from the median to the ninetieth percentile, on a log axis.
enum WhiskerChart {
    struct Step {
        let name: String
        let median: Cell
        let p90: Cell
    }

    static func make(title: String, rows: [Step]) -> ForestChart {
        var look = ForestChart.Look()
        look.names = ForestChart.Look.room(for: rows.map(\.name), most: 150)
        look.columns = [("median", 82), ("p90", 82)]
        look.kind = "log-x"
        look.isWhisker = true
        let range = ForestChart.range(width: 450, look: look)
        let values = rows.flatMap { [$0.median.number, $0.p90.number].compactMap { $0 } }
        let axis = Axis(holding: values, range: range, isLog: true)
        look.ticks = axis.ticks(among: Axis.durations, gap: 62).map { ($0, DurationText.text($0)) }
        let words = rows.map {
            "\($0.name): \(Figure.duration.text($0.median.number)), "
                + "one in ten over \(Figure.duration.text($0.p90.number))"
        }
        return ForestChart(
            title: title, summary: words.joined(separator: "; "), width: 450,
            rows: rows.map(row), axis: axis, look: look)
    }

    private static func row(_ step: Step) -> IntervalRow {
        IntervalRow(
            name: step.name, value: Spot(step.median), low: Spot(step.median),
            high: Spot(step.p90),
            texts: [step.median, step.p90].map { Figure.duration.text($0.number) })
    }
}
