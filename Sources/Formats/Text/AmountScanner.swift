import ByteIO

/// Blanks, signs and marks of currencies at the ends of an amount.
enum AmountScanner {
    enum Sign { case plus, minus }

    /// The part of a range without blanks at both ends.
    static func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while let length = blankLength(text.extracting(start..<end)) { start += length }
        while let length = lastBlankLength(text.extracting(start..<end)) { end -= length }
        return start..<end
    }

    /// The length of a blank, TAB, no-break space or narrow one at the start; nil for none.
    static func blankLength(_ text: Span<UInt8>) -> Int? {
        guard text.count > 0 else { return nil }
        if text[0] == 0x20 || text[0] == 0x09 { return 1 }
        if text.starts(with: "\u{A0}") { return 2 }
        return text.starts(with: "\u{202F}") ? 3 : nil
    }

    private static func lastBlankLength(_ text: Span<UInt8>) -> Int? {
        for length in 1...3 where length <= text.count {
            if blankLength(text.extracting((text.count - length)...)) == length { return length }
        }
        return nil
    }

    /// Takes a sign from the start, with the blanks behind it; nil for none.
    static func takeSign(_ text: Span<UInt8>, _ range: inout Range<Int>) -> Sign? {
        let signs: [(StaticString, Sign)] = [("+", .plus), ("-", .minus), ("\u{2212}", .minus)]
        for (mark, sign) in signs where text.extracting(range).starts(with: mark) {
            let start = range.lowerBound + mark.utf8CodeUnitCount
            range = trimmed(text, start..<range.upperBound)
            return sign
        }
        return nil
    }

    /// The length of the currency's sign or code at one end; nil where there is none, or nothing else.
    static func markLength(
        _ text: Span<UInt8>, _ range: Range<Int>, isAtEnd: Bool
    ) -> Int? {
        for length in 1...3 where length < range.count {
            let start = isAtEnd ? range.upperBound - length : range.lowerBound
            if isMark(text.extracting(start..<start + length)) { return length }
        }
        return nil
    }

    /// Three capitals, `$`, `£`, `¥`, or one of the block of currency signs, U+20A0 to U+20BF.
    private static func isMark(_ text: Span<UInt8>) -> Bool {
        if text.equals("$") || text.equals("£") || text.equals("¥") { return true }
        guard text.count == 3 else { return false }
        if text[0] == 0xE2, text[1] == 0x82 { return (0xA0...0xBF).contains(text[2]) }
        return text[0] &- 0x41 < 26 && text[1] &- 0x41 < 26 && text[2] &- 0x41 < 26
    }
}
