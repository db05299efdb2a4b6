import ByteIO

/// Where the parts of a URL lie: `https://host:port/path?query#fragment`, or from the path on.
///
/// Source: RFC 3986, section 3; nothing is checked or decoded.
struct WebAddress {
    /// The host without user, port and brackets' outside; empty for a URL that begins with its path.
    var host = 0..<0
    var path = 0..<0
    var query = 0..<0

    init(_ url: Span<UInt8>) {
        let fragment = url.firstOffset(of: 0x23) ?? url.count
        let question = url.firstOffset(of: 0x3F, in: 0..<fragment)
        let end = question ?? fragment
        query = question.map { ($0 + 1)..<fragment } ?? fragment..<fragment
        guard let authority = Self.authority(of: url, end: end) else {
            path = 0..<end
            return
        }
        let slash = url.firstOffset(of: 0x2F, in: authority..<end) ?? end
        path = slash..<end
        host = Self.host(of: url, in: authority..<slash)
    }

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

/// The written forms of hosts and pages.
enum WebText {
    static let maximumPage = 2048

    /// Appends a host in lower case, other bytes than letters, digits, `.-_:[]` as `%HH`.
    static func appendHost(_ host: Span<UInt8>, to bytes: inout [UInt8]) {
        for index in host.indices {
            let byte = host[index]
            switch byte {
            case 0x41...0x5A: bytes.append(byte | 0x20)
            case 0x21...0x7E: bytes.append(byte)
            default: bytes.append(percent: byte)
            }
        }
    }

    /// Appends a path in its one form: fragment, query and `;jsessionid=…` are gone, `%hh` is upper
    /// case, escaped unreserved characters are plain, other bytes outside ASCII are `%HH`.
    ///
    /// Twice gives the same. Over `maximumPage` bytes it is cut. Source: RFC 3986, section 6.2.2.
    static func appendPage(_ path: Span<UInt8>, to bytes: inout [UInt8]) {
        let first = bytes.count
        var at = 0
        while at < path.count, bytes.count - first < maximumPage - 2 {
            let byte = path[at]
            if byte == 0x3B, path.extracting(at...).starts(with: ";jsessionid=") { break }
            if byte == 0x25, at + 2 < path.count, let high = path[at + 1].hexDigit,
                let low = path[at + 2].hexDigit
            {
                appendEscaped(high << 4 | low, to: &bytes)
                at += 3
                continue
            }
            if (0x20...0x7E).contains(byte) {
                bytes.append(byte)
            } else {
                bytes.append(percent: byte)
            }
            at += 1
        }
        if bytes.count == first { bytes.append(0x2F) }
    }

    private static func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
        default: bytes.append(percent: byte)
        }
    }

    /// Appends a query value: `+` is a blank, `%HH` its byte.
    static func appendValue(_ value: Span<UInt8>, to bytes: inout [UInt8]) {
        var at = 0
        while at < value.count {
            if value[at] == 0x25, at + 2 < value.count, let high = value[at + 1].hexDigit,
                let low = value[at + 2].hexDigit
            {
                bytes.append(high << 4 | low)
                at += 3
            } else {
                bytes.append(value[at] == 0x2B ? 0x20 : value[at])
                at += 1
            }
        }
    }
}

extension [UInt8] {
    mutating func append(percent byte: UInt8) {
        append(0x25)
        append(Self.upperHex[Int(byte >> 4)])
        append(Self.upperHex[Int(byte & 15)])
    }

    private static let upperHex: [16 of UInt8] = [
        0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x41, 0x42, 0x43, 0x44, 0x45,
        0x46,
    ]
}
