import ByteIO
import Formats

/// What in a log tells a person: e-mail addresses by their shape, and names of properties.
package enum PersonalData {
    static let redacted: StaticString = "[redacted]"

    /// Last parts of names whose values are not written, without `_`, `-` and blanks.
    private static let names: [StaticString] = [
        "email", "mail", "phone", "tel", "firstname", "lastname", "fullname", "address", "token",
        "accesstoken", "idtoken", "auth", "authorization", "apikey", "password", "pass", "pwd",
        "secret", "otp", "ssn", "card", "cardnumber", "iban", "cookie", "ip", "ipaddress", "ipaddr",
        "ipv4", "ipv6",
        "clientip", "clientaddress", "clientaddr", "remoteip", "remoteaddress", "remoteaddr",
        "userip",
        "useripaddress", "sourceip", "socketip", "serverip", "realip", "xrealip", "xforwardedfor",
        "forwardedfor",
        "trueclientip", "upstreamaddr", "downstreamremoteaddress", "downstreamlocaladdress",
        "cliip",
    ]

    /// Whether the value of the property `name`, dotted or not, is not to be written.
    static func isPersonal(name: Span<UInt8>) -> Bool {
        let start = name.lastOffset(of: 0x2E).map { $0 + 1 } ?? 0
        var plain: [UInt8] = []
        for index in start..<name.count where !isSeparator(name[index]) {
            plain.append(name[index].asciiLowercased)
        }
        return names.contains { plain.span.equals($0) }
    }

    /// Whether the JSON string `value` is an IP address, or a list of them, and not a version such as `10.0.2.1`.
    static func isAddress(_ value: Span<UInt8>, named name: Span<UInt8>) -> Bool {
        guard value.count > 4, value[0] == 0x22 else { return false }
        let inside = Part(1, value.count - 1)
        return ClientAddress.isOnly(value, inside) && !isVersion(name: name)
    }

    private static func isVersion(name: Span<UInt8>) -> Bool {
        let lower = name.copied().map(\.asciiLowercased)
        return ["version", "build", "release", "firmware"].contains { lower.span.contains($0) }
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == 0x5F || byte == 0x2D || byte == 0x20
    }

    /// Whether `text` holds something of the shape of an e-mail address, its `@` plain or as `%40`.
    ///
    /// That is a name, `@`, labels and a last label of two letters or more. Linear in the text.
    static func holdsEmail(_ text: Span<UInt8>) -> Bool {
        // Most texts have neither, and memchr says so fast.
        guard text.firstOffset(of: 0x40) != nil || text.firstOffset(of: 0x25) != nil else {
            return false
        }
        var start = 0
        while let (at, length) = nextAt(text, from: start) {
            start = at + length
            guard at > 0, isNameByte(text[at - 1]) else { continue }
            if isHost(text, from: at + length) { return true }
        }
        return false
    }

    /// The next `@` or `%40`, and its length.
    private static func nextAt(_ text: Span<UInt8>, from start: Int) -> (at: Int, length: Int)? {
        var at = start
        while at < text.count {
            if text[at] == 0x40 { return (at, 1) }
            if text[at] == 0x25, at + 2 < text.count, text[at + 1] == 0x34, text[at + 2] == 0x30 {
                return (at, 3)
            }
            at += 1
        }
        return nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isLabelByte(byte) || ".!#$&'*+/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isLabelByte(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x2D || byte >= 0x80
    }

    /// Labels with a dot before the last one, which has two letters or more.
    private static func isHost(_ text: Span<UInt8>, from start: Int) -> Bool {
        var at = start
        var label = start
        var hasDot = false
        while at < text.count {
            if text[at] == 0x2E, at > label {
                hasDot = true
                label = at + 1
                if isTopLabel(text, from: label) { return true }
            } else if !isLabelByte(text[at]) {
                break
            }
            at += 1
        }
        return hasDot && isTopLabel(text, from: label)
    }

    private static func isTopLabel(_ text: Span<UInt8>, from start: Int) -> Bool {
        guard start + 1 < text.count else { return false }
        for index in start...(start + 1) {
            let byte = text[index]
            guard (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 else { return false }
        }
        return true
    }

    /// Appends `page` with `[redacted]` for every segment that holds an e-mail address; true where
    /// there was one.
    static func appendPage(_ page: Span<UInt8>, to bytes: inout [UInt8]) -> Bool {
        var start = 0
        var isChanged = false
        while start <= page.count {
            let end = page.firstOffset(of: 0x2F, from: start) ?? page.count
            let segment = page.extracting(start..<end)
            if start > 0 { bytes.append(0x2F) }
            if holdsEmail(segment) {
                bytes.append(redacted)
                isChanged = true
            } else {
                bytes.append(segment)
            }
            start = end + 1
        }
        return isChanged
    }

    /// The bytes as text for a message: words that hold e-mail addresses are hidden, and so is what
    /// stands behind a personal name, as in `token=…` and `"token":"…"`.
    static func hidden(_ bytes: Span<UInt8>) -> String {
        let named = withoutNamed(bytes)
        guard holdsEmail(named.span) else { return named.span.text }
        return named.span.text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            let letters = Array(word.utf8)
            return holdsEmail(letters.span) ? "\(redacted)" : String(word)
        }.joined(separator: " ")
    }

    /// `text` for a message, hidden in the same way.
    package static func hidden(_ text: String) -> String { hidden(Array(text.utf8).span) }

    /// The text with `[redacted]` for each value that follows a personal name and `=`, `:` or `":`.
    private static func withoutNamed(_ text: Span<UInt8>) -> [UInt8] {
        var shown: [UInt8] = []
        var at = 0
        while at < text.count {
            let start = at
            while at < text.count, isLabelByte(text[at]) || text[at] == 0x5F || text[at] == 0x2E {
                at += 1
            }
            guard at > start else {
                shown.append(text[at])
                at += 1
                continue
            }
            shown.append(text.extracting(start..<at))
            guard isPersonal(name: text.extracting(start..<at)),
                let value = valueStart(text, from: at)
            else { continue }
            shown.append(text.extracting(at..<value))
            shown.append(redacted)
            at = valueEnd(text, from: value)
        }
        return shown
    }

    /// Where the value behind a name begins, quotes around it left out; nil where none follows.
    private static func valueStart(_ text: Span<UInt8>, from end: Int) -> Int? {
        func byte(_ at: Int) -> UInt8 { at < text.count ? text[at] : 0 }
        var at = end
        if byte(at) == 0x5C, byte(at + 1) == 0x22 { at += 1 }
        if byte(at) == 0x22 { at += 1 }
        guard byte(at) == 0x3D || byte(at) == 0x3A else { return nil }
        at += 1
        while byte(at) == 0x20 { at += 1 }
        if byte(at) == 0x5C, byte(at + 1) == 0x22 { at += 1 }
        if byte(at) == 0x22 { at += 1 }
        return at < text.count ? at : nil
    }

    private static func valueEnd(_ text: Span<UInt8>, from start: Int) -> Int {
        let isQuoted = text[start - 1] == 0x22
        // Quotes that were escaped themselves end at a backslash.
        let isEscaped = isQuoted && start > 1 && text[start - 2] == 0x5C
        var at = start
        while at < text.count {
            switch text[at] {
            case 0x22: return at
            case 0x5C where isEscaped: return at
            case 0x5C where isQuoted && at + 1 < text.count: at += 2
            case let byte where !isQuoted && ("&;, '}])".utf8.contains(byte) || byte < 0x20):
                return at
            default: at += 1
            }
        }
        return at
    }
}
