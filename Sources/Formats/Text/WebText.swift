import ByteIO
import Rows

/// The written forms of hosts, pages and query values.
public enum WebText {
    /// The longest page, in bytes.
    @inlinable static var maximumPage: Int { 2048 }

    /// Appends the host of a URL as `site` and `referrer` have it; nothing where it has none.
    public static func appendHost(ofURL url: Span<UInt8>, to bytes: inout [UInt8]) {
        appendHost(url.extracting(WebAddress(url).host), to: &bytes)
    }

    /// Appends a host in lower case, what is not printable ASCII as `%HH`.
    static func appendHost(_ host: Span<UInt8>, to bytes: inout [UInt8]) {
        var odd: UInt8 = 0
        for index in host.indices {
            odd |= host[index] &- 0x21 < 0x5E && host[index] &- 0x41 > 25 ? 0 : 1
        }
        guard odd != 0 else {
            bytes.append(host)
            return
        }
        for index in host.indices {
            let byte = host[index]
            switch byte {
            case 0x41...0x5A: bytes.append(byte | 0x20)
            case 0x21...0x7E: bytes.append(byte)
            default: bytes.append(percent: byte)
            }
        }
    }

    /// Appends a path in its one form: `;jsessionid=…` is gone, `%hh` is upper case, escaped unreserved
    /// characters are plain, other bytes outside printable ASCII are `%HH`; empty is `/`.
    ///
    /// Twice gives the same. Over `maximumPage` bytes it is cut: true. Source: RFC 3986, 6.2.2.
    static func appendPage(_ path: Span<UInt8>, to bytes: inout [UInt8]) -> Bool {
        let first = bytes.count
        let isCut = appendNormalized(path, to: &bytes)
        if let end = sessionID(in: bytes.span.extracting(first...)) {
            bytes.removeSubrange((first + end)...)
        }
        if bytes.count == first { bytes.append(0x2F) }
        return isCut
    }

    private static func appendNormalized(_ path: Span<UInt8>, to bytes: inout [UInt8]) -> Bool {
        if path.count <= maximumPage, path.isPrintable(without: 0x25, 0x25) {
            bytes.append(path)
            return false
        }
        let limit = bytes.count + maximumPage
        // Where the last `%` stands that begins no escape: a digit decoded right behind it would
        // make one that the next reading decodes.
        var stray = -3
        var at = 0
        while at < path.count {
            let byte = path[at]
            var decoded: UInt8?
            if byte == 0x25, at + 2 < path.count, let high = path[at + 1].hexDigit,
                let low = path[at + 2].hexDigit
            {
                decoded = high << 4 | low
            }
            let plain =
                decoded.map { isUnreserved($0) && bytes.count - stray > 2 ? $0 : nil } ?? byte
            let isPlain = plain.map { (0x20...0x7E).contains($0) } ?? false
            guard bytes.count + (isPlain ? 1 : 3) <= limit else { return true }
            if let plain, isPlain {
                if plain == 0x25 { stray = bytes.count }
                bytes.append(plain)
            } else {
                bytes.append(percent: decoded ?? byte)
            }
            at += decoded == nil ? 1 : 3
        }
        return false
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    private static func sessionID(in path: Span<UInt8>) -> Int? {
        var start = 0
        while let at = path.firstOffset(of: 0x3B, from: start) {
            if path.extracting(at...).starts(with: ";jsessionid=") { return at }
            start = at + 1
        }
        return nil
    }

    /// Appends `text` with `%HH` as its byte, and `+` as a blank where `plusIsBlank`.
    static func appendDecoded(
        _ text: Span<UInt8>, plusIsBlank: Bool, to bytes: inout [UInt8]
    ) {
        var at = 0
        while at < text.count {
            if text[at] == 0x25, at + 2 < text.count, let high = text[at + 1].hexDigit,
                let low = text[at + 2].hexDigit
            {
                bytes.append(high << 4 | low)
                at += 3
            } else {
                bytes.append(plusIsBlank && text[at] == 0x2B ? 0x20 : text[at])
                at += 1
            }
        }
    }
}

/// The start of `value`, for a reject's detail.
func excerpt(of value: Span<UInt8>) -> String {
    value.extracting(0..<Swift.min(value.count, 60)).text
}
