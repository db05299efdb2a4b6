import ByteIO

/// The `props` column: one compact JSON object without nesting, as `ingest` writes it.
public enum Properties {
    /// Appends the value of `name`, unquoted and unescaped; false where the object has no such name.
    ///
    /// `props` is the column's plain text. Text that is no such object has no names.
    public static func append(
        _ name: Span<UInt8>, of props: Span<UInt8>, to bytes: inout [UInt8]
    ) -> Bool {
        var at = 1
        while at < props.count, props[at] == 0x22 {
            guard let key = stringEnd(props, from: at), key + 1 < props.count,
                props[key] == 0x3A, let end = valueEnd(props, from: key + 1)
            else { return false }
            if equals(props.extracting(at + 1..<key - 1), name) {
                append(props.extracting(key + 1..<end), to: &bytes)
                return true
            }
            guard end < props.count, props[end] == 0x2C else { return false }
            at = end + 1
        }
        return false
    }

    /// The offset behind the string that begins at `start`.
    private static func stringEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
        var at = start + 1
        while at < text.count, text[at] != 0x22 { at += text[at] == 0x5C ? 2 : 1 }
        return at < text.count ? at + 1 : nil
    }

    /// The offset behind the value that begins at `start`.
    private static func valueEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
        if start < text.count, text[start] == 0x22 { return stringEnd(text, from: start) }
        var at = start
        var depth = 0
        while at < text.count {
            switch text[at] {
            case 0x22:
                guard let end = stringEnd(text, from: at) else { return nil }
                at = end
                continue
            case 0x5B, 0x7B: depth += 1
            case 0x5D, 0x7D:
                if depth == 0 { return at }
                depth -= 1
            case 0x2C where depth == 0: return at
            default: break
            }
            at += 1
        }
        return nil
    }

    private static func equals(_ key: Span<UInt8>, _ name: Span<UInt8>) -> Bool {
        guard key.firstOffset(of: 0x5C) != nil else { return key.equals(name) }
        var plain: [UInt8] = []
        appendUnescaped(key, to: &plain)
        return plain.span.equals(name)
    }

    private static func append(_ value: Span<UInt8>, to bytes: inout [UInt8]) {
        guard value.count >= 2, value[0] == 0x22 else {
            bytes.append(value)
            return
        }
        appendUnescaped(value.extracting(1..<value.count - 1), to: &bytes)
    }

    private static func appendUnescaped(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
        var at = 0
        while at < text.count {
            guard text[at] == 0x5C, at + 1 < text.count else {
                bytes.append(text[at])
                at += 1
                continue
            }
            let letter = text[at + 1]
            at += 2
            switch letter {
            case 0x62: bytes.append(0x08)
            case 0x66: bytes.append(0x0C)
            case 0x6E: bytes.append(0x0A)
            case 0x72: bytes.append(0x0D)
            case 0x74: bytes.append(0x09)
            case 0x75: appendScalar(text, &at, to: &bytes)
            default: bytes.append(letter)
            }
        }
    }

    /// The scalar whose four hex digits stand at `at`, with the second half of a pair behind it.
    private static func appendScalar(
        _ text: Span<UInt8>, _ at: inout Int, to bytes: inout [UInt8]
    ) {
        guard let first = unit(text, at) else { return }
        at += 4
        var value = first
        if first & 0xFC00 == 0xD800, at + 1 < text.count, text[at] == 0x5C, text[at + 1] == 0x75,
            let second = unit(text, at + 2), second & 0xFC00 == 0xDC00
        {
            at += 6
            value = 0x10000 + ((first & 0x3FF) << 10) + (second & 0x3FF)
        }
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        bytes.append(contentsOf: String(Character(scalar)).utf8)
    }

    private static func unit(_ text: Span<UInt8>, _ at: Int) -> UInt32? {
        guard at + 4 <= text.count else { return nil }
        var value: UInt32 = 0
        for index in at..<at + 4 {
            let byte = text[index]
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x37
            case 0x61...0x66: digit = byte - 0x57
            default: return nil
            }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}
