package import ByteIO

/// The client in a logged address: `203.0.113.7`, `[2001:db8::1%eth0]:443`, `10.0.0.1, 203.0.113.7`.
///
/// Of a list it is the left-most address that is not private, loopback or link-local, else the first.
/// Port, brackets and zone are gone, `::ffff:1.2.3.4` is IPv4; host names, `unix:` and `-` stay tokens.
package enum ClientAddress {
    /// Appends the client of `text`; false where it looks like an IP address and is none.
    static func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) -> Bool {
        if isBare(text) {
            bytes.append(text)
            return true
        }
        guard text.firstOffset(of: 0x2C) != nil else {
            return append(bare(text, 0..<text.count), of: text, to: &bytes)
        }
        var start = 0
        var first: Range<Int>?
        while start <= text.count {
            let end = text.firstOffset(of: 0x2C, from: start) ?? text.count
            let item = bare(text, start..<end)
            start = end + 1
            guard !isMissing(text.extracting(item)) else { continue }
            if first == nil { first = item }
            if isPublic(text.extracting(item)) { return append(item, of: text, to: &bytes) }
        }
        return first.map { append($0, of: text, to: &bytes) } ?? true
    }

    private static func append(
        _ range: Range<Int>, of text: Span<UInt8>, to bytes: inout [UInt8]
    ) -> Bool {
        let item = text.extracting(range)
        if item.firstOffset(of: 0x3A) == nil {
            guard !isBrokenIPv4(item) else { return false }
        } else if looksLikeIPv6(item), !isIPv6(item) {
            return false
        }
        for index in item.indices {
            let byte = item[index]
            bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        return true
    }

    /// Without blanks around it, brackets, port, zone, and the mark of an IPv4 address in IPv6.
    private static func bare(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, text[start] == 0x20 { start += 1 }
        while end > start, text[end - 1] == 0x20 { end -= 1 }
        if start < end, text[start] == 0x5B,
            let close = text.firstOffset(of: 0x5D, in: start..<end)
        {
            (start, end) = (start + 1, close)
        } else if let colon = text.firstOffset(of: 0x3A, in: start..<end),
            isIPv4Like(text.extracting(start..<colon)),
            Decimal.isDigits(text.extracting((colon + 1)..<end))
        {
            end = colon
        }
        if let zone = text.firstOffset(of: 0x25, in: start..<end), zone > start { end = zone }
        let inside = text.extracting(start..<end)
        if inside.starts(with: "::ffff:") || inside.starts(with: "::FFFF:"),
            isIPv4Like(inside.extracting(7...))
        {
            start += 7
        }
        return start..<end
    }

    /// Digits and three dots.
    private static func isIPv4Like(_ text: Span<UInt8>) -> Bool {
        var dots = 0
        for index in text.indices {
            if text[index] == 0x2E {
                dots += 1
            } else if text[index] &- 0x30 > 9 {
                return false
            }
        }
        return dots == 3
    }

    private static func isBrokenIPv4(_ text: Span<UInt8>) -> Bool {
        isIPv4Like(text) && octets(text) == nil
    }

    /// The four numbers of an IPv4 address as one.
    private static func octets(_ text: Span<UInt8>) -> UInt32? {
        var address: UInt32 = 0
        var number: UInt32 = 0
        var digits = 0
        for index in text.indices {
            if text[index] == 0x2E {
                guard digits > 0 else { return nil }
                address = address << 8 | number
                (number, digits) = (0, 0)
            } else {
                number = number * 10 + UInt32(text[index] &- 0x30)
                digits += 1
                guard number < 256, digits < 4 else { return nil }
            }
        }
        return digits > 0 ? address << 8 | number : nil
    }

    /// Two colons and nothing but what IPv6 addresses hold.
    private static func looksLikeIPv6(_ text: Span<UInt8>) -> Bool {
        var colons = 0
        for index in text.indices {
            let byte = text[index]
            if byte == 0x3A {
                colons += 1
            } else if byte.hexDigit == nil, byte != 0x2E {
                return false
            }
        }
        return colons > 1
    }

    /// Source: RFC 4291, section 2.2.
    private static func isIPv6(_ text: Span<UInt8>) -> Bool {
        var (groups, gaps, start) = (0, 0, 0)
        while start <= text.count {
            let end = text.firstOffset(of: 0x3A, from: start) ?? text.count
            let group = text.extracting(start..<end)
            if group.isEmpty {
                // `::` leaves one empty group, and a second one where it is at an edge.
                let isAtStart = start == 0 && text.count > 1 && text[1] == 0x3A
                let isAtEnd = start == text.count && text.count > 1 && text[text.count - 2] == 0x3A
                if start > 0, end < text.count { gaps += 1 }
                if start == 0 && !isAtStart || start == text.count && !isAtEnd { return false }
            } else if end == text.count, isIPv4Like(group), octets(group) != nil {
                groups += 2
            } else {
                guard group.count <= 4, group.firstOffset(of: 0x2E) == nil else { return false }
                groups += 1
            }
            start = end + 1
        }
        return gaps == 1 ? groups < 8 : gaps == 0 && groups == 8
    }

    /// Whether `text` is an address, with or without port, brackets and zone.
    static func isAddress(_ text: Span<UInt8>) -> Bool {
        let item = text.extracting(bare(text, 0..<text.count))
        return isIPv4Like(item) || looksLikeIPv6(item)
    }

    /// Whether `text` is an address or a list of them, in which `-` and `unknown` may stand.
    static func isList(_ text: Span<UInt8>) -> Bool {
        var start = 0
        var hasAddress = false
        while start <= text.count {
            let end = text.firstOffset(of: 0x2C, from: start) ?? text.count
            let item = text.extracting(AccessLog.trimmed(text, start..<end))
            start = end + 1
            if isAddress(item) {
                hasAddress = true
            } else if !isMissing(item), !item.equals("unknown") {
                return false
            }
        }
        return hasAddress
    }

    /// Whether the value at `part` is an address, or a list of them, with nothing around but ports, brackets and zones.
    @inlinable @inline(__always)
    package static func isOnly(_ text: Span<UInt8>, _ part: Part) -> Bool {
        mayBeOnly(text, part) && isOnly(text.extracting(part))
    }

    /// A look that lets most values go: an address has a `.` or `:` among its first six bytes.
    @inlinable @inline(__always)
    package static func mayBeOnly(_ text: Span<UInt8>, _ part: Part) -> Bool {
        guard part.count > 2 else { return false }
        // Zero for `.` and `:`, which differ in two bits, and for `*` and `>`.
        let marks = (text.word(at: part.start) ^ 0x2E2E_2E2E_2E2E) & 0xEBEB_EBEB_EBEB
        return (marks &- 0x0101_0101_0101) & ~marks & 0x8080_8080_8080 != 0
    }

    /// Whether `text` is an address, or a list of them, with nothing around but ports, brackets and zones.
    package static func isOnly(_ text: Span<UInt8>) -> Bool {
        var start = 0
        while start <= text.count {
            let end = text.firstOffset(of: 0x2C, from: start) ?? text.count
            let item = text.extracting(bare(text, start..<end))
            guard isIPv4Like(item) ? octets(item) != nil : looksLikeIPv6(item) && isIPv6(item)
            else {
                return false
            }
            start = end + 1
        }
        return true
    }

    /// Whether one address of the list `text` is public.
    static func hasPublic(_ text: Span<UInt8>) -> Bool {
        var bytes: [UInt8] = []
        return appendPublic(of: text, to: &bytes)
    }

    /// Appends the left-most public address of the list `text`; false where it has none.
    static func appendPublic(of text: Span<UInt8>, to bytes: inout [UInt8]) -> Bool {
        var start = 0
        while start < text.count {
            let end = text.firstOffset(of: 0x2C, from: start) ?? text.count
            let item = bare(text, start..<end)
            start = end + 1
            if isPublic(text.extracting(item)) { return append(item, of: text, to: &bytes) }
        }
        return false
    }

    /// Whether the address at `start` begins as private, loopback and link-local ones do.
    @inlinable
    package static func mayBePrivate(_ text: Span<UInt8>, _ start: Int) -> Bool {
        guard start &+ 2 < text.count else { return false }
        switch text[start] {
        // 10. 127. 169. 172. 192.
        case 0x31:
            let (second, third) = (text[start &+ 1], text[start &+ 2])
            return third == 0x2E && second == 0x30 || third == 0x37 && second == 0x32
                || third == 0x39 && second == 0x36 || third == 0x32 && second > 0x36
        case 0x30, 0x3A, 0x46, 0x66, 0x5B: return true
        default: return false
        }
    }

    /// Whether `text` is a private, loopback or link-local address.
    package static func isPrivate(_ text: Span<UInt8>) -> Bool {
        isAddress(text) && !isPublic(text)
    }

    private static func isPublic(_ text: Span<UInt8>) -> Bool {
        if isIPv4Like(text) {
            guard let address = octets(text) else { return false }
            switch address >> 24 {
            case 10, 127, 0: return false
            case 172: return address >> 20 != 0xAC1
            case 192: return address >> 16 != 0xC0A8
            case 169: return address >> 16 != 0xA9FE
            default: return true
            }
        }
        guard looksLikeIPv6(text), !text.equals("::1") else { return false }
        var lead = 0
        for index in 0..<Swift.min(4, text.count) {
            guard let digit = text[index].hexDigit else { return true }
            lead = lead << 4 | Int(digit)
        }
        // fc00::/7 and fe80::/10.
        return lead >> 9 != 0x7E && lead >> 6 != 0x3FA
    }
}

