import StatsFolder

// The opening screen below its sentence: tiles, findings, the funnel in short.
extension Page {
    func glance(into html: inout HTML) {
        html.element(
            "section", .id(PageSection.glance.anchor),
            .labelledBy(Anchor("heading", PageSection.glance.rawValue)), .literal("class", "glance")
        ) { html in
            html.element("div") { html in
                html.element(
                    "h2", .id(Anchor("heading", PageSection.glance.rawValue)),
                    .literal("class", "unseen"), text: words.text(.glanceHeading))
                if let funnel = mainFunnel, let totals = funnel.totals {
                    tiles(funnel, totals, into: &html)
                    findings(into: &html)
                } else {
                    nobodyEntered(into: &html)
                }
            }
            html.element("div") { html in
                guard let funnel = mainFunnel else { return }
                html.say(.leaveHeading, in: "h2")
                shortFunnel(funnel, into: &html)
                otherFunnels(than: funnel, into: &html)
            }
        }
        html.lineBreak()
    }

    // MARK: Tiles

    private func tiles(_ funnel: FunnelFacts, _ totals: Row, into html: inout HTML) {
        html.element("dl", .literal("class", "tiles")) { html in
            guard !funnel.isSingleStep else {
                tile(.tileEntered, into: &html) {
                    $0.span(totals.cell("entered"), .count)
                } note: {
                    $0.say(funnel.plural)
                }
                return trendTile(funnel, into: &html)
            }
            tile(.tileRate, isFew: funnel.entered < Detail.fewUnits, into: &html) { html in
                html.span(totals.cell("rate"), .percent)
            } note: { html in
                interval(totals, into: &html)
                if let change = changes.change(funnel, metric: "rate") {
                    html.text(" ")
                    self.change(change, "span", into: &html)
                }
            }
            tile(.tileConverted, into: &html) { html in
                html.span(totals.cell("converted"), .count)
            } note: { html in
                if totals.isEmpty("value") {
                    html.say(
                        .ofEntered, ["units": .counted(funnel.counted, totals.cell("entered"))])
                } else {
                    html.span(totals.cell("value"), .wholeMoney(totals.text("currency")))
                }
            }
            tile(.tileTime, into: &html) { html in
                html.span(totals.cell("median_s"), .duration)
            } note: { html in
                if totals.number("p90_s") != nil {
                    html.say(.oneInTenOver, ["time": .cell(totals.cell("p90_s"), .duration)])
                } else {
                    html.say(.nobodyYet)
                }
            }
            trendTile(funnel, into: &html)
        }
    }

    private func trendTile(_ funnel: FunnelFacts, into html: inout HTML) {
        guard let line = Sparkline(funnel, words) else { return }
        tile(line.caption, into: &html) {
            $0.sparkline(line)
        } note: { html in
            guard let low = line.low, let high = line.high else { return html.say(.tooFewYet) }
            html.say(
                .span,
                [
                    "low": .cell(low.cell("rate"), .percent),
                    "high": .cell(high.cell("rate"), .percent),
                ])
        }
    }

    private func tile(
        _ title: Phrase, isFew: Bool = false, into html: inout HTML,
        _ value: (inout HTML) -> Void, note: (inout HTML) -> Void
    ) {
        html.element("div") { html in
            html.say(title, in: "dt")
            html.element("dd", .literal("class", isFew ? "big few" : "big"), content: value)
            html.element("dd", .literal("class", "sub"), content: note)
        }
    }

    // MARK: The funnel in short

    private func shortFunnel(_ funnel: FunnelFacts, into html: inout HTML) {
        let steps = funnel.steps.prefix(Detail.mostSteps)
        html.element("table", .literal("class", "short")) { html in
            html.element("caption", .literal("class", "unseen"), text: words.text(.shortCaption))
            html.element("thead", .literal("class", "unseen")) { html in
                html.row { html in
                    for heading in [
                        Phrase.columnStep, .columnReached, .columnBar, .columnContinued,
                    ] {
                        html.say(heading, in: "th", .literal("scope", "col"))
                    }
                }
            }
            html.element("tbody") { html in
                for row in steps { shortRow(row, of: funnel, into: &html) }
            }
        }
        html.note(
            funnel.rules.window == "none" ? .percentOfStep : .percentOfStepWithin,
            [
                "units": .words(funnel.plural),
                "window": .text(words.window(funnel.rules.window)),
            ])
        let left = funnel.steps.count - steps.count
        if left > 0 { html.note(.moreSteps, ["n": .derived(Double(left), .count, .sum([]))]) }
    }

