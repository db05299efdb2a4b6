import ByteIO

/// The digits of a number and what parts them.
struct DigitGroups {
    private enum Separator { case point, comma, apostrophe, blank }

    /// One more than separators.
    private(set) var digits: [Range<Int>] = []
    private var separators: [Separator] = []
    private let beginsWithZero: Bool

    /// Nil where anything else is in the text.
    init?(_ text: Span<UInt8>) {
        beginsWithZero = text.count > 0 && text[0] == 0x30
        var (start, at) = (0, 0)
        while at < text.count {
            if text[at] &- 0x30 < 10 {
                at += 1
                continue
            }
            guard let (separator, length) = Self.separator(text, at..<text.count) else {
                return nil
            }
            digits.append(start..<at)
            separators.append(separator)
            at += length
            start = at
        }
        digits.append(start..<at)
    }

    private static func separator(
        _ text: Span<UInt8>, _ range: Range<Int>
    ) -> (Separator, length: Int)? {
        switch text[range.lowerBound] {
        case 0x2E: return (.point, 1)
        case 0x2C: return (.comma, 1)
        case 0x27: return (.apostrophe, 1)
        default:
            let rest = text.extracting(range)
            if let length = AmountScanner.blankLength(rest) { return (.blank, length) }
            return rest.starts(with: "’") ? (.apostrophe, 3) : nil
        }
    }

    /// Whether the last separator is the decimal one; nil where that cannot be known.
    var hasFraction: Bool? {
        guard let last = separators.last, last == .point || last == .comma else { return false }
        guard separators.count == 1 else { return !separators.dropLast().contains(last) }
        let (whole, fraction) = (digits[0].count, digits[1].count)
        guard last == .comma else { return whole + fraction > 0 ? true : nil }
        let mayBeThousands = fraction == 3 && 1...3 ~= whole && !beginsWithZero
        return fraction == 0 || mayBeThousands ? nil : true
    }

    /// Whether the whole number is in one piece, or in groups of three digits parted in one way.
    func hasThousands(hasFraction: Bool) -> Bool {
        let count = digits.count - (hasFraction ? 1 : 0)
        guard count > 1 else { return true }
        return !beginsWithZero && 1...3 ~= digits[0].count
            && digits[1..<count].allSatisfy { $0.count == 3 }
            && separators[..<(count - 1)].allSatisfy { $0 == separators[0] }
    }
}
