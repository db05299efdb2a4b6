import ByteIO

/// Where the parts of a URL lie: `https://host:port/path?query#fragment`, or from the path on.
///
/// Source: RFC 3986, section 3; nothing is checked or decoded.
struct WebAddress {
    /// The host without user, port and brackets' outside; empty for a URL that begins with its path.
    var host = 0..<0
    var path = 0..<0
    var query = 0..<0

    /// `startsWithPath`: what begins with a slash is a path, even with two (a request's target).
    init(_ url: Span<UInt8>, startsWithPath: Bool = false) {
        let fragment = url.firstOffset(of: 0x23) ?? url.count
        let question = url.firstOffset(of: 0x3F, in: 0..<fragment)
        let end = question ?? fragment
        query = question.map { ($0 + 1)..<fragment } ?? fragment..<fragment
        let isPath = startsWithPath && url.starts(with: "/")
        guard !isPath, let authority = Self.authority(of: url, end: end) else {
            path = 0..<end
            return
        }
        let slash = url.firstOffset(of: 0x2F, in: authority..<end) ?? end
        path = slash..<end
        host = Self.host(of: url, in: authority..<slash)
    }

    /// A host alone, perhaps with its port.
    init(host text: Span<UInt8>) { host = Self.host(of: text, in: 0..<text.count) }

    private static func authority(of url: Span<UInt8>, end: Int) -> Int? {
        if url.starts(with: "//") { return 2 }
        guard let colon = url.firstOffset(of: 0x3A, in: 0..<end), colon + 2 < end,
            url[colon + 1] == 0x2F, url[colon + 2] == 0x2F,
            url.firstOffset(of: 0x2F, in: 0..<colon) == nil
        else { return nil }
        return colon + 3
    }

    private static func host(of url: Span<UInt8>, in range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while let at = url.firstOffset(of: 0x40, in: start..<range.upperBound) { start = at + 1 }
        var end = range.upperBound
        let name = url.extracting(start..<end)
        if let colon = name.lastOffset(of: 0x3A), (name.lastOffset(of: 0x5D) ?? -1) < colon {
            end = start + colon
        }
        if end > start, url[end - 1] == 0x2E { end -= 1 }
        return start..<end
    }
}
