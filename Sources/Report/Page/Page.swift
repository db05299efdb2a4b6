import StatsFolder

/// The page of a folder: a pure function of its tables.
struct Page {
    let tables: Tables
    let funnels: [FunnelFacts]
    let changes: Changes
    let detail: Detail
    let names: Names
    /// Whether it has the script.
    let isInteractive: Bool

    var words: Words { names.words }

    /// The page with as much detail as keeps it small; without a language in that of the journey file.
    static func smallEnough(
        _ tables: Tables, language: Words.Language? = nil, isInteractive: Bool = false
    ) -> (page: Page, bytes: [UInt8]) {
        let funnels = FunnelFacts.all(tables)
        let changes = Changes(tables, funnels)
        let language = language ?? tables.manifest.language.flatMap(Words.Language.init) ?? .en
        let names = Names(tables.manifest, Words(language: language))
        var made: (page: Page, bytes: [UInt8])?
        for (level, detail) in Detail.levels.enumerated().dropFirst(Detail.first(tables)) {
            let page = Page(
                tables: tables, funnels: funnels, changes: changes, detail: detail, names: names,
                isInteractive: isInteractive)
            let bytes = page.bytes()
            made = (page, bytes)
            let most = level < Detail.lightLevels - 1 ? Detail.lightBytes : Detail.mostBytes
            if bytes.count <= most { break }
        }
        guard let made else { preconditionFailure("there are levels of detail") }
        return made
    }

    /// Funnels with sections of their own.
    var shownFunnels: ArraySlice<FunnelFacts> { funnels.prefix(detail.funnels) }

    func bytes() -> [UInt8] {
        var html = HTML(words, isInteractive: isInteractive)
        html.preamble("<!DOCTYPE html>\n")
        html.element("html", .language(words.language)) { html in
            head(into: &html)
            html.element("body") { body(into: &$0) }
        }
        html.lineBreak()
        return html.bytes
    }

    private func head(into html: inout HTML) {
        html.element("head") { html in
            html.void("meta", .literal("charset", "utf-8"))
            html.void(
                "meta", .literal("http-equiv", "Content-Security-Policy"),
                .policy(
                    style: isInteractive ? StyleSheet.interactiveDigest : StyleSheet.digest,
                    script: isInteractive ? Script.digest : nil))
            html.void("meta", .literal("name", "referrer"), .literal("content", "no-referrer"))
            html.void("meta", .literal("name", "robots"), .literal("content", "noindex"))
            html.void(
                "meta", .literal("name", "viewport"),
                .literal("content", "width=device-width, initial-scale=1"))
            html.element("title", text: title)
            html.style(isInteractive ? StyleSheet.interactivePage : StyleSheet.page)
        }
        html.lineBreak()
    }

    private func body(into html: inout HTML) {
        html.element(
            "a", .literal("class", "skip"), .link(Anchor("main")), text: words.text(.skip))
        html.element(
            "svg", .literal("class", "defs"), .literal("aria-hidden", "true"), .whole("width", 0),
            .whole("height", 0)
        ) { $0.patterns() }
        opening(into: &html)
        html.element("main", .id(Anchor("main"))) { html in
            glance(into: &html)
            navigation(into: &html)
            journeyMap(into: &html)
            counting(into: &html)
            comparison(into: &html)
            friction(into: &html)
            steps(into: &html)
            paths(into: &html)
            overTime(into: &html)
            segments(into: &html)
            customers(into: &html)
            howLong(into: &html)
            transitions(into: &html)
            when(into: &html)
            correlation(into: &html)
            ledger(into: &html)
            method(into: &html)
        }
        html.lineBreak()
        if isInteractive { html.script(Script.page) }
    }
}

/// The sections of the page after its opening, in their order.
enum PageSection: Int, CaseIterable {
    case glance = 1, map, changes, friction, steps, paths, trend, segments, customers
    case time, transitions, hours, correlation, trust, method

    var title: Phrase {
        switch self {
        case .glance: .glanceHeading
        case .map: .mapCaption
        case .changes: .comparisonChart
        case .friction: .rowPain
        case .steps: .stepsHeading
        case .paths: .pathsHeading
        case .trend: .trendHeading
        case .segments: .segmentsHeading
        case .customers: .rowCustomers
        case .time: .timeHeading
        case .transitions: .transitionsHeading
        case .hours: .hoursHeading
        case .correlation: .correlationHeading
        case .trust: .trustHeading
        case .method: .methodHeading
        }
    }

    /// What an analyst asks for: folded, so that the page is short for all others.
    var isAppendix: Bool {
        switch self {
        case .time, .transitions, .hours, .correlation, .method: true
        default: false
        }
    }

    /// What stands in the place of a folded section.
    var appendix: Phrase {
        switch self {
        case .time: .timeAppendix
        case .transitions: .transitionsAppendix
        case .hours: .hoursAppendix
        case .correlation: .correlationAppendix
        default: .methodAppendix
        }
    }

    var anchor: Anchor { Anchor("section", rawValue) }
}

extension Page {
    /// A section with its heading.
    func section(_ section: PageSection, into html: inout HTML, _ content: (inout HTML) -> Void) {
        let heading = Anchor("heading", section.rawValue)
        html.element("section", .id(section.anchor), .labelledBy(heading)) { html in
            html.say(section.title, in: "h2", .id(heading))
            if section.isAppendix {
                html.folded(section.appendix, content: content)
            } else {
                content(&html)
            }
        }
        html.lineBreak()
    }

    /// The part of a section for each funnel, under the funnel's name where there are several.
    func eachFunnel(
        _ section: PageSection, into html: inout HTML,
        _ content: (FunnelFacts, inout HTML) -> Void
    ) {
        if funnels.isEmpty { html.nothing(.noFunnel) }
        let shown = Array(shownFunnels)
        html.tabs(
            section.title, "tab", section.rawValue, names: shown.map { cut(names.funnel($0.name)) }
        ) { index, html in
            if funnels.count > 1 {
                // The tab says it already; paper and links need it.
                html.element(
                    "h3", .id(Anchor("part", section.rawValue, shown[index].number)),
                    shown.count > 1 ? .literal("class", "named") : .shade(0)
                ) {
                    $0.name(cut(names.funnel(shown[index].name)))
                }
            }
            content(shown[index], &html)
        }
        let left = funnels.count - shown.count
        guard left > 0 else { return }
        html.note(
            .moreFunnels,
            ["n": .derived(Double(left), .count, .sum([])), "table": .code(TableName.funnel.file)])
    }

    /// The table under a chart of `funnel`; folded, and for the first funnels only where there are
    /// many numbers.
    func folded(
        _ summary: Phrase, of funnel: FunnelFacts, _ table: TableName, into html: inout HTML,
        _ content: (inout HTML) -> Void
    ) {
        guard funnel.number <= detail.tables else { return html.source(table) }
        html.folded(summary, content: content)
    }

    /// The heading within the part of a funnel, whose own name is an `h3` where there are several.
    var minorHeading: StaticString { funnels.count > 1 ? "h4" : "h3" }

    /// A name that stands whole, unless it is longer than any that people give.
    func cut(_ name: String) -> String {
        let scalars = name.unicodeScalars
        guard scalars.count > detail.name else { return name }
        return String(String.UnicodeScalarView(scalars.prefix(detail.name))) + "…"
    }
}
