import ByteIO

/// Cells of a CSV file by RFC 4180, as the tables of all stages hold them.
///
/// The caller puts the commas and the LF. Numbers need no quotes and are appended as they are.
public enum CSVText {
    /// Appends a cell of text; in quotes where it holds a comma, a quote, a line end, or begins or
    /// ends with a blank.
    ///
    /// `guarded` puts a `'` in front of what a spreadsheet would run as a formula.
    public static func append(text: Span<UInt8>, guarded: Bool, to row: inout [UInt8]) {
        let isFormula = guarded && startsFormula(text)
        guard needsQuotes(text) else {
            if isFormula { row.append(0x27) }
            row.append(text)
            return
        }
        row.append(0x22)
        if isFormula { row.append(0x27) }
        var start = 0
        while let quote = text.firstOffset(of: 0x22, from: start) {
            row.append(text.extracting(start...quote))
            row.append(0x22)
            start = quote + 1
        }
        row.append(text.extracting(start...))
        row.append(0x22)
    }

    /// Appends an id: never guarded, so that it can be looked up.
    public static func append(id: Span<UInt8>, to row: inout [UInt8]) {
        append(text: id, guarded: false, to: &row)
    }

    /// Appends microseconds as seconds, without trailing zeros: `869`, `0.5`.
    public static func append(seconds microseconds: Int64, to row: inout [UInt8]) {
        if microseconds < 0 { row.append(0x2D) }
        let magnitude = microseconds.magnitude
        row.append(decimal: Int64(magnitude / 1_000_000))
        append(fraction: magnitude % 1_000_000, of: 1_000_000, to: &row)
    }

    /// Appends a number rounded to `places` decimals (at most 15), without exponent or trailing zeros;
    /// nothing where it is not finite or its digits do not fit.
    public static func append(number: Double, places: Int, to row: inout [UInt8]) {
        var unit: UInt64 = 1
        for _ in 0..<places { unit *= 10 }
        let scaled = (number.magnitude * Double(unit)).rounded(.toNearestOrEven)
        guard scaled < 9e18 else { return }
        let digits = UInt64(scaled)
        if number < 0, digits > 0 { row.append(0x2D) }
        row.append(decimal: Int64(digits / unit))
        append(fraction: digits % unit, of: unit, to: &row)
    }

    /// Appends `fraction` of `unit`, a power of ten, as decimals without trailing zeros.
    private static func append(fraction: UInt64, of unit: UInt64, to row: inout [UInt8]) {
        guard fraction > 0 else { return }
        row.append(0x2E)
        var (rest, unit) = (fraction, unit)
        while rest > 0 {
            unit /= 10
            row.append(UInt8(truncatingIfNeeded: rest / unit) + 0x30)
            rest %= unit
        }
    }

    /// Appends `true` or `false`.
    public static func append(flag: Bool, to row: inout [UInt8]) {
        row.append(flag ? "true" : "false")
    }

    private static func needsQuotes(_ text: Span<UInt8>) -> Bool {
        guard text.count > 0 else { return false }
        if isBlank(text[0]) || isBlank(text[text.count - 1]) { return true }
        var at = 0
        while at < text.count {
            switch text[at] {
            case 0x22, 0x2C, 0x0A, 0x0D: return true
            default: at += 1
            }
        }
        return false
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Whether a spreadsheet would run the text: `= + - @`, TAB, LF, CR, and the full-width forms of the
    /// first four.
    ///
    /// Source: OWASP, "CSV Injection".
    public static func startsFormula(_ text: Span<UInt8>) -> Bool {
        guard text.count > 0 else { return false }
        switch text[0] {
        case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D: return true
        case 0xEF:
            guard text.count > 2 else { return false }
            switch (text[1], text[2]) {
            case (0xBC, 0x9D), (0xBC, 0x8B), (0xBC, 0x8D), (0xBC, 0xA0): return true
            default: return false
            }
        default: return false
        }
    }
}
