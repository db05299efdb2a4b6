import StatsFolder

// 16. What the words mean, and what the folder holds.
extension Page {
    private static let words: [(term: StaticString, meaning: StaticString)] = [
        ("reached", "units whose deepest step is this one or a later one"),
        ("left", "units whose deepest step is this one; those still open are among them"),
        (
            "still open",
            "units that did not convert and whose window ends after the data: they may yet go on"
        ),
        (
            "rate expected",
            "Kaplan–Meier estimate of the conversion rate, which counts open units as not known yet"
        ),
        (
            "interval",
            "95 %, Wilson's for rates, Newcombe's for differences of rates, Klingenberg's for friction"
        ),
        ("median, p75, p90", "quantiles by linear interpolation (type 7)"),
        (
            "q",
            """
            p-value after Benjamini and Hochberg over the whole table: the expected share of false \
            finds among rows with a q up to this one
            """
        ),
        (
            "bad session",
            """
            a session with a server or client error, an error touchpoint, rapid repeats, a page loop or \
            a retry loop
            """
        ),
        (
            "attribution",
            """
            sessions before a conversion share it out: first, last, last that was not direct, linear, by position, by time, by \
            a Markov chain's removal effect, by Shapley value over sets of channels
            """
        ),
        (
            "associated with",
            "a comparison of groups that may differ in other ways too; no experiment"
        ),
    ]

    func method(into html: inout HTML) {
        section(.method, into: &html) { html in
            html.element("dl", .literal("class", "terms")) { html in
                for (term, meaning) in Self.words {
                    html.element("div") { html in
                        html.element("dt", text: term.description)
                        html.element("dd", text: meaning.description)
                    }
                }
            }
            command(into: &html)
            outputs(into: &html)
        }
    }

    private func command(into html: inout HTML) {
        let manifest = tables.manifest
        html.element("p") { html in
            html.text("Made by ")
            html.element("code", text: "funnelstats \(manifest.version)")
            if let hash = manifest.journeySha256 {
                html.text(" with the journey file of SHA-256 ")
                html.element("code", text: hash)
            } else {
                html.text(" without a journey file")
            }
            html.text("; attribution looks back \(manifest.attribution.lookback), half-life ")
            html.text(manifest.attribution.halfLife)
            if let timeouts = manifest.sessionTimeouts, !timeouts.isEmpty {
                html.text("; sessions end after ")
                html.name(timeouts.joined(separator: ", "))
            }
            html.text(". This page: ")
            html.element("code", text: "report FOLDER -o report.html")
            html.text(", a function of the folder alone.")
        }
    }

    private func outputs(into html: inout HTML) {
        let outputs = tables.manifest.outputs
        guard !outputs.isEmpty else { return html.note("The manifest names no table.") }
        html.folded("Tables of the folder") { html in
            html.table("Tables, by manifest.json", [.name("table"), "rows", .name("SHA-256")]) {
                html in
                for output in outputs.prefix(60) {
                    html.row { html in
                        html.head(name: output.name)
                        html.number(output.rows, "manifest:outputs.rows")
                        html.element("td", .literal("class", "t")) {
                            $0.element("code", text: output.sha256)
                        }
                    }
                }
            }
        }
    }
}
