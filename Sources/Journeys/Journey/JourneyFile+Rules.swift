import StageSupport
import Rows

// Rules: { event = "payment", props.result = "declined", status = ">= 500" }.
extension JourneyFile {
    private static let columns: [EventColumn] = [
        .event, .page, .site, .channel, .status, .durationMilliseconds, .value, .device, .country,
        .source, .medium, .campaign, .currency, .referrer,
    ]

    /// Columns that are compared; the others have names.
    private static let numbers: [EventColumn] = [.status, .durationMilliseconds, .value]

    mutating func rule(_ section: Section) -> RowRule? {
        var conditions: [RowRule.Condition] = []
        for key in section.keys {
            if key == "props", let properties = section.section("props") {
                for name in properties.keys {
                    if let test = test(properties, name, .name) {
                        conditions.append(.init(field: .property(Array(name.utf8)), test: test))
                    }
                }
            } else if let column = Self.columns.first(where: { $0.name == key }) {
                let test =
                    Self.numbers.contains(column)
                    ? test(section, key, .name)
                    : name(section, key, column == .page ? .page : .name)
                if let test {
                    conditions.append(.init(field: .column(column), test: test))
                }
            } else {
                let near = Nearest.name(to: key, among: Self.columns.map(\.name) + ["props"])
                problem(
                    section.path(key),
                    "unknown key" + (near.map { "; did you mean '\($0)'?" } ?? ""))
            }
        }
        if section.keys.isEmpty { problem(section.location, "a rule without a condition") }
        guard !conditions.isEmpty else { return nil }
        return RowRule(conditions: conditions)
    }

    /// A name or a pattern, whatever it looks like: `<b>` is a name.
    private mutating func name(
        _ section: Section, _ key: String, _ subject: Pattern.Subject
    ) -> RowRule.Test? {
        if let number = section.integer(key) { return .text(Array("\(number)".utf8)) }
        if let truth = section.truth(key) { return .text(Array("\(truth)".utf8)) }
        guard let text = section.string(key) else {
            problem(section.path(key), "text in quotes is expected")
            return nil
        }
        return text.contains("*") ? .pattern(Pattern(text, for: subject)) : .text(Array(text.utf8))
    }

    /// A name, a pattern, a number or a comparison with one.
    private mutating func test(
        _ section: Section, _ key: String, _ subject: Pattern.Subject
    ) -> RowRule.Test? {
        if let number = section.number(key) { return .number(.equal, number) }
        if let truth = section.truth(key) { return .text(Array("\(truth)".utf8)) }
        guard let text = section.string(key) else {
            problem(section.path(key), "text, a number or a comparison like \">= 500\" is expected")
            return nil
        }
        for comparison in RowRule.Comparison.allCases where text.hasPrefix(comparison.rawValue) {
            let rest = text.dropFirst(comparison.rawValue.count).drop { $0 == " " }
            if let number = Double(rest) { return .number(comparison, number) }
            problem(section.path(key), "a number is expected after \(comparison.rawValue)")
            return nil
        }
        return text.contains("*") ? .pattern(Pattern(text, for: subject)) : .text(Array(text.utf8))
    }
}
