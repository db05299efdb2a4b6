// Before and after: what changed, in words and as dots with intervals.
extension Page {
    func comparison(into html: inout HTML) {
        section(.changes, into: &html) { html in
            guard tables.has(.compare) else { return html.nothing(.nothingToCompare) }
            guard !changes.all.isEmpty else { return html.missing(.compare, in: tables) }
            changesInWords(into: &html)
            if let chart = changeChart() {
                html.dots(chart)
                html.note(.comparisonKey)
            }
            notComparable(into: &html)
            changeTable(into: &html)
        }
    }

    private func changesInWords(into html: inout HTML) {
        let clear = changes.clear.prefix(detail.listed(of: 5))
        guard !clear.isEmpty else { return html.nothing(.noClearChange) }
        html.element("ul", .literal("class", "changes")) { html in
            for row in clear {
                let verdict = changes.verdict(on: row)
                html.say(
                    .changeSentence,
                    [
                        "what": .name(changes.subject(of: row, self)),
                        "after": .cell(row.cell("after"), .percent),
                        "before": .cell(row.cell("before"), .percent),
                        "verdict": .words(verdict.phrase),
                        "difference": .cell(row.cell("difference"), .points),
                        "low": .cell(row.cell("ci_low"), .barePoints),
                        "high": .cell(row.cell("ci_high"), .barePoints),
                        "q": .cell(row.cell("q_value"), .chance),
                    ], in: "li", .literal("class", verdict.tone))
            }
        }
    }

    /// Nil where no rate stands on both sides.
    func changeChart() -> ForestChart? {
        let rows = plottedChanges
        guard !rows.isEmpty else { return nil }
        var look = ForestChart.Look()
        look.names = ForestChart.Look.room(
            for: rows.map { changes.subject(of: $0, self) }, most: 270)
        look.columns = [(.columnDifference, 100), (.columnBefore, 76), (.columnAfter, 76)]
        let range = ForestChart.range(width: 920, look: look)
        let values = rows.flatMap { row -> [Double] in
            let before = row.number("before") ?? 0
            return [before, row.number("after") ?? 0]
                + ["ci_low", "ci_high"].compactMap { row.number($0).map { before + $0 } }
        }
        let axis = Axis(domain: Self.rates(values), range: range)
        let step = axis.tickStep(4)
        look.ticks = axis.ticks(4).map { ($0, words.share($0, step: step)) }
        let told = rows.map { row in
            words.text(
                .changeTold,
                [
                    "what": .text(changes.subject(of: row, self)),
                    "before": .cell(row.cell("before"), .percent),
                    "after": .cell(row.cell("after"), .percent),
                ])
        }
        return ForestChart(
            title: words.text(.comparisonChart), summary: told.joined(separator: "; "),
            words: words, rows: rows.map(changeDots), axis: axis, look: look)
    }

    /// Shares end at 0 and 1, however far intervals reach.
    private static func rates(_ values: [Double]) -> Extent {
        let axis = Axis(holding: values.map { min(max($0, 0), 1) }, range: Extent(low: 0, high: 1))
        return Extent(low: max(axis.domain.low, 0), high: min(axis.domain.high, 1))
    }

    /// The rates of whole funnels and their steps, then what else changed for sure.
    private var plottedChanges: [Row] {
        let whole = changes.all.filter { row in
            let table = row.text("table")
            let isWhole = !row.text("key").contains("breakdown=")
            return isWhole
                && (table == "funnel_totals" && row.text("metric") == "rate"
                    || table == "funnel" && row.text("metric") == "rate_from_previous")
        }
        let seen = Set(whole.map(\.record))
        let others = changes.clear.filter { row in
            !seen.contains(row.record) && row.text("metric") != "rate_from_first"
                && row.text("metric") != "dropoff_rate"
        }
        return (whole.prefix(detail.dots * 2) + others.prefix(detail.dots)).filter {
            $0.number("before") != nil && $0.number("after") != nil && $0.number("ci_low") != nil
        }
    }

    private func changeDots(_ row: Row) -> IntervalRow {
        let before = row.number("before") ?? 0
        let verdict = changes.verdict(on: row)
        return IntervalRow(
            name: changes.subject(of: row, self),
            detail: verdict == .neither ? "" : words.text(verdict.phrase),
            value: Spot(row.cell("after")),
            low: row.number("ci_low").map { Spot(before + $0) },
            high: row.number("ci_high").map { Spot(before + $0) },
            before: Spot(row.cell("before")),
            numbers: [
                (row.cell("difference"), .points), (row.cell("before"), .percent),
                (row.cell("after"), .percent),
            ], isFaint: !Changes.isClear(row), isClear: Changes.isClear(row), verdict: verdict)
    }

