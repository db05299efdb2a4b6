/// Data as text of a page: escaped byte by byte, so that no combining mark can hide a quote.
enum Escape {
    /// Appends `text`: `& < > " '` as entities, control characters dropped, and what turns the
    /// direction of a line or ends it shown as `⟨U+202E⟩`.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        // A String repairs what is not UTF-8 into U+FFFD before these bytes are seen.
        let data = Array(text.utf8)
        var at = 0
        while at < data.count {
            if let (code, length) = hidden(data, at) {
                bytes.append(contentsOf: "⟨U+\(hex(code))⟩".utf8)
                at += length
                continue
            }
            if data[at] == 0xC2, at + 1 < data.count, data[at + 1] < 0xA0 {
                at += 2
                continue
            }
            append(data[at], to: &bytes)
            at += 1
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

    /// The code and length of a mark that is not seen but moves what is: bidirectional controls,
    /// line and paragraph separators, the byte order mark.
    private static func hidden(_ data: [UInt8], _ at: Int) -> (code: UInt32, length: Int)? {
        switch data[at] {
        case 0xD8 where at + 1 < data.count && data[at + 1] == 0x9C: return (0x61C, 2)
        case 0xE2, 0xEF:
            guard at + 2 < data.count else { return nil }
            let code =
                UInt32(data[at] & 0xF) << 12 | UInt32(data[at + 1] & 0x3F) << 6
                | UInt32(data[at + 2] & 0x3F)
            switch code {
            case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: return (code, 3)
            default: return nil
            }
        default: return nil
        }
    }

    private static func hex(_ code: UInt32) -> String {
        let digits = String(code, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
