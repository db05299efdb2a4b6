import StatsFolder

// 15. The ledger: where everything went that was read.
extension Page {
    func ledger(into html: inout HTML) {
        section(.trust, into: &html) { html in
            html.table("Where the lines and rows went", [.name("what"), "count", .name("check")]) {
                html in
                ingestRows(into: &html)
                sessionizeRows(into: &html)
                statsRows(into: &html)
            }
            html.note(
                """
                Codes, examples and raw lines of what was rejected stand in the file of \
                ingest --rejects. Names that match no touchpoint: funnelstats check.
                """)
            inputs(into: &html)
        }
    }

    private func line(
        _ words: StaticString, _ count: Int, _ path: StaticString, check: String = "",
        into html: inout HTML
    ) {
        html.row { html in
            html.element("th", .literal("scope", "row"), text: words.description)
            html.number(count, path)
            html.element("td", .literal("class", "t")) { $0.element("bdi", text: check) }
        }
    }

    private func notSupplied(_ words: StaticString, _ file: String, into html: inout HTML) {
        html.row { html in
            html.element("th", .literal("scope", "row"), text: words.description)
            html.element("td", text: "not supplied")
            html.element("td", .literal("class", "t")) { html in
                html.text("put there by ")
                html.element("code", text: file)
            }
        }
    }

    private static func sum(_ isRight: Bool, _ words: String) -> String {
        (isRight ? "✓ " : "✗ does not add up: ") + words
    }

    private func ingestRows(into html: inout HTML) {
        guard let ingest = tables.ingest else {
            return notSupplied("lines read", "ingest --summary ingest.summary.json", into: &html)
        }
        line(
            "lines read", ingest.lines, "ingest:lines",
            check: Self.sum(ingest.lines == ingest.accounted, "the six classes below"), into: &html)
        line("events", ingest.events, "ingest:events", into: &html)
        line(
            "rejected", ingest.rejected, "ingest:rejected", check: Self.codes(ingest), into: &html)
        line("filtered", ingest.filtered, "ingest:filtered", into: &html)
        line("bots", ingest.bots, "ingest:bots", into: &html)
        line("duplicates", ingest.duplicates, "ingest:duplicates", into: &html)
        line("blank", ingest.blank, "ingest:blank", into: &html)
    }

    /// The five most frequent codes.
    private static func codes(_ ingest: IngestSummary) -> String {
        ingest.rejects.sorted {
            $0.value == $1.value
                ? PathFlow.isBefore($0.key, $1.key) : $0.value > $1.value
        }.prefix(5).map { "\($0.key) \(Figure.count.text(Double($0.value)))" }
            .joined(separator: ", ")
    }

    private func sessionizeRows(into html: inout HTML) {
        guard let summary = tables.sessionize else {
            return notSupplied(
                "rows sessionized", "sessionize --summary sessionize.summary.json", into: &html)
        }
        let check = tables.ingest.map {
            Self.sum($0.events == summary.rowsRead, "events of ingest")
        }
        line(
            "rows sessionize read", summary.rowsRead, "sessionize:rows_read", check: check ?? "",
            into: &html)
        line("without key", summary.noKey, "sessionize:no_key", into: &html)
        line("in quarantine", summary.quarantinedRows, "sessionize:quarantined_rows", into: &html)
        line("held over", summary.heldRows, "sessionize:held_rows", into: &html)
        line("late", summary.late, "sessionize:late", into: &html)
        line("visitors", summary.visitors, "sessionize:visitors", into: &html)
        line("linked to a customer", summary.linked, "sessionize:linked", into: &html)
        line("shared by customers", summary.shared, "sessionize:shared", into: &html)
    }

    private func statsRows(into html: inout HTML) {
        let manifest = tables.manifest
        let leftOut = manifest.part?.rowsLeftOut ?? 0
        let isRight = manifest.rows == manifest.rowsUsed + leftOut + manifest.rowsDeliveredTwice
        var check = Self.sum(
            isRight,
            manifest.part == nil
                ? "used and delivered twice" : "used, delivered twice and left out")
        if let summary = tables.sessionize {
            check += "; " + Self.sum(summary.rows == manifest.rows, "rows that sessionize wrote")
        }
        line("rows funnelstats read", manifest.rows, "manifest:rows", check: check, into: &html)
        line("used", manifest.rowsUsed, "manifest:rows_used", into: &html)
        line(
            "delivered twice", manifest.rowsDeliveredTwice, "manifest:rows_delivered_twice",
            into: &html)
        if let part = manifest.part {
            line(
                "left out: before --since", part.rowsBeforeSince,
                "manifest:part.rows_before_since", into: &html)
            line(
                "left out: from --until on", part.rowsFromUntil, "manifest:part.rows_from_until",
                into: &html)
            line(
                "left out by --where", part.rowsNotWhere, "manifest:part.rows_not_where",
                check: part.where.map(cut).joined(separator: ", "), into: &html)
        }
        for funnel in shownFunnels {
            line(
                "rows without unit", funnel.rules.rowsWithoutUnit,
                "manifest:funnels.rows_without_unit", check: cut(names.funnel(funnel.name)),
                into: &html)
            line(
                "units removed by an exclusion", funnel.rules.removed, "manifest:funnels.removed",
                check: cut(names.funnel(funnel.name)), into: &html)
        }
        if let left = manifest.answersOffScale {
            line(
                "feedback answers off their scale", left, "manifest:answers_off_scale", into: &html)
        }
        unmapped(into: &html)
    }

    private func unmapped(into html: inout HTML) {
        guard let share = Alarms.unmapped(tables) else { return }
        html.row { html in
            html.element("th", .literal("scope", "row"), text: "events that match no touchpoint")
            let row = tables.rows(.touchpoints).first { $0.text("touchpoint") == "(unmapped)" }
            if let row {
                html.number(row.cell("events"), .count)
            } else {
                html.element("td", .sum([]), text: "0")
            }
            html.element(
                "td", .literal("class", "t"), .sum([]),
                text: "\(Figure.percent.text(share)) of all; names: funnelstats check")
        }
    }
}
