import StatsFolder

// 16. What the words mean, and what the folder holds.
extension Page {
    private static let terms: [(term: Phrase, meaning: Phrase)] = [
        (.termReached, .meaningReached), (.termLeft, .meaningLeft), (.termOpen, .meaningOpen),
        (.termExpected, .meaningExpected), (.termInterval, .meaningInterval),
        (.termMedian, .meaningMedian), (.termQ, .meaningQ), (.termBad, .meaningBad),
        (.termAssociated, .meaningAssociated),
    ]
    private static let signals: [(term: Phrase, meaning: Phrase)] = [
        (.signalServerError, .meaningServerError), (.signalClientError, .meaningClientError),
        (.signalNotFound, .meaningNotFound), (.signalDenied, .meaningDenied),
        (.signalSlow, .meaningSlow), (.signalRapidRepeat, .meaningRapidRepeat),
        (.signalPageLoop, .meaningPageLoop), (.signalQuickBack, .meaningQuickBack),
        (.signalPingPong, .meaningPingPong), (.signalUTurn, .meaningUTurn),
        (.signalRetryLoop, .meaningRetryLoop), (.signalLongDwell, .meaningLongDwell),
        (.signalSearchRefinement, .meaningSearchRefinement),
        (.signalSupportContact, .meaningSupportContact),
        (.signalResumedLater, .meaningResumedLater), (.termErrorSignal, .meaningErrorSignal),
    ]
    private static let metrics: [(term: Phrase, meaning: Phrase)] = [
        (.metricConversionRate, .meaningConversionRate), (.metricOrderValue, .meaningOrderValue),
        (.metricRepeatPurchase, .meaningRepeatPurchase),
        (.metricAbandonment, .meaningAbandonment), (.metricBounce, .meaningBounce),
        (.metricErrorSessions, .meaningErrorSessions), (.metricReturn7, .meaningReturn),
        (.metricSupport, .meaningSupport), (.metricResponseMedian, .meaningResponse),
        (.metricAnswered, .meaningAnswered), (.metricNPS, .meaningNPS), (.metricCSAT, .meaningCSAT),
        (.metricReferral, .meaningReferral),
    ]
    private static let models: [(term: Phrase, meaning: Phrase)] = [
        (.modelFirst, .meaningFirst), (.modelLast, .meaningLast),
        (.modelLastNonDirect, .meaningLastNonDirect), (.modelLinear, .meaningLinear),
        (.modelPosition, .meaningPosition), (.modelDecay, .meaningDecay),
        (.modelMarkov, .meaningMarkov), (.modelShapley, .meaningShapley),
    ]

    func method(into html: inout HTML) {
        section(.method, into: &html) { html in
            glossary(Self.terms, into: &html)
            html.folded(.glossaryFolded) { html in
                for (title, terms) in [
                    (Phrase.glossarySignals, Self.signals), (.metricsHeading, Self.metrics),
                    (.glossaryModels, Self.models),
                ] {
                    html.say(title, in: "h3")
                    glossary(terms, into: &html)
                }
            }
            labelTable(into: &html)
            command(into: &html)
            outputs(into: &html)
        }
    }

    private func glossary(
        _ terms: [(term: Phrase, meaning: Phrase)], into html: inout HTML
    ) {
        html.element("dl", .literal("class", "terms")) { html in
            for (term, meaning) in terms {
                html.element("div") { html in
                    html.say(term, in: "dt")
                    html.say(meaning, in: "dd")
                }
            }
        }
    }

    /// Which name of the tables each label stands for.
    private func labelTable(into html: inout HTML) {
        let labels = tables.manifest.labels ?? []
        guard !labels.isEmpty else { return }
        let shown = detail.shown(of: labels.count)
        html.folded(.labelsFolded) { html in
            html.table(.labelsCaption, [.name(.columnLabel), .name(.columnKey), .name(.columnOf)]) {
                html in
                for label in labels.prefix(shown) {
                    html.row { html in
                        html.head(name: cut(names.text(label)))
                        html.element("td", .literal("class", "t")) { html in
                            html.element("bdi") { $0.code(cut(label.name)) }
                        }
                        html.cell(Words.subject(label.of))
                    }
                }
            }
            if labels.count > shown {
                html.note(
                    .moreLabels, ["n": .derived(Double(labels.count - shown), .count, .sum([]))])
            }
        }
    }

    private func command(into html: inout HTML) {
        let manifest = tables.manifest
        html.paragraph(
            .madeBy,
            [
                "program": .code("funnelstats \(manifest.version)"),
                "hash": manifest.journeySha256.map { .code($0) } ?? .words(.noJourneyFile),
                "start": .text(minute(manifest.dataStart)), "end": .text(minute(manifest.dataEnd)),
            ])
        let timeouts = manifest.sessionTimeouts ?? []
        html.paragraph(
            .rulesUsed,
            [
                "lookback": .text(words.window(manifest.attribution.lookback)),
                "half": .text(words.window(manifest.attribution.halfLife)),
                "timeouts": timeouts.isEmpty
                    ? .text(Figure.none)
                    : .text(timeouts.map(words.window).joined(separator: ", ")),
                "command": .code("report FOLDER -o report.html"),
            ])
    }

    private func outputs(into html: inout HTML) {
        let outputs = tables.manifest.outputs
        guard !outputs.isEmpty else { return html.nothing(.noOutputs) }
        html.folded(.outputsFolded) { html in
            html.table(
                .outputsCaption, [.name(.columnTable), Heading(.columnRows), .name(.columnHash)]
            ) { html in
                for output in outputs.prefix(60) {
                    html.row { html in
                        html.element("th", .literal("scope", "row")) { $0.code(output.name) }
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
