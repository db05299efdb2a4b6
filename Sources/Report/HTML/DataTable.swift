import StageSupport

/// The head of a column: its words, and whether names stand in it.
struct Heading {
    let words: Phrase
    var isName = false

    init(_ words: Phrase) { self.words = words }

    static func name(_ words: Phrase) -> Heading {
        var heading = Heading(words)
        heading.isName = true
        return heading
    }
}

extension HTML {
    /// Tables of so many columns fit into any window.
    private static let narrow = 3

    /// A region that scrolls where it is wider than the window; its name is its number and `words`. What never
    /// scrolls is no stop of the tab key.
    mutating func wide(_ words: Phrase, columns: Int = 99, _ content: (inout HTML) -> Void) {
        guard columns > Self.narrow else {
            return element("div", .literal("class", "wide"), content: content)
        }
        let number = nextRegion()
        element(
            "div", .literal("class", "wide"), .literal("role", "region"), .whole("tabindex", 0),
            .label("\(number): \(self.words.text(words))"), content: content)
    }

    /// A table with heads over its columns.
    mutating func table(
        _ caption: Phrase, _ headings: [Heading], rows: (inout HTML) -> Void
    ) {
        wide(caption, columns: headings.count) { html in
            html.element("table") { html in
                html.say(caption, in: "caption")
                html.element("thead") { html in
                    html.row { html in
                        for heading in headings { html.head(heading) }
                    }
                }
                html.element("tbody", content: rows)
            }
        }
        lineBreak()
    }

    private mutating func head(_ heading: Heading) {
        if heading.isName {
            say(heading.words, in: "th", .literal("scope", "col"), .literal("class", "t"))
        } else {
            say(heading.words, in: "th", .literal("scope", "col"))
        }
    }

    /// A row.
    mutating func row(_ content: (inout HTML) -> Void) { element("tr", content: content) }

    /// The head of a row: a name of the log.
    mutating func head(name: String) {
        element("th", .literal("scope", "row")) { $0.name(name) }
    }

    /// A cell with a name of the log, or with a word of a table's own.
    mutating func cell(name: String) {
        element("td", .literal("class", "t")) { html in
            if !name.isEmpty { html.name(name) }
        }
    }

    /// A cell with what programs read.
    mutating func cell(code: String) {
        element("td", .literal("class", "t")) { html in
            if !code.isEmpty { html.code(code) }
        }
    }

    /// A cell with words of our own.
    mutating func cell(_ phrase: Phrase) { say(phrase, in: "td", .literal("class", "t")) }

    /// A table that is folded under the chart it belongs to.
    mutating func folded(_ summary: Phrase, content: (inout HTML) -> Void) {
        element("details") { html in
            html.say(summary, in: "summary")
            content(&html)
        }
        lineBreak()
    }

    /// The file that the numbers stand in, and how many of its rows are not shown.
    mutating func source(_ table: TableName, left: Int = 0) {
        element("p", .literal("class", "src")) { html in
            if left > 0 {
                html.say(.moreIn, ["n": .derived(Double(left), .count, .sum([]))])
                html.text(" ")
            }
            html.code(table.file)
        }
    }

    /// The line instead of a part without rows: what is missing, and what that means or takes.
    mutating func missing(_ table: TableName, in tables: Tables) {
        let gaps: KeyValuePairs<String, Gap> = ["table": .code(table.file)]
        guard tables.has(table) else { return nothing(.tableMissing, gaps) }
        say(
            .tableEmpty, ["table": .code(table.file), "why": .words(table.whyEmpty)],
            in: "p", .literal("class", "none"))
    }

    /// Words before a part of a section.
    mutating func paragraph(_ phrase: Phrase, _ gaps: KeyValuePairs<String, Gap> = [:]) {
        say(phrase, gaps, in: "p")
    }
}

extension TableName {
    /// What it means that the table has no rows.
    var whyEmpty: Phrase {
        switch self {
        case .funnel, .totals, .trend, .correlation: .whyNobodyEntered
        case .times: .whyNobodyConverted
        case .next: .whyNobodyLeft
        case .friction, .signals: .whyNoSignal
        case .attribution: .whyNoConversion
        case .retention: .whyNoWeek
        case .stages, .channels, .experience: .whyNoStage
        case .compare: .whyNoChange
        case .transitions, .touchpoints, .paths, .rework, .metrics, .activity, .hours: .whyNoRows
        }
    }
}