    private func notComparable(into html: inout HTML) {
        if let funnel = mainFunnel {
            html.element("p", .literal("class", "note")) { _ = incomplete(funnel, into: &$0) }
        }
        let rows = changes.oneSided
        guard !rows.isEmpty else { return }
        var names: [String] = []
        for row in rows {
            let name = changes.subject(of: row, self)
            if !names.contains(name) { names.append(name) }
            if names.count == 5 { break }
        }
        html.note(
            .notComparable,
            [
                "n": .derived(Double(rows.count), .count, .sum([])),
                "names": .name(names.joined(separator: ", ")),
            ])
    }

    /// What differs for sure from the period before.
    private func changeTable(into html: inout HTML) {
        let clear = changes.clear
        let shown = detail.listed(of: clear.count)
        guard shown > 0 else { return html.source(.compare, left: changes.all.count) }
        html.folded(.clearChanges) { html in
            html.table(
                .clearChangesCaption,
                [
                    .name(.columnWhat), Heading(.columnBefore), Heading(.columnAfter),
                    Heading(.columnDifference), Heading(.columnLow), Heading(.columnHigh),
                    Heading(.columnQ), .name(.columnKey),
                ]
            ) { html in
                for row in clear.prefix(shown) { changeRow(row, into: &html) }
            }
            html.source(.compare, left: changes.all.count - shown)
        }
    }

    private func changeRow(_ row: Row, into html: inout HTML) {
        html.element("tr", .id(Anchor("change", row.record))) { html in
            html.head(name: changes.subject(of: row, self))
            html.number(row.cell("before"), .percent)
            html.number(row.cell("after"), .percent)
            change(row, "td", into: &html)
            html.number(row.cell("ci_low"), .points)
            html.number(row.cell("ci_high"), .points)
            html.number(row.cell("q_value"), .chance)
            html.cell(name: cut("\(row.text("table")) \(row.text("key")) \(row.text("metric"))"))
        }
    }

    /// `▲ +3.1 pp` in the colour of better or worse; grey where the interval holds 0.
    func change(_ row: Row, _ element: StaticString, into html: inout HTML) {
        let cell = row.cell("difference")
        guard let difference = cell.number else {
            html.element(element, .literal("class", "same"), text: Figure.none)
            return
        }
        html.element(
            element, .literal("class", changes.verdict(on: row).tone), .csv(cell.reference),
            .title("\(cell.raw), 95 %: \(row.text("ci_low")) – \(row.text("ci_high"))"),
            text: (difference < 0 ? "▼ " : "▲ ") + words.show(difference, .points))
    }
}

// What a row of `compare.csv` is about, for people.
extension Changes {
    func subject(of row: Row, _ page: Page) -> String {
        let key = ComparedKey.values(row.text("key"))
        let segment = key["breakdown"].map {
            " (" + page.names.segment(key["segment"] ?? "", of: $0) + ")"
        }
        return page.cut(whole(row, key, page) + (segment ?? ""))
    }

    private func whole(_ row: Row, _ key: [String: String], _ page: Page) -> String {
        let (names, words) = (page.names, page.words)
        func text(_ phrase: Phrase, _ name: String) -> String {
            words.text(phrase, ["name": .text(name)])
        }
        switch row.text("table") {
        case "funnel": return step(row, key, page)
        case "funnel_totals":
            return text(
                row.text("metric") == "km_rate" ? .ofFunnelExpected : .ofFunnelConverted,
                names.funnel(key["funnel"] ?? ""))
        case "touchpoints":
            return text(
                row.text("metric") == "error_rate" ? .ofTouchpointErrors : .ofTouchpointExits,
                names.touchpoint(key["touchpoint"] ?? ""))
        case "rework": return text(.ofTouchpointAgain, names.touchpoint(key["touchpoint"] ?? ""))
        case "journey_metrics":
            let metric = names.metric(key["metric"] ?? "")
            guard let segment = key["segment"] else { return metric }
            return metric + ": " + page.metricSegment(segment)
        default:
            let channel = key["channel"].map { " (" + names.channel($0) + ")" } ?? ""
            return text(.ofStageWentOn, names.stage(key["stage"] ?? "")) + channel
        }
    }

    private func step(_ row: Row, _ key: [String: String], _ page: Page) -> String {
        guard let funnel = page.funnels.first(where: { $0.name == key["funnel"] }),
            let number = key["step"].flatMap({ Int($0) }), funnel.steps.indices.contains(number - 1)
        else { return row.text("key") }
        let name = page.name(of: funnel.steps[number - 1], funnel)
        switch row.text("metric") {
        case "dropoff_rate": return page.words.text(.ofStepLeft, ["name": .text(name)])
        case "rate_from_first":
            return page.name(of: funnel.steps[0], funnel) + " → " + name
        default:
            return number > 1
                ? page.name(of: funnel.steps[funnel.required(before: number) - 1], funnel) + " → "
                    + name
                : name
        }
    }
}
