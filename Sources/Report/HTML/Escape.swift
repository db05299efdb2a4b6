import StageSupport

/// Data as text of a page: escaped byte by byte, so that no combining mark can hide a quote.
enum Escape {
    /// Appends `text`: `& < > " '` as entities, control characters dropped, invisible marks shown as
    /// `⟨U+202E⟩`.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        // A String repairs what is not UTF-8 into U+FFFD before these are seen.
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0..<0x80: append(UInt8(truncatingIfNeeded: scalar.value), to: &bytes)
            case 0x80..<0xA0: break
            case let value where InvisibleMark.isOne(value):
                bytes.append(contentsOf: InvisibleMark.shown(value).utf8)
            default: bytes.append(contentsOf: String(scalar).utf8)
            }
        }
    }

    private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case 0x26: bytes.append(contentsOf: "&amp;".utf8)
        case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
        case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
        case 0x22: bytes.append(contentsOf: "&quot;".utf8)
        case 0x27: bytes.append(contentsOf: "&#39;".utf8)
        case 0..<0x20, 0x7F: break
        default: bytes.append(byte)
        }
    }
}
