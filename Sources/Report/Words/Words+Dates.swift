import Rows
import StageSupport

// Days, times and windows as people write them.
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

    /// A day as tables write it, `2026-11-16`; what is none stays as it is.
    func day(_ text: String) -> String {
        TrendChart.day(text).map { day(CivilDate(daysSince1970: $0)) } ?? text
    }

    private func month(_ number: Int) -> String {
        let names = template(.monthNames).split(separator: " ")
        return names.indices.contains(number - 1) ? String(names[number - 1]) : "\(number)"
    }

    /// `16 Nov 2026 02:54`; Finnish writes no zero before an hour.
    func moment(_ clock: Period.Clock) -> String {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
        return text(
            .moment,
            [
                "day": .text(day(clock.day)),
                "hour": .text(language == .fi ? "\(clock.hour)" : two(clock.hour)),
                "minute": .text(two(clock.minute)),
            ])
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

    /// A window as the manifest has it, `1h30m`, in words: `1 hour 30 minutes`. What is none stays as it is.
    func window(_ text: String) -> String {
        if text == "none" { return self.text(.windowNone) }
        var (parts, digits): ([String], String) = ([], "")
        for character in text {
            if character.isNumber {
                digits.append(character)
                continue
            }
            guard let number = Double(digits), let unit = Self.unit(character) else { return text }
            parts.append(self.text(unit, ["n": .derived(number, .count, .sum([]))]))
            digits = ""
        }
        return digits.isEmpty && !parts.isEmpty ? parts.joined(separator: " ") : text
    }

    private static func unit(_ letter: Character) -> Phrase? {
        switch letter {
        case "s": .seconds
        case "m": .minutes
        case "h": .hours
        case "d": .days
        default: nil
        }
    }
}
