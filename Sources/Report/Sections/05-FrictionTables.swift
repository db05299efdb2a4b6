// 5, continued. The numbers of the signals.
extension Page {
    func frictionTable(_ rows: ArraySlice<Row>, into html: inout HTML) {
        html.table(
            "Friction, ranked; the plain rates are for comparison only",
            [
                "rank", .name("signal"), .name("between"), .name("status"), .name("compared by"),
                "difference", "95 % low", "95 % high", "q", "compared", "exposed", "eligible",
                "excess drop-offs",
                "value at risk", "score", "plain: exposed", "plain: others",
            ]
        ) { html in
            for row in rows { frictionRow(row, into: &html) }
        }
    }

    private func frictionRow(_ row: Row, into html: inout HTML) {
        html.element("tr", .id(Anchor("friction", row.record))) { html in
            html.number(row.cell("rank"), .count)
            html.head(name: cut(names.signal(row.text("signal"))))
            between(row, into: &html)
            html.element("td", .literal("class", "t"), text: row.text("status"))
            html.element("td", .literal("class", "t"), text: row.text("clock"))
            html.number(row.cell("risk_difference"), .points, .literal("class", "main"))
            html.number(row.cell("rd_low"), .points)
            html.number(row.cell("rd_high"), .points)
            html.number(row.cell("q_value"), .chance)
            html.number(row.cell("compared"), .count)
            html.number(row.cell("exposed"), .count)
            html.number(row.cell("eligible"), .count)
            html.number(row.cell("excess_dropoffs"), .decimal(1))
            html.number(row.cell("value_at_risk"), .money(row.text("currency")))
            html.number(row.cell("friction_score"), .decimal(1))
            html.number(row.cell("plain_rate_exposed"), .percent, .literal("class", "few"))
            html.number(row.cell("plain_rate_unexposed"), .percent, .literal("class", "few"))
        }
    }

    private func between(_ row: Row, into html: inout HTML) {
        html.element("td", .literal("class", "t")) { html in
            html.name(cut(names.step(row.text("from"), of: row.text("funnel"))))
            html.text(" → ")
            html.name(cut(names.step(row.text("to"), of: row.text("funnel"))))
        }
    }

    func withoutEstimate(_ rows: ArraySlice<Row>, into html: inout HTML) {
        html.table(
            "Signals with too few units to compare, and those that contradict themselves",
            [
                .name("signal"), .name("between"), .name("status"), "compared", "exposed",
                "eligible", "plain: exposed", "plain: others",
            ]
        ) { html in
            for row in rows {
                html.row { html in
                    html.head(name: cut(names.signal(row.text("signal"))))
                    between(row, into: &html)
                    html.element("td", .literal("class", "t"), text: row.text("status"))
                    html.number(row.cell("compared"), .count)
                    html.number(row.cell("exposed"), .count)
                    html.number(row.cell("eligible"), .count)
                    html.number(row.cell("plain_rate_exposed"), .percent, .literal("class", "few"))
                    html.number(
                        row.cell("plain_rate_unexposed"), .percent, .literal("class", "few"))
                }
            }
        }
    }
}
