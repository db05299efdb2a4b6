import ByteIO
import Rows

/// What log shippers put around a line: Docker's JSON or another shipper's, the container runtime's prefix or
/// another tool's, a syslog header, a pair of quotes.
struct Wrapper {
    enum Kind {
        /// `{"log":"…\n","stream":"stdout","time":"…"}`.
        case docker
        /// `TIME stdout|stderr F|P TEXT`; a part is to be continued. Source: Kubernetes, CRI logging.
        case container(isPart: Bool)
        /// RFC 3164 or RFC 5424, with or without `<PRI>`.
        case syslog
        case quotes
        /// What a tool puts in front: a name, a time, colours.
        case prefix
        /// JSON whose `message` holds the line.
        case message
    }

    /// Which wrappers the lines of a format may have beside those that all may have.
    struct Allowed: OptionSet {
        let rawValue: Int
        /// A pair of quotes around the whole line.
        static let quotes = Allowed(rawValue: 1)
        static let prefixes = Allowed(rawValue: 2)
        static let messages = Allowed(rawValue: 4)
        static let all: Allowed = [.quotes, .prefixes, .messages]
    }

    /// More wrappers than this around one line are not peeled.
    static let maximumDepth = 3

    let kind: Kind
    /// What is inside; for Docker inside the quotes of JSON.
    let inside: Range<Int>
    var time: LoggedTime?

    /// The wrapper around `line`, or nil.
    init?(_ line: Span<UInt8>, _ allowed: Allowed = []) {
        let mayBePrefixed = allowed.contains(.prefixes) && Self.mayBePrefixed(line)
        let isMessage = allowed.contains(.messages) && !line.isEmpty && line[0] == 0x7B
        guard Self.isPossible(line) || mayBePrefixed || isMessage else { return nil }
        let found: Wrapper? =
            switch line[0] {
            case 0x7B: Self.docker(line) ?? (isMessage ? Self.message(line) : nil)
            case 0x22: allowed.contains(.quotes) ? Self.quotes(line) : nil
            default:
                Self.container(line) ?? Self.syslog(line)
                    ?? (mayBePrefixed ? Self.prefix(line) : nil)
            }
        guard let found else { return nil }
        self = found
    }

    init(kind: Kind, inside: Range<Int>, time: LoggedTime? = nil) {
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
        case .prefix: "prefix"
        case .message: "message"
        }
    }

    var isPart: Bool { if case .container(true) = kind { true } else { false } }
    /// Whether the inside is written as a JSON string.
    var isJSON: Bool {
        switch kind {
        case .docker, .message: true
        default: false
        }
    }
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
        // Of quoted fields the first one ends before a blank or delimiter.
        if let quote = FieldCursor.bareQuote(line, from: 1), quote < line.count - 1,
            line[quote - 1] != 0x20
        {
            switch line[quote + 1] {
            case 0x20, 0x09, 0x2C, 0x3B, 0x7C: return nil
            default: break
            }
        }
        return Wrapper(kind: .quotes, inside: 1..<line.count - 1)
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
        scanner.at += 1
        guard let log, hasStream, scanner.peek(line) == 0, scanner.at == line.count else {
            return nil
        }
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
