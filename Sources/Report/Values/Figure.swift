import Glibc
import StageSupport

/// How a number is shown: as in its table, rounded for reading.
enum Figure {
    /// `12 345`.
    case count
    /// `12.3k` from 10 000.
    case short
    /// A share from 0 to 1 as `33.1 %`.
    case percent
    /// The same without a decimal, for dense tables.
    case wholePercent
    /// A difference of shares as `+3.1 pp`.
    case points
    /// The same without sign and unit, for sentences that say what it is: `3.1`, `30`.
    case barePoints
    /// A score from -1 to 1 in hundredths: `+52`.
    case score
    /// Seconds as `2 min 13 s`.
    case duration
    /// So many decimals.
    case decimal(Int)
    /// An amount of money in its currency.
    case money(String)
    /// The same without decimals.
    case wholeMoney(String)
    /// The same to three digits, for what is estimated: `≈ 1 430 €`.
    case about(String)
    /// A p or q value: `<0.001`.
    case chance
    /// An odds ratio, three digits.
    case ratio

    static let thinSpace = "\u{202F}"
    static let none = "–"

    func text(_ value: Double, _ words: Words) -> String {
        switch self {
        case .count: words.grouped(value, places: 0)
        case .short: Self.shortened(value, words)
        case .percent: Self.percent(value, places: 1, words)
        case .wholePercent: Self.percent(value, places: 0, words)
        case .points: words.signed(value * 100, places: 1) + words.unit(.unitPoints)
        case .barePoints: words.grouped(value * 100, places: value.magnitude < 0.0995 ? 1 : 0)
        case .score: words.signed(value * 100, places: 0)
        case .duration: DurationText.text(value, words)
        case .decimal(let places): words.grouped(value, places: places)
        case .money(let currency): words.grouped(value, places: 2) + Self.unit(currency)
        case .wholeMoney(let currency): words.grouped(value, places: 0) + Self.unit(currency)
        case .about(let currency):
            "≈" + Self.thinSpace + words.grouped(Self.toThreeDigits(value), places: 0)
                + Self.unit(currency)
        case .chance:
            value < 0.001 ? "<" + words.fixed(0.001, places: 3) : words.fixed(value, places: 3)
        case .ratio: Self.threeDigits(value, words)
        }
    }

    /// `places` decimals, zeros kept, with a point.
    static func fixed(_ value: Double, places: Int) -> String {
        var bytes: [UInt8] = []
        CSVText.append(number: value, places: places, to: &bytes)
        // A number of 19 digits or more has no decimals to speak of.
        guard !bytes.isEmpty else { return "\(value)" }
        let text = String(decoding: bytes, as: UTF8.self)
        guard places > 0 else { return text }
        let (whole, part) = split(text)
        return whole + "." + part + String(repeating: "0", count: places - part.utf8.count)
    }

    static func split(_ text: String) -> (whole: String, part: String) {
        let parts = text.split(separator: ".", maxSplits: 1)
        return (parts.first.map(String.init) ?? "0", parts.count > 1 ? String(parts[1]) : "")
    }

    private static func shortened(_ value: Double, _ words: Words) -> String {
        switch value.magnitude {
        case ..<10_000: words.grouped(value, places: 0)
        case ..<99_950: words.fixed(value / 1000, places: 1) + words.text(.unitThousand)
        case ..<999_500: words.fixed(value / 1000, places: 0) + words.text(.unitThousand)
        default: words.fixed(value / 1_000_000, places: 1) + words.text(.unitMillion)
        }
    }

    private static func percent(_ value: Double, places: Int, _ words: Words) -> String {
        let least = places == 0 ? 0.005 : 0.0005
        if value > 0, value < least {
            return "<" + (places == 0 ? "1" : words.fixed(0.1, places: 1)) + thinSpace + "%"
        }
        return words.grouped(value * 100, places: places) + thinSpace + "%"
    }

    /// What people write for a currency, behind a space.
    private static func unit(_ currency: String) -> String {
        thinSpace + (currency == "EUR" ? "€" : currency)
    }

    private static func toThreeDigits(_ value: Double) -> Double {
        guard value.magnitude >= 1000 else { return value }
        let power = pow(10, (log10(value.magnitude)).rounded(.down) - 2)
        return (value / power).rounded() * power
    }

    private static func threeDigits(_ value: Double, _ words: Words) -> String {
        switch value.magnitude {
        case ..<0.01: value > 0 ? "<" + words.fixed(0.01, places: 2) : "0"
        case ..<10: words.fixed(value, places: 2)
        case ..<100: words.fixed(value, places: 1)
        default: words.grouped(value, places: 0)
        }
    }

    /// Without zeros at the end: `0.25`, `4`.
    static func plain(_ value: Double) -> String {
        var bytes: [UInt8] = []
        CSVText.append(number: value, places: 9, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Seconds as people say them, in at most two units.
enum DurationText {
    static func text(_ seconds: Double, _ words: Words) -> String {
        (seconds < 0 ? "\u{2212}" : "") + positive(seconds.magnitude, words)
    }

    private static func positive(_ seconds: Double, _ words: Words) -> String {
        switch seconds {
        case 0: return "0" + words.unit(.unitSecond)
        case ..<0.9995: return words.fixed(seconds * 1000, places: 0) + words.unit(.unitMillisecond)
        case ..<9.95: return words.fixed(seconds, places: 1) + words.unit(.unitSecond)
        case ..<59.5: return words.fixed(seconds, places: 0) + words.unit(.unitSecond)
        case ..<3599.5: return pair(seconds, 1, .unitSecond, 60, .unitMinute, words)
        case ..<86_370: return pair(seconds, 60, .unitMinute, 60, .unitHour, words)
        default: return pair(seconds, 3600, .unitHour, 24, .unitDay, words)
        }
    }

    /// `seconds` in units of `unit`, `factor` of which make a large one.
    private static func pair(
        _ seconds: Double, _ unit: Double, _ small: Phrase, _ factor: Double, _ large: Phrase,
        _ words: Words
    ) -> String {
        let units = (seconds / unit).rounded()
        let whole = (units / factor).rounded(.down)
        let rest = units - whole * factor
        let first = words.grouped(whole, places: 0) + words.unit(large)
        return rest == 0
            ? first : first + " " + words.fixed(rest, places: 0) + words.unit(small)
    }
}
