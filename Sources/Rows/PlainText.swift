import ByteIO

/// Text from a log made fit to be written: UTF-8 without control bytes.
public enum PlainText {
    /// Appends `text`; bytes that are not UTF-8 and control bytes but TAB, LF and CR as `%HH`.
    ///
    /// Gives the notes that say so.
    public static func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) -> EventNotes {
        if text.isPrintable {
            bytes.append(text)
            return []
        }
        var notes: EventNotes = []
        var at = 0
        while at < text.count {
            let byte = text[at]
            let length = sequence(in: text, at: at)
            if length == 0 {
                bytes.append(percent: byte)
                notes.insert(.nonUTF8)
            } else if length == 1, byte < 0x20 || byte == 0x7F, !isSpace(byte) {
                bytes.append(percent: byte)
                notes.insert(.control)
            } else {
                bytes.append(text.extracting(at..<at + length))
            }
            at += max(length, 1)
        }
        return notes
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// The length of the UTF-8 sequence at `at`, 0 where there is none.
    ///
    /// Source: The Unicode Standard, table 3-7, well-formed UTF-8 byte sequences.
    public static func sequence(in text: Span<UInt8>, at: Int) -> Int {
        let lead = text[at]
        let (length, second): (Int, ClosedRange<UInt8>) =
            switch lead {
            case 0x00...0x7F: (1, 0...0)
            case 0xC2...0xDF: (2, 0x80...0xBF)
            case 0xE0: (3, 0xA0...0xBF)
            case 0xED: (3, 0x80...0x9F)
            case 0xE1...0xEF: (3, 0x80...0xBF)
            case 0xF0: (4, 0x90...0xBF)
            case 0xF1...0xF3: (4, 0x80...0xBF)
            case 0xF4: (4, 0x80...0x8F)
            default: (0, 0...0)
            }
        guard length > 1 else { return length }
        guard at + length <= text.count, second.contains(text[at + 1]) else { return 0 }
        for next in 2..<max(length, 2) where !(0x80...0xBF).contains(text[at + next]) { return 0 }
        return length
    }
}

extension [UInt8] {
    /// Appends `%HH`.
    public mutating func append(percent byte: UInt8) {
        append(0x25)
        append(Self.upperHex[Int(byte >> 4)])
        append(Self.upperHex[Int(byte & 15)])
    }

    private static let upperHex: [16 of UInt8] = [
        0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x41, 0x42, 0x43, 0x44, 0x45,
        0x46,
    ]
}
