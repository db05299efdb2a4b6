/// How many units took how long: one bar a bin.
struct HistogramChart: Chart {
    struct Bin {
        let start: Double
        let end: Double
        let units: Spot
    }

    struct Bar: Equatable {
        let x: Extent
        let top: Double
    }

    static let plot = (left: 4.0, right: 446.0, top: 26.0, bottom: 196.0)

    let title: String
    let summary: String
    let bins: [Bin]
    let axis: Axis
    let bars: [Bar]
    let width = 450.0
    let height = 226.0

    init(title: String, summary: String, bins: [Bin]) {
        self.title = title
        self.summary = summary
        self.bins = bins
        let range = Extent(low: Self.plot.left, high: Self.plot.right)
        let low = bins.first?.start ?? 0
        // A single time is a bin without width.
        axis = Axis(domain: Extent(low: low, high: max(bins.last?.end ?? 1, low + 1)), range: range)
        bars = Self.layout(bins.map { ($0.start, $0.end, $0.units.value) }, axis)
    }

    /// Bins have one width, so that heights and areas tell the same.
    static func layout(
        _ bins: [(start: Double, end: Double, units: Double)], _ axis: Axis
    ) -> [Bar] {
        let most = max(bins.map(\.units).max() ?? 0, 1)
        return bins.map { bin in
            Bar(
                x: Extent(low: axis.position(bin.start), high: axis.position(bin.end)),
                top: plot.bottom - bin.units / most * (plot.bottom - plot.top))
        }
    }

    func draw(into svg: inout HTML) {
        for (bin, bar) in zip(bins, bars) {
            svg.mark(
                "rect",
                [
                    .literal("class", "bar"), .length("x", bar.x.low + 0.5), .length("y", bar.top),
                    .length("width", max(bar.x.length - 1, 0.5)),
                    .length("height", Self.plot.bottom - bar.top), .literal("data-mark", "height"),
                    bin.units.reference.map { .csv($0) } ?? .value(bin.units.value),
                ])
            let words = Figure.short.text(bin.units.value)
            guard bar.x.length > Label.width(words, size: 12) + 2 else { continue }
            svg.label(
                words, x: (bar.x.low + bar.x.high) / 2, y: bar.top - 5, .literal("class", "m"))
        }
        svg.stroke(
            (Self.plot.left, Self.plot.bottom), (Self.plot.right, Self.plot.bottom),
            .literal("class", "base"))
        for tick in ticks { drawTick(tick, &svg) }
    }

    /// Four of the edges at most.
    private var ticks: [Double] {
        let edges = bins.map(\.start) + (bins.last.map { [$0.end] } ?? [])
        guard let first = edges.first, let last = edges.last, last > first else {
            return Array(edges.prefix(1))
        }
        return edges.count < 3 ? [first, last] : [first, edges[edges.count / 2], last]
    }

    private func drawTick(_ tick: Double, _ svg: inout HTML) {
        let x = axis.position(tick)
        let anchor: StaticString =
            x < Self.plot.left + 40 ? "start" : x > Self.plot.right - 40 ? "end" : "middle"
        svg.stroke((x, Self.plot.bottom), (x, Self.plot.bottom + 5), .literal("class", "base"))
        svg.label(
            DurationText.text(tick), x: x, y: Self.plot.bottom + 20, .literal("class", "s"),
            .literal("text-anchor", anchor))
    }
}
