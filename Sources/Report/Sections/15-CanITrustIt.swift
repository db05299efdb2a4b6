import StageSupport
import StatsFolder

// 15. The ledger: where everything went that was read.
extension Page {
    func ledger(into html: inout HTML) {
        section(.trust, into: &html) { html in
            html.table(
                .ledgerCaption, [.name(.columnWhat), Heading(.columnCount), .name(.columnCheck)]
            ) { html in
                ingestRows(into: &html)
                sessionizeRows(into: &html)
                statsRows(into: &html)
            }
            html.note(.ledgerNote)
            inputs(into: &html)
        }
    }

    private func line(
        _ title: Phrase, _ count: Int, _ path: StaticString, check: String = "",
        into html: inout HTML
    ) {
        html.row { html in
            html.say(title, in: "th", .literal("scope", "row"))
            html.number(count, path)
            html.element("td", .literal("class", "t")) { $0.element("bdi", text: check) }
        }
    }

    private func notSupplied(_ title: Phrase, _ file: String, into html: inout HTML) {
        html.row { html in
            html.say(title, in: "th", .literal("scope", "row"))
            html.say(.notSupplied, in: "td")
            html.say(
                .putThereBy, ["command": .code(file)], in: "td", .literal("class", "t"))
        }
    }

    private func sum(_ isRight: Bool, _ what: Phrase) -> String {
        words.text(isRight ? .addsUp : .addsUpNot, ["what": .words(what)])
    }

    private func ingestRows(into html: inout HTML) {
        guard let ledger = tables.ingest?.ledger else {
            return notSupplied(.lineRead, "ingest --summary ingest.summary.json", into: &html)
        }
        line(
            .lineRead, ledger.lines, "ingest:lines",
            check: sum(ledger.lines == ledger.accounted, .sixClasses), into: &html)
        line(.lineEvents, ledger.events, "ingest:events", into: &html)
        line(
            .lineRejected, ledger.rejected, "ingest:rejected", check: codes(ledger.rejects),
            into: &html)
        line(.lineFiltered, ledger.filtered, "ingest:filtered", into: &html)
        line(.lineBots, ledger.bots, "ingest:bots", into: &html)
        line(.lineDuplicates, ledger.duplicates, "ingest:duplicates", into: &html)
        line(.lineBlank, ledger.blank, "ingest:blank", into: &html)
    }

    /// The five most frequent codes.
    private func codes(_ rejects: [String: Int]) -> String {
        rejects.sorted {
            $0.value == $1.value
                ? PathFlow.isBefore($0.key, $1.key) : $0.value > $1.value
        }.prefix(5).map { "\($0.key) \(words.show(Double($0.value), .count))" }
            .joined(separator: ", ")
    }

    private func sessionizeRows(into html: inout HTML) {
        guard let summary = tables.sessionize else {
            return notSupplied(
                .lineSessionized, "sessionize --summary sessionize.summary.json", into: &html)
        }
        let check = tables.ingest.map {
            sum($0.ledger.events == summary.newRows, .eventsOfIngest)
        }
        line(
            .lineSessionizeRead, summary.newRows, "sessionize:rows_read", check: check ?? "",
            into: &html)
        line(.lineNoKey, summary.noKey, "sessionize:no_key", into: &html)
        line(.lineQuarantine, summary.quarantinedRows, "sessionize:quarantined_rows", into: &html)
        line(.lineHeld, summary.heldRows, "sessionize:held_rows", into: &html)
        line(.lineLate, summary.late, "sessionize:late", into: &html)
        line(.lineVisitors, summary.visitors, "sessionize:visitors", into: &html)
        line(.lineLinked, summary.linked, "sessionize:linked", into: &html)
        line(.lineShared, summary.shared, "sessionize:shared", into: &html)
    }

    private func statsRows(into html: inout HTML) {
        let manifest = tables.manifest
        let leftOut = manifest.part?.rowsLeftOut ?? 0
        let isRight = manifest.rows == manifest.rowsUsed + leftOut + manifest.rowsDeliveredTwice
        var check = sum(
            isRight,
            manifest.part == nil
                ? .usedAndTwice : .usedTwiceLeftOut)
        if let summary = tables.sessionize {
            check += "; " + sum(summary.rows == manifest.rows, .rowsOfSessionize)
        }
        line(.lineStatsRead, manifest.rows, "manifest:rows", check: check, into: &html)
        line(.lineUsed, manifest.rowsUsed, "manifest:rows_used", into: &html)
        line(
            .lineTwice, manifest.rowsDeliveredTwice, "manifest:rows_delivered_twice",
            into: &html)
        if let part = manifest.part {
            line(
                .lineBeforeSince, part.rowsBeforeSince,
                "manifest:part.rows_before_since", into: &html)
            line(
                .lineFromUntil, part.rowsFromUntil, "manifest:part.rows_from_until",
                into: &html)
            line(
                .lineNotWhere, part.rowsNotWhere, "manifest:part.rows_not_where",
                check: part.where.map(cut).joined(separator: ", "), into: &html)
        }
        for funnel in shownFunnels {
            line(
                .lineNoUnit, funnel.rules.rowsWithoutUnit,
                "manifest:funnels.rows_without_unit", check: cut(names.funnel(funnel.name)),
                into: &html)
            line(
                .lineRemoved, funnel.rules.removed, "manifest:funnels.removed",
                check: cut(names.funnel(funnel.name)), into: &html)
        }
        if let left = manifest.answersOffScale {
            line(
                .lineOffScale, left, "manifest:answers_off_scale", into: &html)
        }
        unmapped(into: &html)
    }

    private func unmapped(into html: inout HTML) {
        guard let share = Alarms.unmapped(tables) else { return }
        html.row { html in
            html.say(.lineUnmapped, in: "th", .literal("scope", "row"))
            let row = tables.rows(.touchpoints).first { $0.text("touchpoint") == "(unmapped)" }
            if let row {
                html.number(row.cell("events"), .count)
            } else {
                html.element("td", .sum([]), text: "0")
            }
            html.element("td", .literal("class", "t")) { html in
                html.say(.unmappedShare, ["share": .derived(share, .percent, .sum([]))])
            }
        }
    }
}
