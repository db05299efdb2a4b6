import ByteIO

/// An amount of money as shops write it, where it has one meaning: `19,99`, `€1.299,00`, `1 299.00`,
/// `+5`, `1e3`, `19.99 EUR`.
///
/// A point alone is a decimal point, as in all data. A comma alone is a decimal comma, unless it may part
/// thousands: `1,299` is either number, and none here. Of two kinds of separators the last is the decimal
/// one; the other parts groups of three digits. Of signs only `€` tells its currency: `$`, `£`, `¥` and
/// the like are not one country's, or may not be.
struct Amount {
    /// Longer texts are no amounts.
    private static let maximumLength = 64

    /// Digits, perhaps with a minus before and a point within.
    private(set) var decimal: [UInt8] = []
    /// Three capitals; empty where the text names no currency.
    private(set) var currency: [UInt8] = []

    /// Nil where the text is no amount, or may be several.
    init?(_ text: Span<UInt8>) {
        guard text.count <= Self.maximumLength else { return nil }
        var range = AmountScanner.trimmed(text, 0..<text.count)
        var sign = AmountScanner.takeSign(text, &range)
        if takeMark(text, &range, isAtEnd: false) {
            if sign == nil { sign = AmountScanner.takeSign(text, &range) }
        } else {
            _ = takeMark(text, &range, isAtEnd: true)
        }
        if sign == .minus { decimal.append(0x2D) }
        let number = text.extracting(range)
        guard appendGroups(number) || appendPower(number), Decimal.isDecimal(decimal.span)
        else { return nil }
    }

    /// Takes the sign or the code of a currency from one end, with the blanks beside it; false where there is
    /// none.
    private mutating func takeMark(
        _ text: Span<UInt8>, _ range: inout Range<Int>, isAtEnd: Bool
    ) -> Bool {
        guard let length = AmountScanner.markLength(text, range, isAtEnd: isAtEnd) else {
            return false
        }
        let start = isAtEnd ? range.upperBound - length : range.lowerBound
        let mark = text.extracting(start..<start + length)
        if mark[0] < 0x80, length == 3 {
            currency = mark.copied()
        } else if mark.equals("€") {
            currency = Array("EUR".utf8)
        }
        let rest =
            isAtEnd ? range.lowerBound..<start : start + length..<range.upperBound
        range = AmountScanner.trimmed(text, rest)
        return true
    }

    /// Appends a number whose digits may stand in groups; false where it is none.
    private mutating func appendGroups(_ text: Span<UInt8>) -> Bool {
        guard let groups = DigitGroups(text), let hasFraction = groups.hasFraction,
            groups.hasThousands(hasFraction: hasFraction)
        else { return false }
        let end = groups.digits.count - (hasFraction ? 1 : 0)
        let start = decimal.count
        for group in groups.digits[..<end] { decimal.append(text.extracting(group)) }
        guard hasFraction else { return true }
        if decimal.count == start { decimal.append(0x30) }
        decimal.append(0x2E)
        decimal.append(text.extracting(groups.digits[end]))
        return true
    }

    /// Appends a number with a power of ten, as in `1.5e3`; false where it is none.
    private mutating func appendPower(_ text: Span<UInt8>) -> Bool {
        guard let letter = text.firstOffset(of: 0x65) ?? text.firstOffset(of: 0x45),
            letter > 0, text[0] != 0x2D, Decimal.isDecimal(text.extracting(0..<letter)),
            text.count - letter <= 4, let power = Int(text.extracting((letter + 1)...).text)
        else { return false }
        var digits = text.extracting(0..<letter).copied()
        let point = digits.firstIndex(of: 0x2E)
        if let point { digits.remove(at: point) }
        // Where the point comes to stand.
        let end = (point ?? digits.count) + power
        if end <= 0 { digits.insert(contentsOf: repeatElement(0x30, count: 1 - end), at: 0) }
        let whole = max(end, 1)
        digits += repeatElement(0x30, count: max(0, whole - digits.count))
        decimal += digits[..<whole]
        if whole < digits.count { decimal += [0x2E] + digits[whole...] }
        return true
    }
}
