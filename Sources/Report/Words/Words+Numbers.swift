// Numbers as people of the language write them.
extension Words {
    /// The number as the figure has it; a dash where it is missing.
    func show(_ value: Double?, _ figure: Figure) -> String {
        value.map { figure.text($0, self) } ?? Figure.none
    }

    /// A unit behind its number, with a thin space.
    func unit(_ phrase: Phrase) -> String { Figure.thinSpace + template(phrase) }

    /// `places` decimals, zeros kept.
    func fixed(_ value: Double, places: Int) -> String {
        Figure.fixed(value, places: places).replacing(".", with: template(.decimalMark))
    }

    /// The same with a thin space between thousands.
    func grouped(_ value: Double, places: Int) -> String {
        let (whole, part) = Figure.split(Figure.fixed(value.magnitude, places: places))
        let sign = value < 0 ? "\u{2212}" : ""
        return sign + Self.grouped(whole) + (places > 0 ? template(.decimalMark) + part : "")
    }

    private static func grouped(_ digits: String) -> String {
        guard digits.utf8.count > 3 else { return digits }
        return grouped(String(digits.dropLast(3))) + Figure.thinSpace + digits.suffix(3)
    }

    func signed(_ value: Double, places: Int) -> String {
        (value < 0 ? "" : "+") + grouped(value, places: places)
    }

    /// A share on an axis, with so many decimals that ticks `step` apart differ.
    func share(_ value: Double, step: Double) -> String {
        let places = step < 0.001 ? 2 : step < 0.01 ? 1 : 0
        return grouped(value * 100, places: places) + Figure.thinSpace + "%"
    }

    /// The same of a difference in points.
    func pointsTick(_ value: Double, step: Double) -> String {
        let places = step < 0.001 ? 2 : step < 0.01 ? 1 : 0
        return (value > 0 ? "+" : "") + grouped(value * 100, places: places)
    }
}
