/// How many units took how long: one bar a bin.
struct HistogramChart: Chart {
    struct Bin {
        let start: Double
        let end: Double
        let units: Spot
    }

    /// A bar: shares of the width, and its top.
    struct Bar: Equatable {
        let x: Extent
        let top: Double
    }

    static let plot = (top: 26.0, bottom: 196.0)

    let title: String
    let summary: String
    let words: Words
    let bins: [Bin]
    let axis: Axis
    let bars: [Bar]
    let width = 450.0
    let height = 226.0

    init(title: String, summary: String, bins: [Bin], _ words: Words) {
        self.title = title
        self.summary = summary
        self.words = words
        self.bins = bins
        let low = bins.first?.start ?? 0
        // A single time is a bin without width.
        axis = Axis(
            domain: Extent(low: low, high: max(bins.last?.end ?? 1, low + 1)),
            range: Extent(low: 0, high: 1))
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

    func draw(into svg: inout HTML, _ place: Placement) {
        for (bin, bar) in zip(bins, bars) {
            let told = words.text(
                .timeTold,
                [
                    "time": .text(words.show(bin.end, .duration)),
                    "n": .text(words.show(bin.units.value, .count)),
                ])
            svg.element("g") { svg in
                svg.element("title", text: told)
                svg.mark(
                    "rect",
                    [
                        .literal("class", "bar gap"), place.at("x", bar.x.low),
                        .length("y", bar.top),
                        place.length("width", bar.x.length),
                        .length("height", Self.plot.bottom - bar.top),
                        .literal("data-mark", "height"), bin.units.source,
                    ])
            }
            let count = words.show(bin.units.value, .short)
            // Room for it where the chart is narrow, too.
            guard bar.x.length * 290 > Label.width(count, size: 12) + 2 else { continue }
            svg.label(count, place, (bar.x.low + bar.x.high) / 2, y: bar.top - 6, "m", edge: 0)
        }
        svg.level(place, from: 0, to: 1, y: Self.plot.bottom, .literal("class", "base"))
        for tick in ticks {
            let share = axis.position(tick)
            svg.upright(
                place, share, from: Self.plot.bottom, to: Self.plot.bottom + 5,
                .literal("class", "base"))
            svg.label(
                words.show(tick, .duration), place, share, y: Self.plot.bottom + 20, "s", edge: 0.1)
        }
    }

    /// Three of the edges at most.
    private var ticks: [Double] {
        let edges = bins.map(\.start) + (bins.last.map { [$0.end] } ?? [])
        guard let first = edges.first, let last = edges.last, last > first else {
            return Array(edges.prefix(1))
        }
        return edges.count < 3 ? [first, last] : [first, edges[edges.count / 2], last]
    }
}
