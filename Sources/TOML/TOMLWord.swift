/// Values that stand without quotes.
enum TOMLWord {
    /// Nil where the word is none.
    static func value(of word: [UInt8]) -> TOMLValue? {
        switch word {
        case Array("true".utf8): return .boolean(true)
        case Array("false".utf8): return .boolean(false)
        default: break
        }
        if word.count > 4,
            word[2] == UInt8(ascii: ":")
                || word[4] == UInt8(ascii: "-") && word[..<4].allSatisfy(isDigit)
        {
            return TOMLMoment.isValid(word) ? .moment : nil
        }
        return prefixed(word) ?? integer(word) ?? float(word)
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// `0xFF`, `0o17`, `0b11`: no sign.
    private static func prefixed(_ word: [UInt8]) -> TOMLValue? {
        guard word.count > 2, word[0] == UInt8(ascii: "0") else { return nil }
        let radix: Int
        switch word[1] {
        case UInt8(ascii: "x"): radix = 16
        case UInt8(ascii: "o"): radix = 8
        case UInt8(ascii: "b"): radix = 2
        default: return nil
        }
        guard let digits = joined(word[2...], radix: radix) else { return nil }
        return Int(digits, radix: radix).map { .integer($0) }
    }

    private static func integer(_ word: [UInt8]) -> TOMLValue? {
        let (sign, rest) = signed(word[...])
        guard isWhole(rest), let digits = joined(rest, radix: 10) else { return nil }
        return Int(sign + digits).map { .integer($0) }
    }

    /// `1.5`, `1e6`, `-1.5e-6`, `inf`, `nan`.
    private static func float(_ word: [UInt8]) -> TOMLValue? {
        let (sign, rest) = signed(word[...])
        if rest.elementsEqual("inf".utf8) { return .float(sign == "-" ? -.infinity : .infinity) }
        if rest.elementsEqual("nan".utf8) { return .float(.nan) }
        let mantissa = rest.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
        let whole = mantissa.prefix { $0 != UInt8(ascii: ".") }
        // Digits alone are a whole number, or one too large.
        guard whole.count < rest.count, isWhole(whole), var text = joined(whole, radix: 10) else {
            return nil
        }
        if whole.count < mantissa.count {
            guard let digits = joined(mantissa.dropFirst(whole.count + 1), radix: 10) else {
                return nil
            }
            text += "." + digits
        }
        if mantissa.count < rest.count {
            let (sign, digits) = signed(rest.dropFirst(mantissa.count + 1))
            guard let digits = joined(digits, radix: 10) else { return nil }
            text += "e" + sign + digits
        }
        return Double(sign + text).map { .float($0) }
    }

    private static func signed(_ word: ArraySlice<UInt8>) -> (sign: String, ArraySlice<UInt8>) {
        switch word.first {
        case UInt8(ascii: "+"): ("", word.dropFirst())
        case UInt8(ascii: "-"): ("-", word.dropFirst())
        default: ("", word)
        }
    }

    /// No zero stands in front of other digits.
    private static func isWhole(_ digits: ArraySlice<UInt8>) -> Bool {
        digits.first != UInt8(ascii: "0") || digits.count == 1
    }

    /// The digits without the `_` between them; nil where there is anything else.
    private static func joined(_ word: ArraySlice<UInt8>, radix: Int) -> String? {
        var digits = ""
        var isBehindDigit = false
        for byte in word {
            if byte == UInt8(ascii: "_"), isBehindDigit {
                isBehindDigit = false
                continue
            }
            let digit = Character(Unicode.Scalar(byte))
            guard let value = digit.hexDigitValue, value < radix else { return nil }
            digits.append(digit)
            isBehindDigit = true
        }
        return isBehindDigit ? digits : nil
    }
}
