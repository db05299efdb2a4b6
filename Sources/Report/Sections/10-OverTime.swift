import Rows
import Statistics
import StatsFolder

// The rate by the period of entry.
extension Page {
    /// Days beyond so many are told by week, periods beyond `mostPeriods` by month.
    private static let mostDays = 45
    private static let mostPeriods = 62

    func overTime(into html: inout HTML) {
        section(.trend, into: &html) { html in
            guard tables.rowCount(.trend) > 0 else { return html.missing(.trend, in: tables) }
            html.note(.trendNote)
            eachFunnel(.trend, into: &html) { funnel, html in
                guard let chart = trendChart(of: funnel) else {
                    return html.missing(.trend, in: tables)
                }
                html.chart(chart)
                switch Self.density(funnel) {
                case .asCounted: break
                case .week: html.note(.trendByWeek)
                case .month: html.note(.trendByMonth)
                }
                trendTable(funnel, into: &html)
            }
        }
    }

    private enum Density { case asCounted, week, month }

    private static func density(_ funnel: FunnelFacts) -> Density {
        let days = funnel.trend.compactMap { TrendChart.day($0.text("period_start")) }
        guard let first = days.first, let last = days.last else { return .asCounted }
        let weeks = (last - first) / 7 + 1
        if funnel.rules.trend == "day", days.count > mostDays {
            return weeks > mostPeriods ? .month : .week
        }
        return days.count > mostPeriods ? .month : .asCounted
    }

    /// Nil where nobody entered.
    func trendChart(of funnel: FunnelFacts) -> TrendChart? {
        let density = Self.density(funnel)
        let all =
            density == .asCounted
            ? funnel.trend.compactMap(Self.period) : Self.pooled(funnel.trend, density)
        let periods = Array(all.suffix(Self.mostPeriods))
        guard !periods.isEmpty else { return nil }
        let told = periods.map { period in
            words.text(
                .periodTold,
                [
                    "day": .text(words.day(CivilDate(daysSince1970: period.day))),
                    "rate": .text(words.show(period.rate?.value, .percent)),
                    "n": .text(words.show(period.entered.value, .count)),
                ])
        }
        return TrendChart(
            title: words.text(.trendTitle, ["name": .text(names.funnel(funnel.name))]),
            summary: told.joined(separator: "; "), periods: periods, words)
    }

    private static func period(_ row: Row) -> TrendChart.Period? {
        TrendChart.day(row.text("period_start")).map {
            TrendChart.Period(
                day: $0, entered: Spot(row.cell("entered")) ?? Spot(0),
                rate: Spot(row.cell("rate")),
                low: row.number("ci_low"), high: row.number("ci_high"),
                open: row.count("still_open"))
        }
    }

    /// The rows of each week from Monday, or of each month, as one: entered and converted add up, for a unit
    /// enters once; the interval is Wilson's of the sums.
    private static func pooled(_ rows: [Row], _ density: Density) -> [TrendChart.Period] {
        var sums: [(day: Int, entered: Int, converted: Int, open: Int)] = []
        for row in rows {
            guard let day = TrendChart.day(row.text("period_start")) else { continue }
            let start = start(of: day, density)
            if sums.last?.day != start { sums.append((start, 0, 0, 0)) }
            sums[sums.count - 1].entered += row.count("entered")
            sums[sums.count - 1].converted += row.count("converted")
            sums[sums.count - 1].open += row.count("still_open")
        }
        return sums.map { sum in
            let interval =
                sum.entered > 0 ? Wilson(successes: sum.converted, trials: sum.entered) : nil
            return TrendChart.Period(
                day: sum.day, entered: Spot(Double(sum.entered)),
                rate: sum.entered > 0 ? Spot(Double(sum.converted) / Double(sum.entered)) : nil,
                low: interval?.low, high: interval?.high, open: sum.open)
        }
    }

    private static func start(of day: Int, _ density: Density) -> Int {
        // 1 January 1970 was a Thursday.
        if density == .week { return day - (day + 3) % 7 }
        return day - CivilDate(daysSince1970: day).day + 1
    }

    private func trendTable(_ funnel: FunnelFacts, into html: inout HTML) {
        let shown = detail.shown(of: funnel.trend.count)
        folded(.trendFolded, of: funnel, .trend, into: &html) { html in
            html.table(
                .trendCaption,
                [
                    .name(.columnFromDay), Heading(.columnEntered), Heading(.columnConverted),
                    Heading(.columnRate), Heading(.columnLow), Heading(.columnHigh),
                    Heading(.columnOpen),
                ]
            ) { html in
                for row in funnel.trend.prefix(shown) {
                    html.row { html in
                        html.day(row.text("period_start"))
                        html.number(row.cell("entered"), .count)
                        html.number(row.cell("converted"), .count)
                        html.number(row.cell("rate"), .percent, .literal("class", "main"))
                        html.number(row.cell("ci_low"), .percent)
                        html.number(row.cell("ci_high"), .percent)
                        html.number(row.cell("still_open"), .count)
                    }
                }
            }
            html.source(.trend, left: funnel.trend.count - shown)
        }
    }
}

extension HTML {
    /// The head of a row that is a day of a table.
    mutating func day(_ text: String) {
        let key = sortKey(TrendChart.day(text).map(Double.init))
        element(
            "th", .literal("scope", "row"), .literal("class", "day"), key, text: words.day(text))
    }
}
