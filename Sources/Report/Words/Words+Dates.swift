import Rows
import StageSupport

// Days and windows as people write them.
extension Words {
    /// `16 Nov 2026`.
    func day(_ date: CivilDate, withYear: Bool = true) -> String {
        text(
            withYear ? .dayMonthYear : .dayMonth,
            [
                "day": .text("\(date.day)"), "month": .text(month(date.month)),
                "year": .text("\(date.year)"),
            ])
    }

    private func month(_ number: Int) -> String {
        let names = template(.monthNames).split(separator: " ")
        return names.indices.contains(number - 1) ? String(names[number - 1]) : "\(number)"
    }

    /// The first and the last day, the year told once; one day where they are the same.
    func ends(_ first: CivilDate, _ last: CivilDate) -> (from: String?, to: String) {
        if first == last { return (nil, day(last)) }
        return (day(first, withYear: first.year != last.year), day(last))
    }

    /// `16 Nov – 7 Dec 2026`; nil without rows.
    func days(_ period: Period) -> String? {
        guard let first = period.first, let last = period.last else { return nil }
        let (from, to) = ends(first, last)
        return from.map { text(.dayRange, ["from": .text($0), "to": .text(to)]) } ?? to
    }

    /// A window as the manifest has it, `7d`, in words: `7 days`. One of several units stays as it is.
    func window(_ text: String) -> String {
        if text == "none" { return self.text(.windowNone) }
        guard let unit = text.last, let number = Int(text.dropLast()) else { return text }
        let phrase: Phrase
        switch unit {
        case "s": phrase = .seconds
        case "m": phrase = .minutes
        case "h": phrase = .hours
        case "d": phrase = .days
        default: return text
        }
        return self.text(phrase, ["n": .derived(Double(number), .count, .sum([]))])
    }
}
