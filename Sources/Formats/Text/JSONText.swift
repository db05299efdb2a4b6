import ByteIO
import Rows

/// JSON strings, read and written.
enum JSONText {
    /// Appends what stands between the quotes, decoded; a lone surrogate becomes U+FFFD.
    ///
    /// `\xHH`, which some servers write, becomes `%HH`.
    static func appendPlain(
        _ text: Span<UInt8>, to bytes: inout [UInt8], notes: inout EventNotes
    ) throws(RowError) {
        var at = 0
        while let slash = text.firstOffset(of: 0x5C, from: at) {
            bytes.append(text.extracting(at..<slash))
            at = slash + 1
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
            case 0x78:
                bytes.append(0x25)
                notes.insert(.jsonRepaired)
            case 0x75:
                let scalar = try scalar(text, &at)
                for unit in String(Character(scalar)).utf8 { bytes.append(unit) }
            default: throw RowError(.badJSON, "unknown escape")
            }
        }
        if at < text.count { bytes.append(text.extracting(at...)) }
    }

    /// Appends `text` as a JSON string with its quotes; what is not UTF-8 and control bytes as `%HH`.
    ///
    /// Gives the notes that say so. `scratch` is any buffer, overwritten.
    static func appendQuoted(
        _ text: Span<UInt8>, to bytes: inout [UInt8], scratch: inout [UInt8]
    ) -> EventNotes {
        bytes.append(0x22)
        defer { bytes.append(0x22) }
        if text.isPrintable(without: 0x22, 0x5C) {
            bytes.append(text)
            return []
        }
        scratch.removeAll(keepingCapacity: true)
        let notes = PlainText.append(text, to: &scratch)
        appendEscaped(scratch.span, to: &bytes)
        return notes
    }

    private static func appendEscaped(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        for at in text.indices {
            let letter = escaped[Int(text[at])]
            guard letter != 0 else { continue }
            bytes.append(text.extracting(start..<at))
            bytes.append(0x5C)
            bytes.append(letter)
            start = at + 1
        }
        bytes.append(text.extracting(start...))
    }

    private static let escaped: [256 of UInt8] = {
        var table = [256 of UInt8](repeating: 0)
        table[0x09] = 0x74
        table[0x0A] = 0x6E
        table[0x0D] = 0x72
        table[0x22] = 0x22
        table[0x5C] = 0x5C
        return table
    }()

    /// Appends a JSON array or object without the white space outside its strings; in the strings
    /// what is not UTF-8 and control bytes as `%HH`.
    static func appendCompact(_ json: Span<UInt8>, to bytes: inout [UInt8]) -> EventNotes {
        var plain: [UInt8] = []
        let notes = PlainText.append(json, to: &plain)
        var isInString = false
        var isEscaped = false
        for byte in plain {
            if !isInString, byte <= 0x20 { continue }
            // White space inside a string has to be escaped; a blank says what is meant.
            bytes.append(byte < 0x20 ? 0x20 : byte)
            if isEscaped {
                isEscaped = false
            } else if byte == 0x5C {
                isEscaped = true
            } else if byte == 0x22 {
                isInString.toggle()
            }
        }
        return notes
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
        for index in at..<at + 4 {
            guard let digit = text[index].hexDigit else { return nil }
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
