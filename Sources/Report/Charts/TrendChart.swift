import Rows

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

        var isFew: Bool { entered.value < Double(Detail.fewUnits) }
    }

    /// Where a period is drawn: a share of the width, and heights.
    struct Point: Equatable {
        let x: Double
        let rate: Double?
        let interval: Extent?
        /// The top of the bar of entrants.
        let top: Double
    }

    static let plot = (top: 24.0, bottom: 168.0, barTop: 184.0, barBottom: 232.0)
    /// So wide are the words beside the plot.
    static let margin = 62.0

    let title: String
    let summary: String
    let words: Words
    let periods: [Period]
    let rates: Axis
    let points: [Point]
    /// How wide a period is, as a share.
    let step: Double
    let width = 920.0
    let height = 262.0

    init(title: String, summary: String, periods: [Period], _ words: Words) {
        self.title = title
        self.summary = summary
        self.words = words
        self.periods = periods
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
        let step = min(1 / (days / unit + 1), 0.07)
        let most = max(periods.map(\.entered.value).max() ?? 0, 1)
        let points = periods.map { period in
            let position = Double(period.day - first) / unit + 0.5
            return Point(
                x: position * step, rate: period.rate.map { rates.position($0.value) },
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

    /// The words beside the plot, right of which it begins.
    func drawScale(into svg: inout HTML) {
        for tick in rates.ticks(4) {
            svg.label(
                words.share(tick, step: rates.tickStep(4)), x: Self.margin - 8,
                y: rates.position(tick) + 4, .literal("class", "e"))
        }
        svg.label(
            words.text(.entered), x: Self.margin - 8, y: Self.plot.barBottom - 2,
            .literal("class", "e"))
    }

    func draw(into svg: inout HTML, _ place: Placement) {
        drawOpen(&svg, place)
        for tick in rates.ticks(4) {
            svg.level(place, from: 0, to: 1, y: rates.position(tick), .literal("class", "grid"))
        }
        svg.level(place, from: 0, to: 1, y: Self.plot.barBottom, .literal("class", "base"))
        for (period, point) in zip(periods, points) { draw(period, point, &svg, place) }
        drawDates(&svg, place)
    }

    private func draw(
        _ period: Period, _ point: Point, _ svg: inout HTML, _ place: Placement
    ) {
        let isFaint = period.isFew || period.open > 0
        svg.element("g") { svg in
            svg.element("title", text: told(period))
            svg.mark(
                "rect",
                [
                    .literal("class", "light"), place.at("x", point.x - step * 0.4),
                    .length("y", point.top), place.length("width", step * 0.8),
                    .length("height", Self.plot.barBottom - point.top),
                    .literal("data-mark", "height"), .value(period.entered.value),
                ])
            guard let rate = period.rate, let y = point.rate else { return }
            if let interval = point.interval {
                svg.upright(
                    place, point.x, from: interval.low, to: interval.high,
                    .literal("class", isFaint ? "ci few" : "ci"))
            }
            svg.mark(
                "circle",
                [
                    .literal("class", isFaint ? "dot few" : "dot"), place.at("cx", point.x),
                    .length("cy", y), .length("r", step > 0.02 ? 4 : 3),
                    .literal("data-mark", "y"), rate.source,
                ])
        }
    }

    private func told(_ period: Period) -> String {
        words.text(
            .periodTold,
            [
                "day": .text(words.day(CivilDate(daysSince1970: period.day))),
                "rate": .text(words.show(period.rate?.value, .percent)),
                "n": .text(words.show(period.entered.value, .count)),
            ])
    }
}
