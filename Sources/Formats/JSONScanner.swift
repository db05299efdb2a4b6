import ByteIO
import Touchpoints

/// A walk through one JSON text (RFC 8259) by offsets; nothing is copied or decoded.
///
/// Nesting is capped, so hostile text ends in an error and never in deep recursion.
struct JSONScanner {
    static let maximumDepth = 64

    var at = 0

    enum Kind { case string, number, literal, object, array }

    /// Moves past white space and returns the byte there, 0 at the end.
    mutating func peek(_ text: Span<UInt8>) -> UInt8 {
        while at < text.count {
            let byte = text[at]
            if byte > 0x20 { return byte }
            guard byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else { return byte }
            at += 1
        }
        return 0
    }

    /// Moves past `byte` and white space before it.
    mutating func expect(_ byte: UInt8, _ text: Span<UInt8>) throws(RowError) {
        guard peek(text) == byte else { throw failure(text) }
        at += 1
    }

    /// What kind of value begins here.
    mutating func kind(_ text: Span<UInt8>) throws(RowError) -> Kind {
        switch peek(text) {
        case 0x22: return .string
        case 0x7B: return .object
        case 0x5B: return .array
        case 0x2D, 0x30...0x39: return .number
        case 0x74, 0x66, 0x6E: return .literal
        default: throw failure(text)
        }
    }

    /// Moves past a string; returns what stands between its quotes and whether that has escapes.
    mutating func string(
        _ text: Span<UInt8>
    ) throws(RowError) -> (range: Range<Int>, hasEscapes: Bool) {
        let start = at + 1
        guard let quote = text.firstOffset(of: 0x22, from: start) else { throw failure(text) }
        if text.firstOffset(of: 0x5C, in: start..<quote) == nil {
            at = quote + 1
            return (start..<quote, false)
        }
        var end = start
        while end < text.count, text[end] != 0x22 { end += text[end] == 0x5C ? 2 : 1 }
        guard end < text.count else { throw failure(text) }
        at = end + 1
        return (start..<end, true)
    }

    /// Moves past a number as RFC 8259 writes it: no leading zero, no NaN.
    mutating func number(_ text: Span<UInt8>) throws(RowError) -> Range<Int> {
        let start = at
        if text[at] == 0x2D { at += 1 }
        let whole = digits(text)
        guard whole > 0, whole == 1 || text[at - whole] != 0x30 else { throw failure(text) }
        if at < text.count, text[at] == 0x2E {
            at += 1
            guard digits(text) > 0 else { throw failure(text) }
        }
        if at < text.count, text[at] | 0x20 == 0x65 {
            at += 1
            if at < text.count, text[at] == 0x2B || text[at] == 0x2D { at += 1 }
            guard digits(text) > 0 else { throw failure(text) }
        }
        return start..<at
    }

    /// Moves past `true`, `false` or `null`.
    mutating func literal(_ text: Span<UInt8>) throws(RowError) -> Range<Int> {
        let rest = text.extracting(at...)
        let length =
            rest.starts(with: "true") || rest.starts(with: "null")
            ? 4 : rest.starts(with: "false") ? 5 : 0
        guard length > 0 else { throw failure(text) }
        at += length
        return (at - length)..<at
    }

    /// Moves past any value, checking its brackets, strings and separators.
    mutating func skip(_ text: Span<UInt8>, depth: Int) throws(RowError) {
        var closers: [UInt8] = []
        repeat {
            switch try kind(text) {
            case .string: _ = try string(text)
            case .number: _ = try number(text)
            case .literal: _ = try literal(text)
            case .object:
                at += 1
                if peek(text) != 0x7D {
                    try open(0x7D, &closers, depth, text)
                    try key(text)
                    continue
                }
                at += 1
            case .array:
                at += 1
                if peek(text) != 0x5D {
                    try open(0x5D, &closers, depth, text)
                    continue
                }
                at += 1
            }
            try close(&closers, text)
        } while !closers.isEmpty
    }

    private func open(
        _ closer: UInt8, _ closers: inout [UInt8], _ depth: Int, _ text: Span<UInt8>
    ) throws(RowError) {
        closers.append(closer)
        guard closers.count + depth <= Self.maximumDepth else {
            throw RowError(.tooDeep, "nested deeper than \(Self.maximumDepth)")
        }
    }

    /// After a value: closes what ends here, or moves to the next element.
    private mutating func close(_ closers: inout [UInt8], _ text: Span<UInt8>) throws(RowError) {
        while let closer = closers.last {
            let byte = peek(text)
            if byte == closer {
                at += 1
                closers.removeLast()
                continue
            }
            try expect(0x2C, text)
            if closer == 0x7D { try key(text) }
            return
        }
    }

    private mutating func key(_ text: Span<UInt8>) throws(RowError) {
        guard peek(text) == 0x22 else { throw failure(text) }
        _ = try string(text)
        try expect(0x3A, text)
    }

    private mutating func digits(_ text: Span<UInt8>) -> Int {
        let start = at
        while at < text.count, text[at] &- 0x30 < 10 { at += 1 }
        return at - start
    }

    func failure(_ text: Span<UInt8>) -> RowError {
        RowError(
            .badJSON, at < text.count ? "unexpected byte at column \(at + 1)" : "ends early")
    }
}

/// The text that a JSON string stands for.
enum JSONText {
    /// Appends what stands between the quotes, decoded; a lone surrogate becomes U+FFFD.
    ///
    /// `\xHH`, which some servers write, becomes `%HH`.
    static func appendPlain(
        _ text: Span<UInt8>, to bytes: inout [UInt8]
    ) throws(RowError) {
        var at = 0
        while at < text.count {
            let byte = text[at]
            at += 1
            guard byte == 0x5C else {
                bytes.append(byte)
                continue
            }
            guard at < text.count else { throw RowError(.badJSON, "escape without its letter") }
            let letter = text[at]
            at += 1
            switch letter {
            case 0x22, 0x5C, 0x2F: bytes.append(letter)
            case 0x62: bytes.append(0x08)
            case 0x66: bytes.append(0x0C)
            case 0x6E: bytes.append(0x0A)
            case 0x72: bytes.append(0x0D)
            case 0x74: bytes.append(0x09)
            case 0x78: bytes.append(0x25)
            case 0x75:
                let scalar = try scalar(text, &at)
                for unit in String(Character(scalar)).utf8 { bytes.append(unit) }
            default: throw RowError(.badJSON, "unknown escape")
            }
        }
    }

    private static func scalar(
        _ text: Span<UInt8>, _ at: inout Int
    ) throws(RowError) -> Unicode.Scalar {
        guard let first = unit(text, at) else { throw RowError(.badJSON, "bad \\u escape") }
        at += 4
        if first & 0xFC00 == 0xD800, at + 1 < text.count, text[at] == 0x5C, text[at + 1] == 0x75,
            let second = unit(text, at + 2), second & 0xFC00 == 0xDC00
        {
            at += 6
            let value = 0x10000 + ((first & 0x3FF) << 10) + (second & 0x3FF)
            return Unicode.Scalar(value) ?? "\u{FFFD}"
        }
        return Unicode.Scalar(first) ?? "\u{FFFD}"
    }

    private static func unit(_ text: Span<UInt8>, _ at: Int) -> UInt32? {
        guard at + 4 <= text.count else { return nil }
        var value: UInt32 = 0
        for place in at..<at + 4 {
            guard let digit = text[place].hexDigit else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}

extension UInt8 {
    /// The value of a hexadecimal digit.
    var hexDigit: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x37
        case 0x61...0x66: self - 0x57
        default: nil
        }
    }
}
