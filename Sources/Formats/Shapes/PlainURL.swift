package import ByteIO
import Rows

/// Where the parts of a usual URL lie: `https://host/path?query#fragment`, or from the path on.
package struct PlainURL: BitwiseCopyable {
    /// The scheme and the host with the slash behind it; empty for a URL that begins with its path. The
    /// site is decided by it alone.
    package var origin = Part.none
    /// Begins with a slash.
    package var path = Part.none
    package var query = Part.none

    /// Nil for a URL of another form, which `WebAddress` may read.
    @inlinable @inline(__always)
    package init?(_ text: Span<UInt8>, _ url: Part) {
        var slash = url.start
        if text.byte(at: slash) != 0x2F, let host = Self.host(text, url) {
            slash = text.first(0x2F, 0x3F, in: Part(host, url.end))
            guard slash < url.end else { return nil }
            origin = Part(url.start, slash &+ 1)
        }
        guard slash < url.end, text[slash] == 0x2F else { return nil }
        setPath(text, Part(slash, url.end))
    }

    /// Of a URL that begins with a slash.
    @inlinable @inline(__always)
    package init(_ text: Span<UInt8>, path url: Part) { setPath(text, url) }

    @inlinable @inline(__always)
    package mutating func setPath(_ text: Span<UInt8>, _ url: Part) {
        let end = text.first(0x3F, 0x23, in: url)
        path = Part(url.start, end)
        guard end < url.end, text[end] == 0x3F else { return }
        query = Part(end &+ 1, text.first(0x23, in: Part(end &+ 1, url.end)))
    }

    @inlinable @inline(__always)
    package static func host(_ text: Span<UInt8>, _ url: Part) -> Int? {
        guard url.count > 8 else { return nil }
        let word = text.word(at: url.start)
        if word == 0x2F2F_3A73_7074_7468 { return url.start &+ 8 }
        return word & 0xFF_FFFF_FFFF_FFFF == 0x2F_2F3A_7074_7468 ? url.start &+ 7 : nil
    }

    /// The part of a referrer that decides what is known of it: up to the slash behind its host, as
    /// far as it has a scheme of the web.
    @inlinable @inline(__always)
    package static func origin(ofReferrer text: Span<UInt8>, _ url: Part) -> Part {
        guard host(text, url) != nil else { return url }
        let slash = text.first(0x2F, in: Part(url.start &+ 8, url.end))
        return Part(url.start, min(slash &+ 1, url.end))
    }

    /// Whether the path is the page as it is, once a row may hold its bytes.
    @inlinable @inline(__always)
    package static func isPage(_ text: Span<UInt8>, _ path: Part) -> Bool {
        path.count <= WebText.maximumPage && text.first(0x3B, in: path) == path.end
    }

    /// Whether the path is the page as it is, a row may hold its bytes, and it has no `$`, which may
    /// begin a look-up.
    @inlinable @inline(__always)
    package static func isCopiedPage(_ text: Span<UInt8>, _ path: Part) -> Bool {
        path.count <= WebText.maximumPage && text.isCopied(path, without: 0x3B, 0x24)
    }

    /// Whether a parameter of `query` may say where a visit came from.
    package static func mayNameCampaign(_ text: Span<UInt8>, _ query: Part) -> Bool {
        var start = query.start
        while start < query.end {
            let end = text.first(0x3D, 0x26, in: Part(start, query.end))
            if end < query.end, text[end] == 0x3D, end &- start >= Campaign.shortestName {
                let name = text.extracting(Part(start, end))
                if Campaign.column(name) != nil || Campaign.network(name) != nil { return true }
            }
            start = text.first(0x26, in: Part(end, query.end)) &+ 1
        }
        return false
    }
}

/// The parts of a usual request, `METHOD /path HTTP/1.1`.
package struct PlainRequest: BitwiseCopyable {
    package let method: Part
    package let url: Part

    /// Nil for one of another form, which `RequestLine` may read.
    @inlinable @inline(__always)
    package init?(_ text: Span<UInt8>, _ request: Part) {
        // A blank and `HTTP/1.1`, of which two are any digits.
        let protocolStart = request.end &- 9
        guard protocolStart > request.start, text[protocolStart] == 0x20 else { return nil }
        let digits = text.word(at: protocolStart &+ 1) ^ 0x302E_302F_5054_5448
        guard (digits &+ 0x767F_767F_7F7F_7F7F | digits) & 0x8080_8080_8080_8080 == 0
        else { return nil }
        let blank = text.first(0x20, in: request)
        guard blank > request.start, blank &+ 1 < protocolStart, text[blank &+ 1] == 0x2F
        else { return nil }
        method = Part(request.start, blank)
        url = Part(blank &+ 1, protocolStart)
    }
}

/// Values that stand for themselves, so that a row copies them.
package enum PlainValue {
    /// Whether `part` is a client's address in the form that rows would give it.
    package static func isAddress(_ text: Span<UInt8>, _ part: Part) -> Bool {
        if ClientAddress.isBareIPv4(text, part) || ClientAddress.isBareIPv6(text, part) {
            return true
        }
        // A host's name; what begins with a digit may be a day.
        let address = text.extracting(part)
        guard !address.isEmpty, address[0] &- 0x30 > 9 else { return false }
        for index in address.indices {
            switch address[index] {
            case 0x25, 0x2C, 0x2F, 0x3A, 0x5B, 0x5D: return false
            case let byte: guard ByteClass.isHost(byte) else { return false }
            }
        }
        var client: [UInt8] = []
        return ClientAddress.append(address, to: &client) && client.span.equals(address)
    }

    /// Whether `part` is a code of `length` capitals.
    @inlinable @inline(__always)
    package static func isCode(_ text: Span<UInt8>, _ part: Part, length: Int) -> Bool {
        guard part.count == length else { return false }
        for at in part.start..<part.end where text[at] &- 0x41 > 25 { return false }
        return true
    }

    /// Appends how long the line's request took, in milliseconds, nothing where it does not say; false
    /// where what it says is no such time.
    package static func appendDuration(
        _ text: Span<UInt8>, _ fields: borrowing PlainFields, to bytes: inout [UInt8]
    ) -> Bool {
        guard let (field, scale) = fields.duration else { return true }
        guard let duration = Duration(text.extracting(fields[field]), scale: scale) else {
            return false
        }
        duration.append(to: &bytes)
        return true
    }

    package static func isDecimal(_ text: Span<UInt8>, _ part: Part) -> Bool {
        Decimal.isDecimal(text.extracting(part))
    }

    /// Whether `part` is the size of an answer: any number of bytes there may be.
    @inlinable @inline(__always)
    package static func isSize(_ text: Span<UInt8>, _ part: Part) -> Bool {
        guard part.count <= 18, !part.isEmpty else { return false }
        if part.count <= 8 {
            // The digits as the high bytes of a word, zeros below them.
            let unused = UInt64(truncatingIfNeeded: 8 &- part.count) &* 8
            let digits = (text.word(at: part.start) ^ 0x3030_3030_3030_3030) &<< unused
            return (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080 == 0
        }
        for at in part.start..<part.end where text[at] &- 0x30 > 9 { return false }
        return true
    }
}