    private func shortRow(_ row: Row, of funnel: FunnelFacts, into html: inout HTML) {
        let most = Double(max(funnel.steps.map { $0.count("reached") }.max() ?? 0, 1))
        html.row { html in
            html.element("th", .literal("scope", "row")) { $0.name(name(of: row, funnel)) }
            html.number(row.cell("reached"), .count, .literal("class", "main"))
            html.element("td", .literal("class", "b")) { html in
                html.bar(row.cell("reached"), of: most)
                if row.number("dropoff") != nil, !funnel.isSingleStep {
                    html.say(
                        row.count("still_open") > 0 ? .leftAndOpen : .leftHere,
                        [
                            "left": .cell(row.cell("dropoff"), .count),
                            "open": .cell(row.cell("still_open"), .count),
                        ], in: "small")
                }
            }
            if row.number("rate_from_previous") == nil {
                html.element("td")
            } else {
                html.number(row.cell("rate_from_previous"), .wholePercent)
            }
        }
    }

    private func otherFunnels(than main: FunnelFacts, into html: inout HTML) {
        let others = shownFunnels.filter { $0.number != main.number }
        guard !others.isEmpty else { return }
        html.element("p", .literal("class", "note")) { html in
            html.say(.otherFunnels, ["n": .text("\(others.count)")])
            for (index, funnel) in others.enumerated() {
                html.text(index == 0 ? " " : "; ")
                html.element("a", .link(Anchor("part", PageSection.steps.rawValue, funnel.number)))
                {
                    $0.name(cut(names.funnel(funnel.name)))
                }
                guard let totals = funnel.totals, !funnel.isSingleStep else { continue }
                html.text(", ")
                html.say(
                    .countOfEntered,
                    [
                        "n": .cell(totals.cell("converted"), .count),
                        "all": .cell(totals.cell("entered"), .count),
                        "rate": .cell(totals.cell("rate"), .wholePercent),
                    ])
            }
            html.text(".")
        }
    }

    private func nobodyEntered(into html: inout HTML) {
        html.say(.nobodyEnteredWhy, in: "p", .literal("class", "lead"))
        let rows = tables.rows(.touchpoints).filter { ($0.cell("events").number ?? 0) > 0 }
        guard !rows.isEmpty else { return html.nothing(.noTouchpoints) }
        html.say(.touchpointsSeen, in: "p")
        html.element("ul", .literal("class", "seen")) { html in
            for row in rows.prefix(detail.shown(of: rows.count)) {
                html.element("li") { html in
                    html.name(cut(names.touchpoint(row.text("touchpoint"))))
                    html.text(" ")
                    html.span(row.cell("events"), .count)
                }
            }
        }
        html.source(.touchpoints, left: rows.count - detail.shown(of: rows.count))
    }
}

extension HTML {
    /// A bar as long as the number is of `most`, in a cell of a table.
    mutating func bar(_ cell: Cell, of most: Double) {
        bar((cell.number ?? 0) / most, "bar", .csv(cell.reference))
    }

    /// A bar of a share of the cell, and where its number stands.
    mutating func bar(_ share: Double, _ tone: StaticString, _ source: Attr) {
        open(
            "svg",
            [
                .literal("class", "bb"), .literal("width", "100%"), .whole("height", 16),
                .literal("aria-hidden", "true"),
            ])
        mark(
            "rect",
            [
                .literal("class", tone), .share("width", min(share, 1)),
                .whole("height", 16), .literal("rx", "3"), .literal("data-mark", "width"), source,
            ])
        close("svg")
    }
}
