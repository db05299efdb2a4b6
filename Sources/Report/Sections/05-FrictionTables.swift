// 5, continued. The numbers of the signals.
extension Page {
    func frictionTable(_ rows: ArraySlice<Row>, into html: inout HTML) {
        html.table(
            .frictionCaption,
            [
                Heading(.columnRank), .name(.columnSignal), .name(.columnBetween),
                .name(.columnStatus), .name(.columnClock), Heading(.columnDifference),
                Heading(.columnLow), Heading(.columnHigh), Heading(.columnQ),
                Heading(.columnCompared), Heading(.columnExposed), Heading(.columnEligible),
                Heading(.columnExcess), Heading(.columnAtRisk), Heading(.columnScore),
                Heading(.columnPlainExposed), Heading(.columnPlainOthers),
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
            html.cell(name: words.status(row.text("status")))
            html.cell(name: words.clock(row.text("clock")))
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
            .withoutEstimateCaption,
            [
                .name(.columnSignal), .name(.columnBetween), .name(.columnStatus),
                Heading(.columnCompared), Heading(.columnExposed), Heading(.columnEligible),
                Heading(.columnPlainExposed), Heading(.columnPlainOthers),
            ]
        ) { html in
            for row in rows {
                html.row { html in
                    html.head(name: cut(names.signal(row.text("signal"))))
                    between(row, into: &html)
                    html.cell(name: words.status(row.text("status")))
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
