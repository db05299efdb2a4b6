import ByteIO

/// The kinds of stream between stages, and of what a stage keeps from run to run.
public enum StreamKind: String, Sendable {
    case events, paths
    /// Visitors and the users seen on them.
    case identities
    /// Rows of sessions that were not final, and sessions of which only totals are kept.
    case state, carried

    /// The major version that this program writes and reads.
    public static let version = 1

    public var firstLine: String { "#polku \(rawValue) \(Self.version)" }

    /// What makes it, for messages.
    public var maker: String { self == .events ? "ingest" : "sessionize" }
}

/// The last line of a stream: `#end rows=N complete=true checksum=HHHHHHHHHHHHHHHH`.
///
/// The checksum is the XXH64, seed 0, of every row with its LF, in 16 hex digits.
public struct StreamEnd: Equatable, Sendable {
    public var rows: Int
    public var isComplete: Bool
    public var checksum: UInt64?
    /// Further `key=value` pairs, as a path stream's `first`, `horizon` and `timeout`.
    public var extra: [String: String] = [:]

    public init(rows: Int, isComplete: Bool, checksum: UInt64?, extra: [String: String] = [:]) {
        self.rows = rows
        self.isComplete = isComplete
        self.checksum = checksum
        self.extra = extra
    }

    /// Reads the line; nil where it is not an end line.
    public init?(line: String) {
        let words = line.split(separator: " ")
        guard words.first == "#end" else { return nil }
        var pairs: [String: String] = [:]
        for word in words.dropFirst() {
            let parts = word.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            pairs[String(parts[0])] = String(parts[1])
        }
        guard let rows = pairs.removeValue(forKey: "rows").flatMap({ Int($0) }),
            let complete = pairs.removeValue(forKey: "complete"),
            complete == "true" || complete == "false"
        else { return nil }
        self.rows = rows
        isComplete = complete == "true"
        if let digits = pairs.removeValue(forKey: "checksum") {
            guard digits.utf8.count == 16, let value = UInt64(digits, radix: 16) else { return nil }
            checksum = value
        }
        extra = pairs
    }

    /// The line, without its LF.
    public var line: String {
        var words = ["#end", "rows=\(rows)", "complete=\(isComplete)"]
        if let checksum { words.append("checksum=" + Self.digits(checksum)) }
        for key in extra.keys.sorted() { words.append("\(key)=\(extra[key] ?? "")") }
        return words.joined(separator: " ")
    }

    /// A checksum in 16 hex digits.
    public static func digits(_ checksum: UInt64) -> String {
        let digits = String(checksum, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// Why a stream cannot be used: one line, place first. The exit is 65.
public struct StreamFailure: Error, Equatable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}