// Addresses as most logs have them, with nothing around: told in one pass, and kept as they are.
extension ClientAddress {
    /// Whether `text` is an address and nothing else; most are.
    static func isBare(_ text: Span<UInt8>) -> Bool {
        let part = Part(0, text.count)
        return isBareIPv4(text, part) || isBareIPv6(text, part)
    }

    /// Whether `part` is an IPv4 address and nothing else.
    static func isBareIPv4(_ text: Span<UInt8>, _ part: Part) -> Bool {
        guard part.count < 16, part.count > 6 else { return false }
        let bytes = text.vector(at: part.start)
        @inline(__always)
        func bits(_ byte: UInt8) -> UInt32 { (bytes .== Bytes16(repeating: byte)).bits }
        // One bit a byte.
        let all: UInt32 = 1 << UInt32(part.count) - 1
        let dots = bits(0x2E) & all
        let digits = (bytes &- Bytes16(repeating: 0x30) .< Bytes16(repeating: 10)).bits & all
        guard dots | digits == all, dots.nonzeroBitCount == 3,
            dots & dots >> 1 == 0, digits & 1 == 1, digits >> UInt32(part.count - 1) == 1
        else { return false }
        let threes = digits & digits >> 1 & digits >> 2
        guard threes & threes >> 1 == 0 else { return false }
        // Of three digits a number is above 255 as one digit is, the ones before being equal.
        let (overTwo, overFive) = (
            (bytes .> Bytes16(repeating: 0x32)).bits, (bytes .> Bytes16(repeating: 0x35)).bits
        )
        let overFiftyFive = overFive >> 1 | bits(0x35) >> 1 & overFive >> 2
        return threes & (overTwo | bits(0x32) & overFiftyFive) == 0
    }

