import StageSupport
import TOML
import Rows

/// Reads a journey file; all problems are told in one run.
package struct JourneyFile {
    private let places: JourneyPlaces
    private var problems: [String] = []

    /// Throws exit 78 with `file:line:column: ` before what is wrong, syntax or meaning.
    package static func journey(from text: String, path: String) throws -> Journey {
        let table: [String: TOMLValue]
        let places: TOMLPlaces
        do throws(TOMLError) {
            (table, places) = try TOMLParser.document(from: text)
        } catch {
            throw Failure(
                .invalidJourney, "\(path):\(error.line):\(error.column): \(error.problem)")
        }
        var file = JourneyFile(places: JourneyPlaces(path, table, places))
        let journey = try file.journey(Section(table))
        guard file.problems.isEmpty else {
            throw Failure(.invalidJourney, file.problems)
        }
        return journey
    }

    private init(places: JourneyPlaces) { self.places = places }

    mutating func problem(_ location: String, _ text: String) {
        problems.append("\(places.text(location)): \(text)")
    }

    private mutating func journey(_ top: Section) throws(Failure) -> Journey {
        var journey = Journey()
        allow(
            [
                "version", "timezone", "site", "language", "stages", "touchpoint", "funnel",
                "segment", "conversion", "friction", "attribution", "retention",
            ], in: top)
        if top.integer("version") != 1 { problem("version", "version = 1 is expected") }
        if let zone = string("timezone", in: top) { try setZone(zone, &journey) }
        setReport(top, &journey)
        for section in sections("touchpoint", in: top) {
            if let touchpoint = touchpoint(section) { journey.touchpoints.append(touchpoint) }
            add(labelOf: .touchpoint, section.string("name"), in: section, to: &journey)
        }
        checkAnswers(journey.touchpoints)
        setStages(top, &journey)
        for section in sections("funnel", in: top) {
            guard let funnel = funnel(section, journey.touchpoints) else { continue }
            journey.funnels.append(funnel)
            add(labelOf: .funnel, funnel.name, in: section, to: &journey)
            addSteps(of: funnel, in: section, to: &journey)
        }
        addSegments(top, to: &journey)
        if let section = section("conversion", in: top) {
            journey.conversion = conversion(section)
        }
        if let section = section("friction", in: top) {
            journey.friction = friction(section, journey.touchpoints)
        }
        if let section = section("attribution", in: top) {
            journey.attribution = attribution(section)
        }
        if let section = section("retention", in: top) {
            journey.retention = retention(section, journey.touchpoints)
        }
        for (index, funnel) in journey.funnels.enumerated()
        where funnel.rules.entry == .any && top.holds("friction") {
            problem(
                "funnel[\(index)].entry",
                "\"any\" has no friction: it needs a journey file without [friction]")
        }
        for (index, funnel) in journey.funnels.enumerated()
        where journey.funnels[..<index].contains(where: { $0.name == funnel.name }) {
            problem("funnel[\(index)]", "a second funnel named '\(funnel.name)'")
        }
        return journey
    }

    /// - Throws: exit 74 where tzdata cannot be read.
    private mutating func setZone(_ zone: String, _ journey: inout Journey) throws(Failure) {
        do throws(Failure) {
            _ = try TimeZoneRules(named: zone)
            journey.timezone = zone
        } catch {
            guard error.status == .usage else { throw error }
            problem("timezone", error.description)
        }
    }

    /// The order of stages: as `stages` lists them, else as touchpoints first name them.
    private mutating func setStages(_ top: Section, _ journey: inout Journey) {
        for (index, item) in items("stages", in: top).enumerated() {
            guard let name = stage(item, &journey), !name.isEmpty,
                !journey.stages.contains(name)
            else {
                problem("stages[\(index)]", "a name that is not in the list yet is expected")
                continue
            }
            journey.stages.append(name)
        }
        let isListed = top.holds("stages")
        for (index, touchpoint) in journey.touchpoints.enumerated() {
            guard let stage = touchpoint.stage, !journey.stages.contains(stage) else { continue }
            guard isListed else {
                journey.stages.append(stage)
                continue
            }
            let near = Nearest.name(to: stage, among: journey.stages)
            problem(
                "touchpoint[\(index)].stage",
                "'\(stage)' is not in stages" + (near.map { "; did you mean '\($0)'?" } ?? ""))
        }
    }

    /// The name of a stage, alone or with its label: `{ name = "use", label = "After buying" }`.
    private mutating func stage(_ item: Section.Item, _ journey: inout Journey) -> String? {
        switch item {
        case .text(let name): return name
        case .section(let section):
            allow(["name", "label"], in: section)
            let name = section.string("name")
            add(labelOf: .stage, name, in: section, to: &journey)
            return name
        case .other: return nil
        }
    }

    private mutating func touchpoint(_ section: Section) -> Journey.Touchpoint? {
        allow(["name", "label", "stage", "contact", "kind", "match", "answers"], in: section)
        let name = name(of: section)
        let kind: Journey.Touchpoint.Kind? = choice("kind", in: section)
        var rules: [RowRule] = []
        let matches = sections("match", in: section)
        for match in matches {
            if let rule = rule(match) { rules.append(rule) }
        }
        if matches.isEmpty { problem(section.location, "match is missing or empty") }
        let stage = string("stage", in: section)
        let contact = string("contact", in: section)
        if contact?.isEmpty == true { problem(section.path("contact"), "a name is expected") }
        let answers = answers(section)
        return name.map {
            Journey.Touchpoint(
                name: $0, stage: stage, contact: contact, kind: kind, rules: rules,
                answers: answers)
        }
    }

    /// The name that a touchpoint or funnel must have.
    mutating func name(of section: Section) -> String? {
        let name = string("name", in: section)
        if name?.isEmpty ?? !section.holds("name") { problem(section.location, "name is missing") }
        return name
    }

    /// What `value` found under `key`; a problem where the key is there and holds something else.
    mutating func expect<Value>(
        _ value: Value?, _ what: String, _ key: String, in section: Section
    ) -> Value? {
        if value == nil, section.holds(key) { problem(section.path(key), "\(what) is expected") }
        return value
    }

    mutating func string(_ key: String, in section: Section) -> String? {
        expect(section.string(key), "text in quotes", key, in: section)
    }

    mutating func integer(_ key: String, in section: Section) -> Int? {
        expect(section.integer(key), "a whole number", key, in: section)
    }

    mutating func truth(_ key: String, in section: Section) -> Bool? {
        expect(section.truth(key), "true or false", key, in: section)
    }

    /// The elements of an array; a problem where there is something else.
    mutating func items(_ key: String, in section: Section) -> [Section.Item] {
        _ = expect(section.isArray(key) ? true : nil, "an array", key, in: section)
        return section.items(key)
    }

    /// The tables of an array; a problem for each element that is none.
    mutating func sections(_ key: String, in section: Section) -> [Section] {
        items(key, in: section).enumerated().compactMap { index, item in
            if case .section(let inner) = item { return inner }
            problem("\(section.path(key))[\(index)]", "a table is expected")
            return nil
        }
    }

    /// A table; a problem where there is something else.
    mutating func section(_ key: String, in section: Section) -> Section? {
        expect(section.section(key), "a table", key, in: section)
    }

    /// A duration in microseconds.
    mutating func duration(_ key: String, in section: Section) -> Int64? {
        guard let text = string(key, in: section) else { return nil }
        if let duration = DurationOption(argument: text) { return duration.microseconds }
        problem(section.path(key), "'\(text)' is no duration like 30m, 1h30m or 14d")
        return nil
    }

    /// One of the cases of `Choice`; a problem where it is none.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String, in section: Section
    ) -> Choice? {
        guard let text = string(key, in: section) else { return nil }
        if let known = Choice(rawValue: text) { return known }
        let names = Choice.allCases.map(\.rawValue)
        let near = Nearest.name(to: text, among: names)
        problem(
            section.path(key),
            "'\(text)' is not one of \(names.joined(separator: ", "))"
                + (near.map { "; did you mean '\($0)'?" } ?? ""))
        return nil
    }

    mutating func allow(_ keys: [String], in section: Section) {
        for key in section.keys where !keys.contains(key) {
            let near = Nearest.name(to: key, among: keys)
            problem(
                section.path(key), "unknown key" + (near.map { "; did you mean '\($0)'?" } ?? ""))
        }
    }
}
