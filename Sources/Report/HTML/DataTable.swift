import StageSupport

/// The head of a column: its words, and whether names stand in it.
struct Heading: ExpressibleByStringLiteral {
    let words: StaticString
    var phrase: Phrase?
    var isName = false

    init(stringLiteral words: StaticString) { self.words = words }

    init(_ phrase: Phrase) {
        words = ""
        self.phrase = phrase
    }

    static func name(_ phrase: Phrase) -> Heading {
        var heading = Heading(phrase)
        heading.isName = true
        return heading
    }

    static func name(_ words: StaticString) -> Heading {
        var heading = Heading(stringLiteral: words)
        heading.isName = true
        return heading
    }
}

extension HTML {
    /// A region that scrolls where it is wider than the window; its name is its number and `words`.
    mutating func wide(_ words: Phrase, _ content: (inout HTML) -> Void) {
        wide(self.words.text(words), content)
    }

    mutating func wide(_ words: StaticString, _ content: (inout HTML) -> Void) {
        wide(words.description, content)
    }

    private mutating func wide(_ words: String, _ content: (inout HTML) -> Void) {
        let number = nextRegion()
        element(
            "div", .literal("class", "wide"), .literal("role", "region"), .whole("tabindex", 0),
            .label("\(number): \(words)"), content: content)
    }

    /// A table with heads over its columns.
    mutating func table(
        _ caption: StaticString, _ headings: [Heading], rows: (inout HTML) -> Void
    ) {
        table(caption.description, headings, rows: rows)
    }

    mutating func table(_ caption: Phrase, _ headings: [Heading], rows: (inout HTML) -> Void) {
        table(words.text(caption), headings, rows: rows)
    }

    private mutating func table(
        _ caption: String, _ headings: [Heading], rows: (inout HTML) -> Void
    ) {
        wide(caption) { html in
            html.element("table") { html in
                html.element("caption", text: caption)
                html.element("thead") { html in
                    html.element("tr") { html in
                        for heading in headings { html.head(heading) }
                    }
                }
                html.element("tbody", content: rows)
            }
        }
        lineBreak()
    }

    private mutating func head(_ heading: Heading) {
        let text = heading.phrase.map { words.text($0) } ?? heading.words.description
        if heading.isName {
            element(
                "th", .literal("scope", "col"), .literal("class", "t"),
                text: text)
        } else {
            element("th", .literal("scope", "col"), text: text)
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

    /// A table that is folded under the chart it belongs to.
    mutating func folded(_ summary: Phrase, content: (inout HTML) -> Void) {
        folded(words.text(summary), content: content)
    }

    mutating func folded(_ summary: StaticString, content: (inout HTML) -> Void) {
        folded(summary.description, content: content)
    }

    private mutating func folded(_ summary: String, content: (inout HTML) -> Void) {
        element("details") { html in
            html.element("summary", text: summary)
            content(&html)
        }
        lineBreak()
    }

    /// The file that the numbers stand in, and how many of its rows are not shown.
    mutating func source(_ table: TableName, left: Int = 0) {
        element("p", .literal("class", "src")) { html in
            if left > 0 {
                html.element(
                    "span", .sum([]), text: Figure.count.text(Double(left)))
                html.text(" more in ")
            }
            html.element("code", text: table.file)
        }
    }

    /// The line instead of a section without rows.
    mutating func missing(_ table: TableName, in tables: Tables) {
        element("p", .literal("class", "none")) { html in
            html.element("code", text: table.file)
            html.text(tables.has(table) ? " has no rows." : " is not in this folder.")
        }
    }

    mutating func paragraph(_ words: StaticString) { element("p", text: words.description) }

    mutating func note(_ words: StaticString) {
        element("p", .literal("class", "note"), text: words.description)
    }
}
