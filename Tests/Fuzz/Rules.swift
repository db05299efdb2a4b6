import Journeys

/// The corpus is `Corpus/rules`: lines of patterns, and last a text. Many patterns in
/// one walk find what each does by itself, tried in all ways.
func fuzzRules(_ bytes: [UInt8]) {
    var lines = bytes.prefix(512).split(separator: 0x0A, omittingEmptySubsequences: false).map(
        Array.init)
    let text = lines.removeLast()
    for subject in [Pattern.Subject.page, .name] {
        // What is no UTF-8 is another text once it is a pattern.
        let patterns = lines.map { String(decoding: $0, as: UTF8.self) }
        var set = PatternSet(patterns.map { Pattern($0, for: subject) })
        let wanted = patterns.indices.filter { fits(Array(patterns[$0].utf8), text, subject) }
        // The first text teaches what the second one finds.
        for _ in 0..<2 {
            let found = set.matches(text.span)
            precondition(found == wanted, "\(patterns) \(text): \(found) and not \(wanted)")
        }
        for end in 0..<min(text.count, 8) { _ = set.matches(Array(text[..<end]).span) }
        let again = set.matches(text.span)
        precondition(again == wanted, "\(patterns) \(text): other texts change what is found")
    }
}

/// Whether the pattern fits the text, by a table of which of their beginnings fit.
private func fits(_ pattern: [UInt8], _ text: [UInt8], _ subject: Pattern.Subject) -> Bool {
    var row = [Bool](repeating: false, count: text.count + 1)
    row[0] = true
    var at = 0
    while at < pattern.count {
        var next = [Bool](repeating: false, count: text.count + 1)
        if pattern[at] == 0x2A {
            let isDouble = at + 1 < pattern.count && pattern[at + 1] == 0x2A
            let crosses = isDouble || subject == .name
            for end in 0...text.count {
                let goesOn = end > 0 && next[end - 1] && (crosses || text[end - 1] != 0x2F)
                next[end] = row[end] || goesOn
            }
            at += isDouble ? 2 : 1
        } else {
            for end in 0..<text.count where row[end] && text[end] == pattern[at] {
                next[end + 1] = true
            }
            at += 1
        }
        row = next
    }
    return row[text.count]
}
