@testable import Journeys

extension OrderedMatcher {
    /// What becomes of rows such as `A0 B7 x9`: A to D are steps, x is the exclusion, others are foreign.
    static func outcome(_ text: String, _ rules: FunnelRules) -> Outcome {
        let rows = text.split(separator: " ").enumerated().map { place, word in
            let letter = word.utf8.first ?? 0
            let isStep = (0x41...0x44).contains(letter)
            return LabelledRow(
                time: Int64(word.dropFirst()) ?? 0, steps: isStep ? 1 << (letter - 0x41) : 0,
                exclusions: letter == 0x78 ? 1 : 0, row: place)
        }
        var matcher = OrderedMatcher(rules: rules)
        matcher.match(rows[...], starts: Int64.min..<Int64.max)
        return matcher.outcome
    }
}
