/// Dots with their intervals, one row each: names to the left, numbers to the right.
struct ForestChart: Chart {
    struct Look {
        /// So wide are the names and what follows them; the plot begins 14 further on.
        var names = 250.0
        var details = 0.0
        /// The heads of the columns to the right, and how wide each is.
        var columns: [(words: Phrase, width: Double)] = []
        /// The column that stands beside the names on the page.
        var main = 0
        /// The head of the names.
        var heading = Phrase.columnWhat
        /// What the dots are compared with.
        var reference: Double?
        var referenceWords = ""
        var ticks: [(value: Double, words: String)] = []
        /// The kind of axis, in the words of the marks.
        var kind: StaticString = "x"
        /// Takes as much room for `texts` as they need, within limits.
        static func room(for texts: [String], most: Double) -> Double {
            let widths = texts.map {
                Label.width(Label.fitted($0, width: most, size: 13), size: 13)
            }
            return min(max(widths.max() ?? 0, 60), most)
        }

        /// Whether a thick line with a dot at its low end is drawn, instead of an interval.
        var isWhisker = false
    }

    let title: String
    let summary: String
    let words: Words
    let width: Double
    let rows: [IntervalRow]
    let look: Look
    let plot: IntervalPlot

    var height: Double { plot.height }

    /// The part of `width` that is left for the plot.
    static func range(width: Double, look: Look) -> Extent {
        let right = look.columns.reduce(0) { $0 + $1.width }
        let left = look.names + (look.details > 0 ? look.details + 12 : 0)
        return Extent(low: left + 14, high: width - right - 14)
    }

    init(
        title: String, summary: String, words: Words, width: Double = 920, rows: [IntervalRow],
        axis: Axis, look: Look
    ) {
        self.words = words
        self.title = title
        self.summary = summary
        self.width = width
        self.rows = rows
        self.look = look
        plot = IntervalPlot(rows: rows, axis: axis)
    }

    func draw(into svg: inout HTML) {
        drawAxis(&svg)
        if !look.isWhisker { drawIntervals(&svg) }
        for (row, line) in zip(rows, plot.lines) { draw(row, line, &svg) }
        var right = plot.axis.range.high + 14
        for column in look.columns {
            right += column.width
            svg.label(
                words.text(column.words), x: right, y: 18, .literal("class", "e"))
        }
    }

    private var end: Double { height - IntervalPlot.foot }

    private func drawAxis(_ svg: inout HTML) {
        for tick in look.ticks {
            let x = plot.axis.position(tick.value)
            svg.stroke((x, IntervalPlot.top - 4), (x, end), .literal("class", "grid"))
            svg.label(
                tick.words, x: x, y: end + 18, .literal("class", "m"))
        }
        guard let reference = look.reference, plot.axis.holds(reference) else { return }
        let x = plot.axis.position(reference)
        svg.stroke((x, IntervalPlot.top - 4), (x, end), .literal("class", "ref"))
        svg.label(
            look.referenceWords, x: x, y: 18, .literal("class", "m"))
    }

    private func draw(_ row: IntervalRow, _ line: IntervalPlot.Line, _ svg: inout HTML) {
        svg.label(
            name: row.name, width: look.names, .length("x", 0), .length("y", line.y + 4.5),
            row.isFaint ? .literal("class", "faint") : .shade(0))
        if !row.detail.isEmpty {
            svg.label(
                name: row.detail, width: look.details, .literal("class", "faint"),
                .length("x", look.names + 12), .length("y", line.y + 4.5))
        }
        if let bar = line.bar, look.isWhisker { drawWhisker(row, line, bar, &svg) }
        if let before = line.before, let spot = row.before {
            svg.mark(
                "circle",
                [
                    .literal("class", "was"), .length("cx", before), .length("cy", line.y),
                    .length("r", 5), .literal("data-mark", look.kind), spot.source,
                ])
        }
        if let dot = line.dot {
            var attributes: [Attr] = [
                .literal("class", tone(row)), .length("cx", dot), .length("cy", line.y),
                .length("r", 5), .literal("data-mark", look.kind),
            ]
            attributes.append(row.value?.source ?? .value(0))
            svg.mark("circle", attributes)
        }
        var right = plot.axis.range.high + 14
        for (number, column) in zip(row.numbers, look.columns) {
            right += column.width
            svg.label(
                words.show(number.cell.number, number.figure), x: right, y: line.y + 4.5,
                .literal("class", row.isFaint ? "far" : "num"))
        }
    }

    /// The row in words: its name and its numbers.
    func told(_ row: IntervalRow) -> String {
        row.name + ": "
            + row.numbers.map { words.show($0.cell.number, $0.figure) }.joined(separator: ", ")
    }

    func tone(_ row: IntervalRow) -> StaticString {
        switch row.verdict {
        case .better: "dot clear up"
        case .worse: "dot clear down"
        default: row.isFaint ? "dot few" : row.isClear ? "dot clear" : "dot"
        }
    }

    private func drawWhisker(
        _ row: IntervalRow, _ line: IntervalPlot.Line, _ bar: Extent, _ svg: inout HTML
    ) {
        var attributes: [Attr] = [
            .literal("class", "whisk"), .length("x1", bar.low), .length("y1", line.y),
            .length("x2", bar.high), .length("y2", line.y),
        ]
        if let high = row.high, !line.isCutHigh {
            attributes += [
                .literal("data-mark", look.kind), .literal("data-end", "2"), high.source,
            ]
        }
        svg.mark("line", attributes)
    }

    /// All intervals of one tone are one line with gaps, which is short to write.
    private func drawIntervals(_ svg: inout HTML) {
        for isFaint in [false, true] {
            var outline = Outline()
            for (row, line) in zip(rows, plot.lines) where row.isFaint == isFaint {
                guard let bar = line.bar else { continue }
                outline.move(bar.low, line.y)
                outline.across(to: bar.high)
                if line.isCutHigh { arrow(at: bar.high, line.y, 6, &svg) }
                if line.isCutLow { arrow(at: bar.low, line.y, -6, &svg) }
            }
            guard !outline.bytes.isEmpty else { continue }
            svg.mark("path", [.literal("class", isFaint ? "ci few" : "ci"), .path(outline)])
        }
    }

    /// The interval goes on beyond the axis.
    private func arrow(at x: Double, _ y: Double, _ length: Double, _ svg: inout HTML) {
        var outline = Outline()
        outline.move(x, y - 4)
        outline.line(x + length, y)
        outline.line(x, y + 4)
        outline.close()
        svg.mark("path", [.literal("class", "tip"), .path(outline)])
    }
}