    /// Whether `part` is an IPv6 address in lower case and nothing else; false for those that begin or
    /// end with `::` or hold an IPv4 address.
    static func isBareIPv6(_ text: Span<UInt8>, _ part: Part) -> Bool {
        guard part.count <= 39, part.count > 2 else { return false }
        // One bit a byte.
        var (colons, digits): (UInt64, UInt64) = (0, 0)
        for start in stride(from: 0, to: part.count, by: 16) {
            let bytes = text.vector(at: part.start + start)
            let decimal = bytes &- Bytes16(repeating: 0x30) .< Bytes16(repeating: 10)
            let letters = bytes &- Bytes16(repeating: 0x61) .< Bytes16(repeating: 6)
            colons |= UInt64((bytes .== Bytes16(repeating: 0x3A)).bits) << UInt64(start)
            digits |= UInt64((decimal .| letters).bits) << UInt64(start)
        }
        let all: UInt64 = 1 << UInt64(part.count) - 1
        let last: UInt64 = 1 << UInt64(part.count - 1)
        (colons, digits) = (colons & all, digits & all)
        let gaps = colons & colons >> 1
        let pairs = digits & digits >> 1
        let fives = pairs & pairs >> 2 & digits >> 4
        guard colons | digits == all, digits & 1 != 0, digits & last != 0, fives == 0
        else { return false }
        guard gaps & (gaps &- 1) == 0 else { return false }
        // Of eight groups; a gap is two colons and stands for one group or more.
        return gaps == 0 ? colons.nonzeroBitCount == 7 : colons.nonzeroBitCount < 8
    }
}
