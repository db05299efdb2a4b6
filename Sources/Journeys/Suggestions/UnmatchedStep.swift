import Rows
import StageSupport

/// A step of a funnel that no row matches.
struct UnmatchedStep {
    let funnel: Funnel
    /// From 0.
    let step: Int

    /// `funnel 'f' step 2 'bya': no row matches; did you mean 'buy'?`, where `names` are those that rows have,
    /// most frequent first.
    func line(_ journey: Journey, among names: [String]) -> String {
        let matcher = funnel.steps[step]
        return "funnel '\(funnel.name)' step \(step + 1) '\(matcher.label)': no row matches"
            + journey.suggestion(for: matcher, among: names)
    }
}

extension Journey {
    private static let mostFrequent = 3

    /// The names that a user may have meant with what `matcher` asks for; the most frequent where none is near,
    /// nothing where rows have just that name, and lack something else.
    func suggestion(for matcher: Funnel.Matcher, among names: [String]) -> String {
        let words = words(of: matcher)
        guard !words.contains(where: names.contains) else { return "" }
        let near = words.lazy.map { Nearest.names(to: $0, among: names) }.first { !$0.isEmpty }
        if let near { return Nearest.question(near) }
        let frequent = names.prefix(Self.mostFrequent).map { "'\($0)'" }
        return frequent.isEmpty ? "" : "; frequent are \(frequent.joined(separator: ", "))"
    }

    /// The events and pages that rows of a matcher have, as far as they are given.
    private func words(of matcher: Funnel.Matcher) -> [String] {
        switch matcher {
        case .touchpoint(let name):
            let own = touchpoints.filter { $0.name == name }
            return own.isEmpty ? [name] : own.flatMap(\.rules).flatMap(\.names)
        case .rule(let rule, _): return rule.names
        }
    }
}

extension RowRule {
    /// Events and pages that its rows have; of a pattern what stands before its first run.
    fileprivate var names: [String] {
        conditions.compactMap { condition in
            guard condition.field == .column(.event) || condition.field == .column(.page) else {
                return nil
            }
            switch condition.test {
            case .text(let text): return String(decoding: text, as: UTF8.self)
            case .pattern(let pattern): return pattern.prefix
            case .number: return nil
            }
        }.filter { !$0.isEmpty && $0 != "page_view" }
    }
}

extension Pattern {
    fileprivate var prefix: String {
        var bytes: [UInt8] = []
        for token in tokens {
            guard case .byte(let byte) = token else { break }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
