/// The rate of each period with its interval, and below it how many entered; periods without
/// entrants stay empty.
struct TrendChart: Chart {
    struct Period {
        /// Days since 1970.
        let day: Int
        let entered: Spot
        let rate: Spot?
        let low: Double?
        let high: Double?
        let open: Int
        let isFew: Bool
    }

    struct Point: Equatable {
        let x: Double
        let rate: Double?
        let interval: Extent?
        /// The top of the bar of entrants.
        let top: Double
    }

    /// From this many periods on, dots are drawn as one line.
    static let most = 62
    static let plot = (
        left: 62.0, right: 908.0, top: 24.0, bottom: 168.0, barTop: 184.0, barBottom: 232.0
    )

    let title: String
    let summary: String
    let periods: [Period]
    /// Whether each bar is a mark of its own that tells its number; else they are one line.
    let tellsBars: Bool
    let rates: Axis
    let points: [Point]
    /// How wide a period is, and how wide its bar.
    let step: Double
    let width = 920.0
    let height = 262.0

    init(title: String, summary: String, periods: [Period], tellsBars: Bool = true) {
        self.title = title
        self.summary = summary
        self.periods = periods
        self.tellsBars = tellsBars && periods.count <= Self.most
        let top = Self.top(periods)
        // A drawing counts down the page.
        let range = Extent(low: Self.plot.bottom, high: Self.plot.top)
        rates = Axis(holding: [0, top], range: range)
        (points, step) = Self.layout(periods, rates)
    }

    /// The end of the axis of rates. Periods with few units would stretch it, so that the others
    /// could not be told apart: their intervals are cut, where there are others.
    static func top(_ periods: [Period]) -> Double {
        let firm = periods.filter { !$0.isFew }
        let highs = (firm.isEmpty ? periods : firm).compactMap(\.high)
        let rates = periods.compactMap { $0.rate?.value }
        return min(max((highs + rates).max() ?? 0, 0.01), 1)
    }

    static func layout(_ periods: [Period], _ rates: Axis) -> (points: [Point], step: Double) {
        let first = periods.first?.day ?? 0
        let days = Double(max((periods.last?.day ?? 0) - first, 0))
        let gaps = zip(periods.dropFirst(), periods).map { $0.day - $1.day }
        let unit = Double(max(gaps.min() ?? 1, 1))
        let step = min((plot.right - plot.left) / (days / unit + 1), 60)
        let most = max(periods.map(\.entered.value).max() ?? 0, 1)
        let points = periods.map { period in
            let position = Double(period.day - first) / unit + 0.5
            return Point(
                x: plot.left + position * step, rate: period.rate.map { rates.position($0.value) },
                interval: period.low.flatMap { low in
                    period.high.map {
                        Extent(
                            low: max(rates.position(low), plot.top),
                            high: max(rates.position($0), plot.top))
                    }
                },
                top: plot.barBottom - period.entered.value / most * (plot.barBottom - plot.barTop))
        }
        return (points, step)
    }

    func draw(into svg: inout HTML) {
        drawOpen(&svg)
        for tick in rates.ticks(4) {
            let y = rates.position(tick)
            svg.stroke((Self.plot.left, y), (Self.plot.right, y), .literal("class", "grid"))
            svg.label(
                Figure.fixed(tick * 100, places: rates.domain.high < 0.05 ? 1 : 0) + " %",
                x: Self.plot.left - 8, y: y + 4, .literal("class", "e"))
        }
        svg.label(
            "entered", x: Self.plot.left - 8, y: Self.plot.barBottom - 2, .literal("class", "e"))
        svg.stroke(
            (Self.plot.left, Self.plot.barBottom), (Self.plot.right, Self.plot.barBottom),
            .literal("class", "base"))
        if periods.count <= Self.most { drawEach(&svg) } else { drawTogether(&svg) }
        drawDates(&svg)
    }

    private func drawEach(_ svg: inout HTML) {
        if tellsBars {
            svg.element("g", .literal("class", "light")) { svg in
                for (period, point) in zip(periods, points) { drawBar(period, point, &svg) }
            }
        } else {
            drawBars(&svg)
        }
        for tone in [false, true] {
            var intervals = Outline()
            for (period, point) in zip(periods, points) where Self.isFaint(period) == tone {
                guard let interval = point.interval else { continue }
                intervals.move(point.x, interval.low)
                intervals.upright(to: interval.high)
            }
            svg.mark("path", [.literal("class", tone ? "ci few" : "ci"), .path(intervals)])
            svg.element("g", .literal("class", tone ? "dot few" : "dot")) { svg in
                for (period, point) in zip(periods, points) where Self.isFaint(period) == tone {
                    drawDot(period, point, &svg)
                }
            }
        }
    }

    private func drawBar(_ period: Period, _ point: Point, _ svg: inout HTML) {
        svg.mark(
            "rect",
            [
                .length("x", point.x - step * 0.4), .length("y", point.top),
                .length("width", step * 0.8), .length("height", Self.plot.barBottom - point.top),
                .literal("data-mark", "height"), .value(period.entered.value),
            ])
    }

    private func drawDot(_ period: Period, _ point: Point, _ svg: inout HTML) {
        guard let rate = period.rate, let y = point.rate else { return }
        svg.mark(
            "circle",
            [
                .length("cx", point.x), .length("cy", y),
                .length("r", min(4.5, max(2, step * 0.3))), .literal("data-mark", "y"),
                Self.source(rate),
            ])
    }

    private static func isFaint(_ period: Period) -> Bool { period.isFew || period.open > 0 }

    private static func source(_ spot: Spot) -> Attr {
        spot.reference.map { .csv($0) } ?? .value(spot.value)
    }

    private func drawBars(_ svg: inout HTML) {
        var bars = Outline()
        for point in points {
            bars.move(point.x, Self.plot.barBottom)
            bars.upright(to: point.top)
        }
        svg.mark(
            "path",
            [
                .literal("class", "lights"), .length("stroke-width", max(step * 0.8, 1)),
                .path(bars),
            ])
    }

    private func drawTogether(_ svg: inout HTML) {
        drawBars(&svg)
        var (intervals, dots) = (Outline(), Outline())
        for point in points {
            if let interval = point.interval {
                intervals.move(point.x, interval.low)
                intervals.upright(to: interval.high)
            }
            guard let rate = point.rate else { continue }
            dots.move(point.x, rate)
            dots.across(to: point.x)
        }
        svg.mark("path", [.literal("class", "cis"), .path(intervals)])
        svg.mark("path", [.literal("class", "points"), .path(dots)])
    }
}
