import StatsFolder

// 15, continued. What was read.
extension Page {
    func inputs(into html: inout HTML) {
        if let inputs = tables.ingest?.inputs, !inputs.isEmpty {
            let shown = min(inputs.count, detail.top)
            html.folded(.inputsOfIngest) { html in
                html.table(
                    .logsCaption,
                    [
                        .name(.columnFile), Heading(.columnBytes), Heading(.columnLines),
                        .name(.columnFormat), .name(.columnState), .name(.columnHash),
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
        html.folded(.inputsOfStats) { html in
            html.table(
                .streamsCaption,
                [
                    .name(.columnFile), Heading(.columnBytes), Heading(.columnRows),
                    .name(.columnRowHash),
                ]
            ) { html in
                for input in inputs.prefix(shown) { streamRow(input, into: &html) }
            }
            more(inputs.count - shown, in: "manifest.json", into: &html)
        }
    }

    private func more(_ left: Int, in file: String, into html: inout HTML) {
        guard left > 0 else { return }
        html.element("p", .literal("class", "src")) { html in
            html.say(.moreIn, ["n": .derived(Double(left), .count, .sum([]))])
            html.text(" ")
            html.code(file)
        }
    }

    private func logRow(_ input: IngestSummary.Input, into html: inout HTML) {
        html.row { html in
            html.head(name: cut(Self.fileName(input.name)))
            html.number(input.bytes, "ingest:inputs.bytes")
            html.number(input.lines, "ingest:inputs.lines")
            html.cell(code: input.format ?? Figure.none)
            html.cell(name: words.state(input.state))
            html.element("td", .literal("class", "t")) {
                $0.element("code", text: input.sha256 ?? Figure.none)
            }
        }
    }

    private func streamRow(_ input: StatsManifest.Input, into html: inout HTML) {
        html.row { html in
            html.head(name: cut(Self.fileName(input.name)))
            html.number(input.bytes, "manifest:inputs.bytes")
            html.number(input.rows, "manifest:inputs.rows")
            html.element("td", .literal("class", "t")) { html in
                let hashes = input.hashes.prefix(4).map { $0 ?? Figure.none }
                let left = input.hashes.count - hashes.count
                html.element(
                    "code",
                    text: hashes.joined(separator: ", ") + (left > 0 ? ", … +\(left)" : ""))
            }
        }
    }

    /// The name without its folder, which tells of the machine alone.
    private static func fileName(_ path: String) -> String {
        path.utf8.split(separator: 0x2F).last.map { String(decoding: $0, as: UTF8.self) } ?? path
    }
}
