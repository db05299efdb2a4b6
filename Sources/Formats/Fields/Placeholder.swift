import ByteIO
import Rows

/// Whether a logged value counts as missing: `""`, `-`, `null`, `(not set)`, `undefined`, or another word for
/// nothing.
func isMissing(_ value: Span<UInt8>) -> Bool {
    switch value.count {
    case 0: true
    case 1: value[0] == 0x2D || Placeholder.isBlank(value)
    case 4: value[0] == 0x6E && value.equals("null") || Placeholder.isWord(value)
    case 9:
        value.equals("(not set)") || value.equals("undefined") || Placeholder.isWord(value)
    default: Placeholder.isWord(value)
    }
}

/// Words that stand where a value is missing: those of databases and languages in any field, and those of
/// trackers in ids.
enum Placeholder {
    private static let words: [StaticString] = [
        "NULL", "Null", "\\N", "None", "NaN", "nan", "N/A", "n/a", "(null)", "<null>",
        "[object Object]", "<nil>", "<NA>", "NaT", "#N/A",
    ]
    private static let longestWord = 15

    /// In lower case.
    private static let ids: [StaticString] = [
        "0", "0.0", "-1", "-1.0", "false", "anonymous", "guest", "unknown",
        "00000000-0000-0000-0000-000000000000",
    ]
    private static let longestID = 36

    /// Whether `value` is blank or a word that databases and languages write for nothing.
    static func isWord(_ value: Span<UInt8>) -> Bool {
        guard !value.isEmpty, mayBegin(value[0]) else { return false }
        if value[0] == 0x20 || value[0] == 0x09 { return isBlank(value) }
        guard value.count <= longestWord else { return false }
        for word in words where value.equals(word) { return true }
        return false
    }

    /// Whether a word for nothing may begin with `byte`: a blank, `#`, `(`, `<`, `N`, `[`, `\` or `n`.
    @inline(__always)
    static func mayBegin(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x20, 0x23, 0x28, 0x3C, 0x4E, 0x5B, 0x5C, 0x6E: true
        default: false
        }
    }

    static func isBlank(_ value: Span<UInt8>) -> Bool {
        for index in value.indices where value[index] != 0x20 && value[index] != 0x09 {
            return false
        }
        return true
    }

    /// Whether an id that is `value` tells nobody from anybody.
    static func isID(_ value: Span<UInt8>, besides others: [[UInt8]] = []) -> Bool {
        for other in others where value.equals(other.span) { return true }
        guard !value.isEmpty, value.count <= longestID, mayBeginID(value[0]) else { return false }
        for word in ids where value.lowercasedEquals(word) { return true }
        return false
    }

    /// Whether such an id may begin with `byte`: `-`, `0`, or a letter of the words in any case.
    @inline(__always)
    static func mayBeginID(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2D, 0x30, 0x41, 0x46, 0x47, 0x55, 0x61, 0x66, 0x67, 0x75: true
        default: false
        }
    }
}

extension EventFiller {
    /// Whether `value` is missing as a value of `field`; a word for nothing is noted.
    mutating func isMissing(_ value: Span<UInt8>, as field: EventField?) -> Bool {
        if Formats.isMissing(value) {
            if Placeholder.isWord(value) { notes.insert(.placeholder) }
            return true
        }
        guard let field, field.isPersonID,
            Placeholder.isID(value, besides: options.placeholderIDs)
        else { return false }
        notes.insert(.placeholder)
        return true
    }
}

extension Span<UInt8> {
    /// Whether the bytes are those of `word`, which is in lower case, in any case.
    fileprivate func lowercasedEquals(_ word: StaticString) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        var lower = copied()
        for index in lower.indices where lower[index] &- 0x41 < 26 { lower[index] |= 0x20 }
        return lower.span.equals(word)
    }
}

extension EventField {
    /// Whether it tells who did something.
    var isPersonID: Bool { self == .visitor || self == .user || self == .session }
}
