/// Why an input cannot be read: exit 65.
public struct DetectionError: Error, Equatable, Sendable {
    /// What is wrong, one line without the name of the file.
    public let reason: String
    /// What makes the input readable.
    public let command: ReadingCommand?
    /// Whether the input is gzip, and what is wrong was found inside.
    var isGzip = false

    init(_ reason: String, command: ReadingCommand? = nil) {
        self.reason = reason
        self.command = command
    }

    /// The message for `file`; `-` is standard input.
    public func message(for file: String) -> String {
        let name = file == "-" ? "stdin" : file
        guard let command else { return "\(name): \(reason)" }
        let source = file == "-" ? "FILE" : ReadingCommand.quoted(file)
        return "\(name): \(reason); run: \(command.text(source, isGzip: isGzip)) | ingest -"
    }
}

/// A command that makes an input readable for `ingest -`.
public enum ReadingCommand: Equatable, Sendable {
    /// Reads the file that is named behind it, or standard input.
    case program(String)
    /// Reads standard input alone.
    case filter(String)
    /// Needs the file itself, at `FILE`.
    case file(String)
    /// The same, with another command where the file is gzip.
    case archive(String, zipped: String)

    /// As it is typed, for the file `source`, already quoted for a shell.
    func text(_ source: String, isGzip: Bool) -> String {
        switch self {
        case .program(let text): isGzip ? "gzip -dc \(source) | \(text)" : "\(text) \(source)"
        case .filter(let text): isGzip ? "gzip -dc \(source) | \(text)" : "\(text) < \(source)"
        case .file(let text):
            isGzip
                ? "gzip -dc \(source) > /tmp/file && " + Self.filled(text, "/tmp/file")
                : Self.filled(text, source)
        case .archive(let text, let zipped): Self.filled(isGzip ? zipped : text, source)
        }
    }

    private static func filled(_ text: String, _ source: String) -> String {
        var words = text.split(separator: "FILE", maxSplits: 1, omittingEmptySubsequences: false)
        words.insert(source[...], at: 1)
        return words.joined()
    }

    /// `name` as a shell needs it.
    static func quoted(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B...0x2F, 0x3A, 0x3D, 0x40, 0x5F: true
            default: byte >= 0x80
            }
        }
        guard !isPlain || name.isEmpty else { return name }
        return "'"
            + name.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "'\\''") + "'"
    }
}
