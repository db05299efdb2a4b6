import ByteIO
import Rows

/// A walk through one JSON text (RFC 8259) by offsets; nothing is copied or decoded.
///
/// Nesting is capped, so hostile text ends in an error and never in deep recursion.
struct JSONScanner {
    static let maximumDepth = 64

    var at = 0

    init(at: Int = 0) { self.at = at }

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
        guard let stop = text.firstQuoteOrBackslash(from: start) else { throw failure(text) }
        if text[stop] == 0x22 {
            at = stop + 1
            return (start..<stop, false)
        }
        var end = stop
        while end < text.count, text[end] != 0x22 {
            end += text[end] == 0x5C ? try escapeLength(text, end) : 1
        }
        guard end < text.count else { throw failure(text) }
        at = end + 1
        return (start..<end, true)
    }

    /// The length of the escape at `offset`; `\xHH` is let through, some servers write it.
    private func escapeLength(_ text: Span<UInt8>, _ offset: Int) throws(RowError) -> Int {
        guard offset + 1 < text.count else { throw failure(text) }
        switch text[offset + 1] {
        case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74, 0x78: return 2
        case 0x75:
            guard offset + 5 < text.count else { throw failure(text) }
            for digit in offset + 2..<offset + 6 where text[digit].hexDigit == nil {
                throw failure(text)
            }
            return 6
        default: throw RowError(.badJSON, "unknown escape at column \(offset + 1)")
        }
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
        // One bit for every open bracket, 1 for an object; the last opened is the lowest.
        var open: UInt64 = 0
        var count = 0
        repeat {
            switch try kind(text) {
            case .string: _ = try string(text)
            case .number: _ = try number(text)
            case .literal: _ = try literal(text)
            case .object:
                at += 1
                if peek(text) != 0x7D {
                    try push(1, &open, &count, depth)
                    try key(text)
                    continue
                }
                at += 1
            case .array:
                at += 1
                if peek(text) != 0x5D {
                    try push(0, &open, &count, depth)
                    continue
                }
                at += 1
            }
            try close(&open, &count, text)
        } while count > 0
    }

    private func push(
        _ bit: UInt64, _ open: inout UInt64, _ count: inout Int, _ depth: Int
    ) throws(RowError) {
        open = open << 1 | bit
        count += 1
        guard count + depth <= Self.maximumDepth else {
            throw RowError(.tooDeep, "nested deeper than \(Self.maximumDepth)")
        }
    }

    /// After a value: closes what ends here, or moves to the next element.
    private mutating func close(
        _ open: inout UInt64, _ count: inout Int, _ text: Span<UInt8>
    ) throws(RowError) {
        while count > 0 {
            let isObject = open & 1 == 1
            if peek(text) == (isObject ? 0x7D : 0x5D) {
                at += 1
                open >>= 1
                count -= 1
                continue
            }
            try expect(0x2C, text)
            if isObject { try key(text) }
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
            .badJSON, at < text.count ? "unexpected byte at column \(at + 1)" : "ends early",
            column: at + 1)
    }
}
