import ByteIO
import Rows

/// The text that a logged value stands for.
enum FieldText {
    /// Appends the value of `text`, which is written in `form`.
    ///
    /// Throws `bad_json` for an escape that JSON does not have.
    static func append(
        _ text: Span<UInt8>, _ form: TextForm, to bytes: inout [UInt8], notes: inout EventNotes
    ) throws(RowError) {
        switch form {
        case .plain, .own: bytes.append(text)
        case .json: try JSONText.appendPlain(text, to: &bytes, notes: &notes)
        case .quoted: appendUnescaped(text, to: &bytes)
        case .doubled: appendUndoubled(text, to: &bytes)
        case .escaped: appendUnslashed(text, to: &bytes)
        case .plus:
            for index in text.indices { bytes.append(text[index] == 0x2B ? 0x20 : text[index]) }
        case .percent: appendDecoded(text, to: &bytes)
        }
    }

    /// `\"` `\\` `\n` `\t` `\r` `\xHH` become their bytes, any other backslash stays.
    private static func appendUnescaped(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        while let slash = text.firstOffset(of: 0x5C, from: start) {
            bytes.append(text.extracting(start..<slash))
            start = slash + 2
            guard slash + 1 < text.count else {
                bytes.append(0x5C)
                return
            }
            switch text[slash + 1] {
            case 0x22, 0x5C: bytes.append(text[slash + 1])
            case 0x6E: bytes.append(0x0A)
            case 0x74: bytes.append(0x09)
            case 0x72: bytes.append(0x0D)
            case 0x78, 0x58:
                guard slash + 3 < text.count, let high = text[slash + 2].hexDigit,
                    let low = text[slash + 3].hexDigit
                else { fallthrough }
                bytes.append(high << 4 | low)
                start = slash + 4
            default:
                bytes.append(0x5C)
                bytes.append(text[slash + 1])
            }
        }
        if start < text.count { bytes.append(text.extracting(start...)) }
    }

    private static func appendUndoubled(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        while let quote = text.firstOffset(of: 0x22, from: start) {
            bytes.append(text.extracting(start...quote))
            let isDoubled = quote + 1 < text.count && text[quote + 1] == 0x22
            start = quote + (isDoubled ? 2 : 1)
        }
        if start < text.count { bytes.append(text.extracting(start...)) }
    }

    private static func appendUnslashed(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        while let slash = text.firstOffset(of: 0x5C, from: start), slash + 1 < text.count {
            bytes.append(text.extracting(start..<slash))
            bytes.append(text[slash + 1])
            start = slash + 2
        }
        if start < text.count { bytes.append(text.extracting(start...)) }
    }

    /// Decodes `%HH` until nothing changes, at most twice: CloudFront encodes agents twice.
    private static func appendDecoded(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
        guard text.firstOffset(of: 0x25) != nil else {
            bytes.append(text)
            return
        }
        var once: [UInt8] = []
        WebText.appendDecoded(text, plusIsBlank: false, to: &once)
        WebText.appendDecoded(once.span, plusIsBlank: false, to: &bytes)
    }
}
