import ByteIO

/// A plain decimal number in text: `-12`, `0.250`; no exponent.
struct Decimal {
    /// Rounded to a double; only for durations, whose logs hold few digits.
    let number: Double

    /// Nil where `text` is no such number, or one of 30 digits.
    init?(_ text: Span<UInt8>) {
        guard Self.isDecimal(text) else { return nil }
        var at = text[0] == 0x2D ? 1 : 0
        var digits: Int64 = 0
        var places = -1
        while at < text.count {
            if text[at] == 0x2E {
                places = 0
            } else {
                guard digits < 100_000_000_000_000_000 else { break }
                digits = digits * 10 + Int64(text[at] &- 0x30)
                if places >= 0 { places += 1 }
            }
            at += 1
        }
        if at < text.count {
            // Too many digits to be exact.
            guard let value = Double(text.text) else { return nil }
            number = value
            return
        }
        let value = Double(digits) / Self.powers[max(places, 0)]
        number = text[0] == 0x2D ? -value : value
    }

    private static let powers: [Double] = (0...18).map { exponent in
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }

    /// Whether `text` is digits, perhaps with a sign before and a point within, 29 digits at most.
    static func isDecimal(_ text: Span<UInt8>) -> Bool {
        var at = text.count > 0 && text[0] == 0x2D ? 1 : 0
        var digits = 0
        var dots = 0
        while at < text.count {
            if text[at] == 0x2E {
                dots += 1
            } else {
                guard text[at] &- 0x30 < 10 else { return false }
                digits += 1
            }
            at += 1
        }
        return digits > 0 && digits < 30 && dots < 2
    }

    static func isDigits(_ text: Span<UInt8>) -> Bool {
        for index in text.indices where text[index] &- 0x30 > 9 { return false }
        return !text.isEmpty
    }

    /// Appends `number × scale ÷ 1000` with at most three places and no trailing zeros; nothing where
    /// it is negative or too large.
    func appendThousandths(scale: Double, to bytes: inout [UInt8]) {
        let thousandths = (number * scale).rounded()
        guard thousandths >= 0, thousandths < 9e15 else { return }
        let whole = Int64(thousandths)
        bytes.append(decimal: whole / 1000)
        var rest = whole % 1000
        guard rest > 0 else { return }
        var places = 3
        while rest % 10 == 0 {
            rest /= 10
            places -= 1
        }
        bytes.append(0x2E)
        var unit: Int64 = places == 3 ? 100 : places == 2 ? 10 : 1
        while unit > 0 {
            bytes.append(UInt8(truncatingIfNeeded: rest / unit % 10) + 0x30)
            unit /= 10
        }
    }
}
