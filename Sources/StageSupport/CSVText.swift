import ByteIO

/// The cells of the tables: CSV by RFC 4180, LF, `.` decimals, a missing value is empty.
public enum CSVText {
    /// Appends text, quoted where it must be.
    ///
    /// With `guarded`, text that a spreadsheet would run as a formula gets a leading `'`: it begins
    /// with `=`, `+`, `-`, `@`, TAB, CR or the full-width form of one of the first four.
    public static func append(
        text: Span<UInt8>, guarded: Bool = true, to bytes: inout [UInt8]
    ) {
        let isFormula = guarded && beginsFormula(text)
        guard isFormula || needsQuotes(text) else {
            bytes.append(text)
            return
        }
        bytes.append(0x22)
        if isFormula { bytes.append(0x27) }
        for index in text.indices {
            if text[index] == 0x22 { bytes.append(0x22) }
            bytes.append(text[index])
        }
        bytes.append(0x22)
    }

    private static func needsQuotes(_ text: Span<UInt8>) -> Bool {
        guard text.count > 0 else { return false }
        if text[0] == 0x20 || text[text.count - 1] == 0x20 { return true }
        for index in text.indices {
            switch text[index] {
            case 0x22, 0x2C, 0x0A, 0x0D: return true
            default: continue
            }
        }
        return false
    }

    private static func beginsFormula(_ text: Span<UInt8>) -> Bool {
        guard text.count > 0 else { return false }
        switch text[0] {
        case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: return true
        case 0xEF:
            // U+FF1D, U+FF0B, U+FF0D, U+FF20.
            guard text.count >= 3, text[1] == 0xBC else { return false }
            return [0x9D, 0x8B, 0x8D, 0xA0].contains(text[2])
        default: return false
        }
    }

    /// Appends microseconds as decimal seconds without trailing zeros: `869`, `0.5`.
    public static func append(seconds microseconds: Int64, to bytes: inout [UInt8]) {
        if microseconds < 0 { bytes.append(0x2D) }
        let magnitude = microseconds.magnitude
        bytes.append(decimal: Int64(magnitude / 1_000_000))
        append(fraction: magnitude % 1_000_000, places: 6, to: &bytes)
    }

    /// Appends a number rounded to `places` decimals (at most 15), without exponent or trailing zeros;
    /// nothing where it is not finite or its digits do not fit.
    public static func append(number: Double, places: Int, to bytes: inout [UInt8]) {
        var unit: UInt64 = 1
        for _ in 0..<places { unit *= 10 }
        let scaled = (number.magnitude * Double(unit)).rounded(.toNearestOrEven)
        guard scaled < 9e18 else { return }
        let digits = UInt64(scaled)
        if number < 0, digits > 0 { bytes.append(0x2D) }
        bytes.append(decimal: Int64(digits / unit))
        append(fraction: digits % unit, places: places, to: &bytes)
    }

    private static func append(fraction: UInt64, places: Int, to bytes: inout [UInt8]) {
        guard fraction > 0 else { return }
        var (rest, left) = (fraction, places)
        while rest % 10 == 0 {
            rest /= 10
            left -= 1
        }
        let start = bytes.count + 1
        bytes.append(0x2E)
        for _ in 0..<left {
            bytes.append(UInt8(truncatingIfNeeded: rest % 10) + 0x30)
            rest /= 10
        }
        bytes[start...].reverse()
    }
}
