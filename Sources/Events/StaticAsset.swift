import ByteIO

/// Whether a page is a part of pages: an image, a script, a style, a font.
///
/// Pages, JSON, PDF, archives, audio and video are not.
enum StaticAsset {
    /// By the extension of the last segment of `page`, in any case.
    static func isAsset(page: Span<UInt8>) -> Bool {
        guard let dot = page.lastOffset(of: 0x2E, within: 12),
            page.firstOffset(of: 0x2F, from: dot) == nil
        else { return false }
        // Nothing longer than `webmanifest` is an asset.
        var lower: [12 of UInt8] = [12 of UInt8](repeating: 0)
        let length = page.count - dot - 1
        for index in 0..<length { lower[index] = page[dot + 1 + index].asciiLowercased }
        let name = lower.span.extracting(0..<length)
        switch length {
        case 2: return name.equals("js")
        case 3:
            return isOne(name, ["css", "mjs", "map", "png", "jpg", "gif", "svg", "ico", "bmp"])
                || isOne(name, ["ttf", "otf", "eot"])
        case 4: return isOne(name, ["jpeg", "webp", "avif", "woff"])
        case 5: return name.equals("woff2")
        case 11: return name.equals("webmanifest")
        default: return false
        }
    }

    private static func isOne(_ name: Span<UInt8>, _ names: [StaticString]) -> Bool {
        names.contains { name.equals($0) }
    }
}

extension Span<UInt8> {
    /// The offset of the last `byte` among the last `length` bytes.
    fileprivate func lastOffset(of byte: UInt8, within length: Int) -> Int? {
        let start = Swift.max(0, count - length)
        return extracting(start...).lastOffset(of: byte).map { $0 + start }
    }
}
