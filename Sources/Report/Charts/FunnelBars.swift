/// One bar a step, as long as the units that reached it: those who went on, those who left, and
/// those of whom that is not known yet.
struct FunnelBars: Chart {
    struct Step {
        let name: String
        let reached: Spot
        /// Missing on the last step.
        let left: Spot?
        let open: Spot?
        /// Above the bar to the right, and in one or two lines below it.
        let head: String
        let notes: [String]
    }

    /// Shares of the drawing's width.
    struct Bar: Equatable {
        let y: Double
        let reached: Double
        let left: Extent?
        let open: Extent?
    }

    static let barHeight = 24.0
    static let pitch = 88.0

    let title: String
    let summary: String
    let steps: [Step]
    let bars: [Bar]
    let width = 920.0
    let stretches = true
    var height: Double { Double(steps.count) * Self.pitch - 8 }

    init(title: String, summary: String, steps: [Step]) {
        self.title = title
        self.summary = summary
        self.steps = steps
        bars = Self.layout(steps.map { ($0.reached.value, $0.left?.value, $0.open?.value) })
    }

    /// The largest step takes the whole width; who left lies at the right end of the bar, and of
    /// these the open ones outermost.
    static func layout(_ steps: [(reached: Double, left: Double?, open: Double?)]) -> [Bar] {
        let most = max(steps.map(\.reached).max() ?? 0, 1)
        return steps.enumerated().map { index, step in
            let end = step.reached / most
            func part(_ count: Double?) -> Extent? {
                guard let count, count > 0 else { return nil }
                return Extent(low: end - min(count / most, end), high: end)
            }
            return Bar(
                y: Double(index) * pitch + 22, reached: end, left: part(step.left),
                open: part(step.open))
        }
    }

    func draw(into svg: inout HTML) {
        for (step, bar) in zip(steps, bars) {
            svg.label(
                name: step.name, width: 215, size: 14, .literal("class", "step"),
                .literal("x", "0"),
                .length("y", bar.y - 7))
            svg.element(
                "text", .literal("class", "num"), .literal("x", "100%"), .length("y", bar.y - 7),
                text: step.head)
            rect("bar", Extent(low: 0, high: bar.reached), bar.y, step.reached, &svg)
            if let left = bar.left, let spot = step.left { rect("left", left, bar.y, spot, &svg) }
            if let open = bar.open, let spot = step.open { rect("open", open, bar.y, spot, &svg) }
            for (line, note) in step.notes.enumerated() {
                svg.label(
                    note, x: 0, y: bar.y + Self.barHeight + 15 + Double(line) * 16,
                    .literal("class", "s"))
            }
        }
    }

    private func rect(
        _ tone: StaticString, _ extent: Extent, _ y: Double, _ spot: Spot, _ svg: inout HTML
    ) {
        svg.mark(
            "rect",
            [
                .literal("class", tone), .share("x", extent.low), .length("y", y),
                .share("width", extent.length), .length("height", Self.barHeight),
                .literal("data-mark", "width"),
                spot.reference.map { .csv($0) } ?? .value(spot.value),
            ])
    }
}
