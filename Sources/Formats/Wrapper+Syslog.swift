import ByteIO
import Rows

// Syslog headers. Sources: RFC 3164, section 4.1; RFC 5424, section 6.
extension Wrapper {
    static func syslog(_ line: Span<UInt8>) -> Wrapper? {
        var start = 0
        if line[0] == 0x3C {
            guard let close = line.firstOffset(of: 0x3E, in: 1..<min(5, line.count)), close > 1
            else { return nil }
            start = close + 1
        }
        return modern(line, from: start) ?? traditional(line, from: start)
    }

    /// `1 TIME HOST APP PROCID MSGID SD MSG`.
    private static func modern(_ line: Span<UInt8>, from start: Int) -> Wrapper? {
        guard start + 2 < line.count, line[start] == 0x31, line[start + 1] == 0x20 else {
            return nil
        }
        var at = start + 2
        var time: LoggedTime?
        for field in 0..<5 {
            guard let blank = line.firstOffset(of: 0x20, from: at), blank > at else { return nil }
            if field == 0, !line.extracting(at..<blank).equals("-") {
                time = LoggedTime(iso: line.extracting(at..<blank))
                guard time != nil else { return nil }
            }
            at = blank + 1
        }
        guard let end = structuredDataEnd(line, from: at) else { return nil }
        var inside = end < line.count && line[end] == 0x20 ? end + 1 : end
        if line.extracting(inside...).starts(with: "\u{FEFF}") { inside += 3 }
        return Wrapper(kind: .syslog, inside: inside..<line.count, time: time)
    }

    private static func structuredDataEnd(_ line: Span<UInt8>, from start: Int) -> Int? {
        guard start < line.count else { return nil }
        if line[start] == 0x2D { return start + 1 }
        var at = start
        while at < line.count, line[at] == 0x5B {
            var isQuoted = false
            while at < line.count, isQuoted || line[at] != 0x5D {
                if line[at] == 0x5C { at += 1 } else if line[at] == 0x22 { isQuoted.toggle() }
                at += 1
            }
            guard at < line.count else { return nil }
            at += 1
        }
        return at > start ? at : nil
    }

    /// `Mon dd hh:mm:ss HOST TAG[PID]: MSG`; or with an ISO time, as rsyslog writes it.
    private static func traditional(_ line: Span<UInt8>, from start: Int) -> Wrapper? {
        let text = line.extracting(start...)
        guard text.count > 20 else { return nil }
        var time: LoggedTime?
        var at: Int
        if text[4] == 0x2D {
            guard let blank = text.firstOffset(of: 0x20), blank >= 19,
                let found = LoggedTime(iso: text.extracting(0..<blank))
            else { return nil }
            time = found
            at = blank + 1
        } else {
            // Without a year it is no time, only a mark of the header.
            guard text[3] == 0x20, text[6] == 0x20, text[9] == 0x3A, text[12] == 0x3A,
                text[15] == 0x20, text.twoDigits(at: 7) != nil
            else { return nil }
            at = 16
        }
        guard let blank = text.firstOffset(of: 0x20, from: at), blank > at,
            let tagEnd = text.firstOffset(of: 0x20, from: blank + 1), tagEnd > blank + 2,
            text[tagEnd - 1] == 0x3A
        else { return nil }
        at = tagEnd
        while at < text.count, text[at] == 0x20 { at += 1 }
        return Wrapper(kind: .syslog, inside: start + at..<line.count, time: time)
    }
}
