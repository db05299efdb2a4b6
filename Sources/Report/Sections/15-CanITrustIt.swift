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
            html.element("th", .own("scope", "row"), text: words.description)
            html.number(count, path)
            html.element("td", .own("class", "t")) { $0.element("bdi", text: check) }
        }
    }

    private func notSupplied(_ words: StaticString, _ file: String, into html: inout HTML) {
        html.row { html in
            html.element("th", .own("scope", "row"), text: words.description)
            html.element("td", text: "not supplied")
            html.element("td", .own("class", "t")) { html in
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
        let isRight = manifest.rows == manifest.rowsUsed + manifest.rowsDeliveredTwice
        var check = Self.sum(isRight, "used and delivered twice")
        if let summary = tables.sessionize {
            check += "; " + Self.sum(summary.rows == manifest.rows, "rows that sessionize wrote")
        }
        line("rows funnelstats read", manifest.rows, "manifest:rows", check: check, into: &html)
        line("used", manifest.rowsUsed, "manifest:rows_used", into: &html)
        line(
            "delivered twice", manifest.rowsDeliveredTwice, "manifest:rows_delivered_twice",
            into: &html)
        for funnel in shownFunnels {
            line(
                "rows without unit", funnel.rules.rowsWithoutUnit,
                "manifest:funnels.rows_without_unit", check: "funnel \(cut(funnel.name))",
                into: &html)
            line(
                "units removed by an exclusion", funnel.rules.removed, "manifest:funnels.removed",
                check: "funnel \(cut(funnel.name))", into: &html)
        }
        unmapped(into: &html)
    }

    private func unmapped(into html: inout HTML) {
        guard let share = Alarms.unmapped(tables) else { return }
        html.row { html in
            html.element("th", .own("scope", "row"), text: "events that match no touchpoint")
            let row = tables.rows(.touchpoints).first { $0.text("touchpoint") == "(unmapped)" }
            if let row {
                html.number(row.cell("events"), .count)
            } else {
                html.element("td", .sum([]), text: "0")
            }
            html.element(
                "td", .own("class", "t"), .sum([]),
                text: "\(Figure.percent.text(share)) of all; names: funnelstats check")
        }
    }

    private func inputs(into html: inout HTML) {
        if let inputs = tables.ingest?.inputs, !inputs.isEmpty {
            let shown = min(inputs.count, detail.top)
            html.folded("Inputs of ingest") { html in
                html.table(
                    "Log files read",
                    [
                        .name("file"), "bytes", "lines", .name("format"), .name("state"),
                        .name("SHA-256"),
                    ]
                ) { html in
                    for input in inputs.prefix(shown) { logRow(input, into: &html) }
                }
                more(inputs.count - shown, in: "ingest.summary.json", into: &html)
            }
        }
        let inputs = tables.manifest.inputs
        guard !inputs.isEmpty else { return }
        let shown = min(inputs.count, detail.top)
        html.folded("Inputs of funnelstats") { html in
            html.table(
                "Path streams read", [.name("file"), "bytes", "rows", .name("hash of the rows")]
            ) { html in
                for input in inputs.prefix(shown) { streamRow(input, into: &html) }
            }
            more(inputs.count - shown, in: "manifest.json", into: &html)
        }
    }

    private func more(_ left: Int, in file: String, into html: inout HTML) {
        guard left > 0 else { return }
        html.element("p", .own("class", "src")) { html in
            html.element("span", .sum([]), text: "\(left)")
            html.text(" more in ")
            html.element("code", text: file)
        }
    }

    private func logRow(_ input: IngestSummary.Input, into html: inout HTML) {
        html.row { html in
            html.head(name: cut(Self.fileName(input.name)))
            html.number(input.bytes, "ingest:inputs.bytes")
            html.number(input.lines, "ingest:inputs.lines")
            html.cell(name: input.format ?? Figure.none)
            html.cell(name: input.state)
            html.element("td", .own("class", "t")) {
                $0.element("code", text: input.sha256 ?? Figure.none)
            }
        }
    }

    private func streamRow(_ input: StatsManifest.Input, into html: inout HTML) {
        html.row { html in
            html.head(name: cut(Self.fileName(input.name)))
            html.number(input.bytes, "manifest:inputs.bytes")
            html.number(input.rows, "manifest:inputs.rows")
            html.element("td", .own("class", "t")) { html in
                let hashes = input.hashes.prefix(4).map { $0 ?? Figure.none }
                let left = input.hashes.count - hashes.count
                html.element(
                    "code",
                    text: hashes.joined(separator: ", ") + (left > 0 ? ", … \(left) more" : ""))
            }
        }
    }

    /// The name without its folder, which tells of the machine alone.
    private static func fileName(_ path: String) -> String {
        path.utf8.split(separator: 0x2F).last.map { String(decoding: $0, as: UTF8.self) } ?? path
    }
}
