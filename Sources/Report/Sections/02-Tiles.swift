import StatsFolder

// 2. The few numbers of each funnel.
extension Page {
    func tiles(into html: inout HTML) {
        section(.tiles, into: &html) { html in
            guard tables.rowCount(.totals) > 0 else {
                return html.missing(.totals, in: tables)
            }
            eachFunnel(.tiles, into: &html) { funnel, html in
                guard let totals = funnel.totals else {
                    return html.missing(.totals, in: tables)
                }
                html.element("dl", .literal("class", "tiles")) { html in
                    tiles(funnel, totals, into: &html)
                }
            }
            if funnels.count > detail.funnels { allFunnels(into: &html) }
            html.source(.totals)
        }
    }

    private func tiles(_ funnel: FunnelFacts, _ totals: Row, into html: inout HTML) {
        tile("Entered", into: &html) { html in
            html.span(totals.cell("entered"), .count)
        } note: {
            $0.text(funnel.units)
        }
        guard !funnel.isSingleStep else { return used(into: &html) }
        tile("Converted", into: &html) { html in
            html.span(totals.cell("converted"), .count)
        } note: { html in
            guard !totals.text("value").isEmpty else { return html.text(funnel.units) }
            html.text("worth ")
            html.span(totals.cell("value"), .money(totals.text("currency")))
        }
        tile("Conversion rate", isFew: funnel.entered < Detail.fewUnits, into: &html) { html in
            html.span(totals.cell("rate"), .percent)
        } note: { html in
            interval(totals, into: &html)
            if let change = changes.change(funnel, metric: "rate") {
                html.text(" ")
                self.change(change, "span", into: &html)
            }
        }
        if totals.count("still_open") > 0 {
            tile("Rate expected", into: &html) { html in
                html.span(totals.cell("km_rate"), .percent)
            } note: { html in
                html.text("once ")
                html.span(totals.cell("still_open"), .count)
                html.text(" still open are over (Kaplan–Meier)")
            }
        }
        tile("Time to convert", into: &html) { html in
            html.span(totals.cell("median_s"), .duration)
        } note: { html in
            html.text("median; one in ten over ")
            html.span(totals.cell("p90_s"), .duration)
        }
        used(into: &html)
    }

    /// How much of what was read counts: lines where the summary of ingest is there, else rows.
    private func used(into html: inout HTML) {
        let manifest = tables.manifest
        if let ingest = tables.ingest, ingest.lines > 0 {
            let share = Double(ingest.events) / Double(ingest.lines)
            tile("Lines used", into: &html) { html in
                html.element("span", .json("ingest:events"), text: Figure.percent.text(share))
            } note: { html in
                html.text("of ")
                html.span(ingest.lines, "ingest:lines")
                html.text(" lines read")
            }
        } else if manifest.rows > 0 {
            let share = Double(manifest.rowsUsed) / Double(manifest.rows)
            tile("Rows used", into: &html) { html in
                html.element("span", .json("manifest:rows_used"), text: Figure.percent.text(share))
            } note: { html in
                html.text("of ")
                html.span(manifest.rows, "manifest:rows")
                html.text(" rows")
            }
        }
    }

    private func tile(
        _ words: StaticString, isFew: Bool = false, into html: inout HTML,
        _ value: (inout HTML) -> Void, note: (inout HTML) -> Void
    ) {
        html.element("div") { html in
            html.element("dt", text: words.description)
            html.element("dd", .literal("class", isFew ? "big few" : "big"), content: value)
            html.element("dd", .literal("class", "sub"), content: note)
        }
    }

    /// The 95 % interval of the row's rate.
    func interval(_ row: Row, into html: inout HTML) {
        guard row.number("ci_low") != nil else { return html.text(Figure.none) }
        html.span(row.cell("ci_low"), .percent)
        html.text(" to ")
        html.span(row.cell("ci_high"), .percent)
    }

    /// `▲ +3.1 pp`, grey where the interval holds 0.
    func change(_ row: Row, _ element: StaticString, into html: inout HTML) {
        let cell = row.cell("difference")
        guard let difference = cell.number else {
            html.element(element, .literal("class", "same"), text: Figure.none)
            return
        }
        let isClear = Changes.isClear(row)
        let tone: StaticString = !isClear ? "same" : difference > 0 ? "up" : "down"
        html.element(
            element, .literal("class", tone), .csv(cell.reference),
            .title("\(cell.raw), 95 %: \(row.text("ci_low")) to \(row.text("ci_high"))"),
            text: (difference < 0 ? "▼ " : "▲ ") + Figure.points.text(difference))
    }

    private func allFunnels(into html: inout HTML) {
        let rows = funnels.compactMap(\.totals)
        html.table(
            "All funnels",
            [.name("funnel"), "entered", "converted", "rate", "95 % low", "95 % high", "median"]
        ) { html in
            for row in rows.prefix(detail.shown(of: rows.count)) {
                html.row { html in
                    html.head(name: cut(row.text("funnel")))
                    html.number(row.cell("entered"), .count)
                    html.number(row.cell("converted"), .count)
                    html.number(row.cell("rate"), .percent)
                    html.number(row.cell("ci_low"), .percent)
                    html.number(row.cell("ci_high"), .percent)
                    html.number(row.cell("median_s"), .duration)
                }
            }
        }
    }
}
