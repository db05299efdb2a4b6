/// One bar a step, as long as the units that reached it: those who went on, those who left, and
/// those of whom that is not known yet.
struct FunnelBars: Chart {
    struct Step {
        let name: String
        let reached: Spot
        /// Missing on the last step.
        let left: Spot?
        let open: Spot?
        /// Above the bar to the right, and below it.
        let head: String
        let note: String
    }

    /// Shares of the drawing's width.
    struct Bar: Equatable {
        let reached: Double
        let left: Extent?
        let open: Extent?
    }

    static let barHeight = 24.0
    static let pitch = 72.0

    let title: String
    let summary: String
    let steps: [Step]
    let bars: [Bar]
    let width = 920.0
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
        return steps.map { step in
            let end = step.reached / most
            func part(_ count: Double?) -> Extent? {
                guard let count, count > 0 else { return nil }
                return Extent(low: end - min(count / most, end), high: end)
            }
            return Bar(reached: end, left: part(step.left), open: part(step.open))
        }
    }

    /// The bar of a step alone, as wide as the page lets it be.
    func bar(_ index: Int, into html: inout HTML) {
        html.element(
            "svg", .literal("class", "chart"), .literal("role", "img"), .literal("width", "100%"),
            .length("height", Self.barHeight)
        ) { svg in
            svg.element("title", text: "\(steps[index].name): \(steps[index].head)")
            svg.element("desc", text: "\(steps[index].head); \(steps[index].note)")
            draw(index, y: 0, .shares, &svg)
        }
    }

    func draw(into svg: inout HTML) {
        let place = Placement.pixels(left: 0, width: width)
        for (index, step) in steps.enumerated() {
            let y = Double(index) * Self.pitch + 22
            svg.label(
                name: step.name, width: 600, size: 14, .literal("class", "step"),
                .literal("x", "0"), .length("y", y - 7))
            svg.label(step.head, x: width, y: y - 7, .literal("class", "num"))
            draw(index, y: y, place, &svg)
            svg.label(step.note, x: 0, y: y + Self.barHeight + 15, .literal("class", "s"))
        }
    }

    private func draw(_ index: Int, y: Double, _ place: Placement, _ svg: inout HTML) {
        let (step, bar) = (steps[index], bars[index])
        rect("bar", Extent(low: 0, high: bar.reached), y, step.reached, place, &svg)
        if let left = bar.left, let spot = step.left { rect("left", left, y, spot, place, &svg) }
        if let open = bar.open, let spot = step.open { rect("open", open, y, spot, place, &svg) }
    }

    private func rect(
        _ tone: StaticString, _ extent: Extent, _ y: Double, _ spot: Spot, _ place: Placement,
        _ svg: inout HTML
    ) {
        svg.mark(
            "rect",
            [
                .literal("class", tone), place.at("x", extent.low), .length("y", y),
                place.length("width", extent.length), .length("height", Self.barHeight),
                .literal("data-mark", "width"), spot.source,
            ])
    }
}
