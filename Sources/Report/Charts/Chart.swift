/// A drawing: laid out by numbers alone, then written as SVG.
protocol Chart {
    /// In pixels, as a file; on the page some charts stretch with the window.
    var width: Double { get }
    var height: Double { get }
    var title: String { get }
    /// The numbers in words.
    var summary: String { get }
    func draw(into svg: inout HTML)
}

extension TrendChart {
    func draw(into svg: inout HTML) {
        drawScale(into: &svg)
        draw(into: &svg, .pixels(left: Self.margin, width: width - Self.margin - 12))
    }
}

extension HistogramChart {
    func draw(into svg: inout HTML) { draw(into: &svg, .pixels(left: 4, width: width - 8)) }
}

/// A part of a line from its low end to its high end.
struct Extent: Equatable {
    var low: Double
    var high: Double
    var length: Double { high - low }
}

extension HTML {
    /// The chart within the page, at its own proportions.
    mutating func chart(_ chart: some Chart) {
        element(
            "svg", .literal("class", "chart full"), .literal("role", "img"),
            .length("width", chart.width), .length("height", chart.height),
            .box(chart.width, chart.height)
        ) { $0.content(of: chart) }
        lineBreak()
    }

    /// The chart with its scale beside it; it stretches with the window.
    mutating func chart(_ chart: TrendChart) {
        element("div", .literal("class", "trend")) { html in
            html.element(
                "svg", .length("width", TrendChart.margin), .length("height", chart.height),
                .literal("aria-hidden", "true")
            ) { chart.drawScale(into: &$0) }
            html.stretched(chart) { chart.draw(into: &$0, .shares) }
        }
        lineBreak()
    }

    /// The chart; it stretches with the window.
    mutating func chart(_ chart: HistogramChart) {
        stretched(chart) { chart.draw(into: &$0, .shares) }
        lineBreak()
    }

    private mutating func stretched(_ chart: some Chart, _ draw: (inout HTML) -> Void) {
        element(
            "svg", .literal("class", "chart"), .literal("role", "img"), .literal("width", "100%"),
            .length("height", chart.height)
        ) { html in
            html.element("title", text: chart.title)
            html.element("desc", text: chart.summary)
            draw(&html)
        }
    }

    /// The chart as the content of a file of its own.
    static func file(_ chart: some Chart, _ words: Words) -> [UInt8] {
        var html = HTML(words, isStrict: true)
        let attributes: [Attr] = [
            .literal("xmlns", "http://www.w3.org/2000/svg"), .language(words.language),
            .literal("role", "img"),
            .length("width", chart.width), .length("height", chart.height),
            .box(chart.width, chart.height),
        ]
        html.open("svg", attributes)
        html.style(StyleSheet.chart)
        html.patterns()
        html.content(of: chart)
        html.close("svg")
        html.lineBreak()
        return html.bytes
    }

    private mutating func content(of chart: some Chart) {
        element("title", text: chart.title)
        element("desc", text: chart.summary)
        chart.draw(into: &self)
    }

    /// The patterns that bars are filled with: hatched for loss, dotted for what is still open.
    mutating func patterns() {
        element("defs") { html in
            html.element(
                "pattern", .literal("id", "hatch"), .whole("width", 6), .whole("height", 6),
                .literal("patternUnits", "userSpaceOnUse"),
                .literal("patternTransform", "rotate(45)")
            ) { html in
                html.mark(
                    "rect", [.literal("class", "ground"), .whole("width", 6), .whole("height", 6)])
                html.mark(
                    "rect", [.literal("class", "loss"), .whole("width", 2), .whole("height", 6)])
            }
            html.element(
                "pattern", .literal("id", "dots"), .whole("width", 5), .whole("height", 5),
                .literal("patternUnits", "userSpaceOnUse")
            ) { html in
                html.mark(
                    "rect", [.literal("class", "ground"), .whole("width", 5), .whole("height", 5)])
                html.mark(
                    "circle",
                    [
                        .literal("class", "open"), .length("cx", 2.5), .length("cy", 2.5),
                        .length("r", 1.1),
                    ])
            }
        }
    }

    /// A name of the log, cut where it is wider than `width`, then whole in its title.
    mutating func label(name: String, width: Double, size: Double = 13, _ attributes: Attr...) {
        let shown = Label.fitted(name, width: width, size: size)
        open("text", attributes)
        text(shown)
        if shown != name { element("title", text: name) }
        close("text")
    }

    /// A text of the page itself.
    mutating func label(_ words: String, x: Double, y: Double, _ attributes: Attr...) {
        open("text", [.length("x", x), .length("y", y)] + attributes)
        text(words)
        close("text")
    }

    /// A line between two points.
    mutating func stroke(
        _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), _ attributes: Attr...
    ) {
        mark(
            "line",
            [
                .length("x1", from.x), .length("y1", from.y), .length("x2", to.x),
                .length("y2", to.y),
            ] + attributes)
    }
}
