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

    func text(_ value: Double) -> String {
        switch self {
        case .count: Self.grouped(value, places: 0)
        case .short: Self.shortened(value)
        case .percent: Self.percent(value, places: 1)
        case .wholePercent: Self.percent(value, places: 0)
        case .points: Self.signed(value * 100, places: 1) + Self.thinSpace + "pp"
        case .barePoints: Self.grouped(value * 100, places: value.magnitude < 0.0995 ? 1 : 0)
        case .score: Self.signed(value * 100, places: 0)
        case .duration: DurationText.text(value)
        case .decimal(let places): Self.grouped(value, places: places)
        case .money(let currency):
            Self.grouped(value, places: 2) + Self.thinSpace + Self.sign(of: currency)
        case .wholeMoney(let currency):
            Self.grouped(value, places: 0) + Self.thinSpace + Self.sign(of: currency)
        case .about(let currency):
            "≈" + Self.thinSpace + Self.grouped(Self.toThreeDigits(value), places: 0)
                + Self.thinSpace
                + Self.sign(of: currency)
        case .chance: value < 0.001 ? "<0.001" : Self.fixed(value, places: 3)
        case .ratio: Self.threeDigits(value)
        }
    }

    /// The text of a number that may be missing.
    func text(_ value: Double?) -> String { value.map { text($0) } ?? Self.none }

    /// `places` decimals, zeros kept.
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

    private static func split(_ text: String) -> (whole: String, part: String) {
        let parts = text.split(separator: ".", maxSplits: 1)
        return (parts.first.map(String.init) ?? "0", parts.count > 1 ? String(parts[1]) : "")
    }

    private static func grouped(_ value: Double, places: Int) -> String {
        let (whole, part) = split(fixed(value.magnitude, places: places))
        let sign = value < 0 ? "\u{2212}" : ""
        return sign + grouped(whole) + (places > 0 ? "." + part : "")
    }

    private static func grouped(_ digits: String) -> String {
        guard digits.utf8.count > 3 else { return digits }
        return grouped(String(digits.dropLast(3))) + thinSpace + digits.suffix(3)
    }

    private static func shortened(_ value: Double) -> String {
        switch value.magnitude {
        case ..<10_000: grouped(value, places: 0)
        case ..<99_950: fixed(value / 1000, places: 1) + "k"
        case ..<999_500: fixed(value / 1000, places: 0) + "k"
        default: fixed(value / 1_000_000, places: 1) + "M"
        }
    }

    private static func percent(_ value: Double, places: Int) -> String {
        let least = places == 0 ? 0.005 : 0.0005
        if value > 0, value < least {
            return (places == 0 ? "<1" : "<0.1") + thinSpace + "%"
        }
        return grouped(value * 100, places: places) + thinSpace + "%"
    }

    static func signed(_ value: Double, places: Int) -> String {
        (value < 0 ? "" : "+") + grouped(value, places: places)
    }

    /// What people write for a currency.
    private static func sign(of currency: String) -> String { currency == "EUR" ? "€" : currency }

    private static func toThreeDigits(_ value: Double) -> Double {
        guard value.magnitude >= 1000 else { return value }
        let power = pow(10, (log10(value.magnitude)).rounded(.down) - 2)
        return (value / power).rounded() * power
    }

    private static func threeDigits(_ value: Double) -> String {
        switch value.magnitude {
        case ..<0.01: value > 0 ? "<0.01" : "0"
        case ..<10: fixed(value, places: 2)
        case ..<100: fixed(value, places: 1)
        default: grouped(value, places: 0)
        }
    }
}

/// Seconds as people say them, in at most two units.
enum DurationText {
    static func text(_ seconds: Double) -> String {
        let sign = seconds < 0 ? "\u{2212}" : ""
        return sign + positive(seconds.magnitude)
    }

    private static func positive(_ seconds: Double) -> String {
        let space = Figure.thinSpace
        switch seconds {
        case 0: return "0\(space)s"
        case ..<0.9995: return Figure.fixed(seconds * 1000, places: 0) + "\(space)ms"
        case ..<9.95: return Figure.fixed(seconds, places: 1) + "\(space)s"
        case ..<59.5: return Figure.fixed(seconds, places: 0) + "\(space)s"
        case ..<3599.5: return pair(seconds, 1, "s", 60, "min")
        case ..<86_370: return pair(seconds, 60, "min", 60, "h")
        default: return pair(seconds, 3600, "h", 24, "d")
        }
    }

    /// `seconds` in units of `unit`, `factor` of which make a large one.
    private static func pair(
        _ seconds: Double, _ unit: Double, _ small: String, _ factor: Double, _ large: String
    ) -> String {
        let units = (seconds / unit).rounded()
        let whole = (units / factor).rounded(.down)
        let rest = units - whole * factor
        let space = Figure.thinSpace
        let first = Figure.count.text(whole) + space + large
        return rest == 0 ? first : "\(first) \(Figure.fixed(rest, places: 0))\(space)\(small)"
    }
}

extension Figure {
    /// Without zeros at the end: `0.25`, `4`.
    static func plain(_ value: Double) -> String {
        var bytes: [UInt8] = []
        CSVText.append(number: value, places: 9, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
