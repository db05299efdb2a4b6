import ByteIO
import Rows

/// What log shippers put around a line: Docker's JSON, the container runtime's prefix, a syslog header,
/// a pair of quotes.
struct Wrapper {
    enum Kind {
        /// `{"log":"…\n","stream":"stdout","time":"…"}`.
        case docker
        /// `TIME stdout|stderr F|P TEXT`; a part is to be continued. Source: Kubernetes, CRI logging.
        case container(isPart: Bool)
        /// RFC 3164 or RFC 5424, with or without `<PRI>`.
        case syslog
        case quotes
    }

    /// More wrappers than this around one line are not peeled.
    static let maximumDepth = 3

    let kind: Kind
    /// What is inside; for Docker inside the quotes of JSON.
    let inside: Range<Int>
    var time: LoggedTime?

    /// The wrapper around `line`, or nil.
    init?(_ line: Span<UInt8>) {
        guard Self.isPossible(line) else { return nil }
        let found: Wrapper? =
            switch line[0] {
            case 0x7B: Self.docker(line)
            case 0x22: Self.quotes(line)
            default: Self.container(line) ?? Self.syslog(line)
            }
        guard let found else { return nil }
        self = found
    }

    private init(kind: Kind, inside: Range<Int>, time: LoggedTime? = nil) {
        self.kind = kind
        self.inside = inside
        self.time = time
    }

    /// Its name for messages.
    var name: String {
        switch kind {
        case .docker: "docker"
        case .container: "container"
        case .syslog: "syslog"
        case .quotes: "quotes"
        }
    }

    var isPart: Bool { if case .container(true) = kind { true } else { false } }
    var isQuotes: Bool { if case .quotes = kind { true } else { false } }
    var isContainer: Bool { if case .container = kind { true } else { false } }

    /// A look at a few bytes that lets most lines without a wrapper go.
    static func isPossible(_ line: Span<UInt8>) -> Bool {
        guard line.count > 6 else { return false }
        switch line[0] {
        case 0x7B: return line.starts(with: "{\"log\":")
        case 0x3C: return true
        case 0x22: return line[line.count - 1] == 0x22
        case 0x30...0x39: return line[4] == 0x2D || line[1] == 0x20
        case 0x41...0x5A: return line[3] == 0x20
        default: return false
        }
    }

    private static func quotes(_ line: Span<UInt8>) -> Wrapper? {
        Wrapper(kind: .quotes, inside: 1..<line.count - 1)
    }

    private static func docker(_ line: Span<UInt8>) -> Wrapper? {
        do throws(RowError) {
            return try dockerFields(line)
        } catch {
            // Not that JSON: the format will say what is wrong with it.
            return nil
        }
    }

    private static func dockerFields(_ line: Span<UInt8>) throws(RowError) -> Wrapper? {
        var scanner = JSONScanner(at: 1)
        var log: Range<Int>?
        var time: LoggedTime?
        var hasStream = false
        while true {
            guard scanner.peek(line) == 0x22 else { return nil }
            let key = line.extracting(try scanner.string(line).range)
            try scanner.expect(0x3A, line)
            if try scanner.kind(line) == .string {
                let value = try scanner.string(line).range
                if key.equals("log") { log = value }
                if key.equals("stream") { hasStream = true }
                if key.equals("time") { time = LoggedTime(line.extracting(value)) }
                guard key.equals("log") || key.equals("stream") || key.equals("time") else {
                    return nil
                }
            } else {
                guard key.equals("attrs") else { return nil }
                try scanner.skip(line, depth: 1)
            }
            if scanner.peek(line) == 0x7D { break }
            try scanner.expect(0x2C, line)
        }
        guard let log, hasStream else { return nil }
        return Wrapper(kind: .docker, inside: log, time: time)
    }

    private static func container(_ line: Span<UInt8>) -> Wrapper? {
        guard let blank = line.firstOffset(of: 0x20), blank >= 19,
            let time = LoggedTime(iso: line.extracting(0..<blank))
        else { return nil }
        let rest = line.extracting((blank + 1)...)
        guard rest.starts(with: "stdout ") || rest.starts(with: "stderr "), rest.count > 8 else {
            return nil
        }
        let tag = blank + 8
        let end = line.firstOffset(of: 0x20, from: tag) ?? line.count
        // Tags after the first are kept for later: `P:…`.
        let isKnown = end == tag + 1 || line[tag + 1] == 0x3A
        guard end > tag, isKnown, line[tag] == 0x46 || line[tag] == 0x50 else { return nil }
        return Wrapper(
            kind: .container(isPart: line[tag] == 0x50),
            inside: min(end + 1, line.count)..<line.count,
            time: time)
    }
}

// Syslog headers. Sources: RFC 3164, section 4.1; RFC 5424, section 6.
extension Wrapper {
    private static func syslog(_ line: Span<UInt8>) -> Wrapper? {
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

/// Takes the wrappers off a line.
struct WrapperPeeler: Sendable {
    /// What was inside; empty where the line has no wrapper.
    private(set) var inside: [UInt8] = []
    private var spare: [UInt8] = []
    /// The innermost wrapper's time.
    private(set) var time: LoggedTime?

    /// Whether `line` had a wrapper; then `inside` is its inside. Line ends in it are gone.
    mutating func peel(
        _ line: Span<UInt8>, allowsQuotes: Bool, notes: inout EventNotes
    ) throws(RowError) -> Bool {
        guard let first = Wrapper(line), allowsQuotes || !first.isQuotes else {
            return false
        }
        time = nil
        try take(first, from: line, notes: &notes)
        for _ in 1..<Wrapper.maximumDepth {
            swap(&inside, &spare)
            guard let next = Wrapper(spare.span), allowsQuotes || !next.isQuotes
            else {
                swap(&inside, &spare)
                break
            }
            let outer = spare
            try take(next, from: outer.span, notes: &notes)
        }
        return true
    }

    private mutating func take(
        _ wrapper: Wrapper, from line: Span<UInt8>, notes: inout EventNotes
    ) throws(RowError) {
        if let found = wrapper.time { time = found }
        inside.removeAll(keepingCapacity: true)
        if case .docker = wrapper.kind {
            try JSONText.appendPlain(line.extracting(wrapper.inside), to: &inside, notes: &notes)
            while let last = inside.last, last == 0x0A || last == 0x0D { inside.removeLast() }
        } else {
            inside.append(line.extracting(wrapper.inside))
        }
    }

    /// Hands the buffer out, so that it can be read while its owner changes, and takes it back.
    mutating func lend() -> [UInt8] {
        defer { inside = [] }
        return inside
    }

    mutating func takeBack(_ buffer: [UInt8]) { inside = buffer }

    /// Starts with parts of a line, to be joined.
    mutating func beginParts() {
        inside.removeAll(keepingCapacity: true)
        time = nil
    }

    mutating func addPart(_ wrapper: Wrapper, of line: Span<UInt8>) {
        if time == nil { time = wrapper.time }
        inside.append(line.extracting(wrapper.inside))
    }
}
