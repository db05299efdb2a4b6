import StageSupport

// Words for people: label = "Payment declined", or label = { en = "…", fi = "…" }.
extension JourneyFile {
    /// The label of a section; nil where it has none.
    mutating func label(in section: Section) -> JourneyLabel.Text? {
        guard section.holds("label") else { return nil }
        if let inner = section.section("label") { return translations(inner) }
        guard let text = section.string("label"), !text.isEmpty else {
            problem(
                section.path("label"),
                "text in quotes is expected, or { en = \"…\", fi = \"…\" }")
            return nil
        }
        return JourneyLabel.Text(texts: [(JourneyLabel.Text.anyLanguage, text)])
    }

    private mutating func translations(_ section: Section) -> JourneyLabel.Text? {
        let languages = JourneyLabel.Text.languages
        allow(languages, in: section)
        let texts = languages.compactMap { language in
            string(language, in: section).map { (language: language, text: $0) }
        }
        if texts.isEmpty || texts.contains(where: \.text.isEmpty) {
            problem(section.location, "a text for each language is expected")
            return nil
        }
        return JourneyLabel.Text(texts: texts)
    }

    /// Adds the label of a section that has one.
    mutating func add(
        labelOf subject: JourneyLabel.Subject, _ name: String?, in section: Section,
        to journey: inout Journey
    ) {
        guard let text = label(in: section), let name else { return }
        journey.labels.append(JourneyLabel(subject: subject, name: name, text: text))
    }

    /// The labels of a funnel's steps.
    mutating func addSteps(of funnel: Funnel, in section: Section, to journey: inout Journey) {
        for (index, item) in section.items("steps").enumerated() {
            guard case .section(let inner) = item, let text = label(in: inner),
                index < funnel.steps.count
            else { continue }
            journey.labels.append(
                JourneyLabel(
                    subject: .step, name: funnel.steps[index].label, funnel: funnel.name,
                    step: index + 1, text: text))
        }
    }

    /// `[[segment]]`: the words for a breakdown, or with `segment` for one of its values.
    mutating func addSegments(_ top: Section, to journey: inout Journey) {
        for section in sections("segment", in: top) {
            allow(["breakdown", "segment", "label"], in: section)
            guard let name = string("breakdown", in: section) else {
                problem(section.location, "breakdown is missing")
                continue
            }
            guard field(named: name, at: section.path("breakdown")) != nil,
                let text = label(in: section)
            else {
                if !section.holds("label") { problem(section.location, "label is missing") }
                continue
            }
            let segment = string("segment", in: section)
            journey.labels.append(
                JourneyLabel(
                    subject: segment == nil ? .breakdown : .segment, name: segment ?? name,
                    breakdown: segment == nil ? nil : name, text: text))
        }
    }

    /// `site` and `language`: what the report is about, and what it is written in.
    mutating func setReport(_ top: Section, _ journey: inout Journey) {
        journey.site = string("site", in: top)
        guard let language = string("language", in: top) else { return }
        let known = JourneyLabel.Text.languages
        guard known.contains(language) else {
            return problem(
                "language", "'\(language)' is not one of \(known.joined(separator: ", "))")
        }
        journey.language = language
    }
}
