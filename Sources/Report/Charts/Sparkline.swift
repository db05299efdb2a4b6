import StatsFolder

/// The rates of a funnel by period as one small line, without axes.
struct Sparkline {
    static let width = 122.0
    static let height = 34.0

    let caption: Phrase
    let summary: String
    /// Periods with so many units that their rates say something: the lowest and the highest.
    let low: Row?
    let high: Row?
    /// Runs of points that follow each other; the last part, whose windows are open, is apart.
    let closed: [(x: Double, y: Double)]
    let open: [(x: Double, y: Double)]

    /// Nil where there are less than three periods.
    init?(_ funnel: FunnelFacts, _ words: Words) {
        let rows = funnel.trend.suffix(60).filter { $0.number("rate") != nil }
        guard rows.count > 2 else { return nil }
        caption = Self.caption(funnel.rules.trend)
        let firm = rows.filter {
            $0.count("entered") >= Detail.fewUnits && $0.count("still_open") == 0
        }
        func rate(_ row: Row) -> Double { row.number("rate") ?? 0 }
        low = firm.min { rate($0) < rate($1) }
        high = firm.max { rate($0) < rate($1) }
        let most = max(rows.map(rate).max() ?? 0, 0.000_001)
        let step = (Self.width - 4) / Double(rows.count - 1)
        let points = rows.enumerated().map { index, row in
            (
                x: 2 + Double(index) * step,
                y: Self.height - 3 - rate(row) / most * (Self.height - 6),
                isOpen: row.count("still_open") > 0
            )
        }
        let end = points.firstIndex(where: \.isOpen) ?? points.count
        closed = points[..<end].map { ($0.x, $0.y) }
        // It goes on from the last closed point.
        open = end < points.count ? points[max(end - 1, 0)...].map { ($0.x, $0.y) } : []
        summary = words.text(
            .sparkSummary,
            [
                "from": .text(words.day(rows.first?.text("period_start") ?? "")),
                "to": .text(words.day(rows.last?.text("period_start") ?? "")),
            ])
    }

    private static func caption(_ trend: String) -> Phrase {
        switch trend {
        case "week": .tileByWeek
        case "month": .tileByMonth
        default: .tileByDay
        }
    }
}

extension HTML {
    mutating func sparkline(_ line: Sparkline) {
        element(
            "svg", .literal("class", "spark"), .literal("role", "img"),
            .length("width", Sparkline.width), .length("height", Sparkline.height),
            .box(Sparkline.width, Sparkline.height)
        ) { svg in
            svg.element("title", text: svg.words.text(line.caption))
            svg.element("desc", text: line.summary)
            for (points, tone) in [(line.closed, "line" as StaticString), (line.open, "line soft")]
            {
                guard let first = points.first, points.count > 1 else { continue }
                var outline = Outline(places: 1)
                outline.move(first.x, first.y)
                for point in points.dropFirst() { outline.line(point.x, point.y) }
                svg.mark("path", [.literal("class", tone), .path(outline)])
            }
        }
    }
}
