import Events
import ArgumentParser
import ByteIO
import Formats
import StageSupport
import Rows

/// `ingest explain FILE:LINE`: what becomes of a line, and why.
struct Explain: Stage {
    static let program = "ingest explain"
    static let configuration = CommandConfiguration(
        commandName: "ingest explain", abstract: "Says what becomes of one line, and why.",
        discussion: "Example: ingest explain access.log.gz:1042")

    @OptionGroup var ruling: RuleOptions

    @Argument(help: "A log file, a colon and the number of a line.")
    var place: String

    func validate() throws {
        guard Self.parts(of: place) != nil else {
            throw ValidationError("'\(place)' is not FILE:LINE")
        }
    }

    func work() throws {
        guard let (file, line) = Self.parts(of: place) else { return }
        let path = try Inputs(named: [file]).paths.first ?? file
        var walk = try LogWalk(path, format: ruling.named, rules: try ruling.rules())
        let format = walk.found.format.rawValue
        var lines: [String] = []
        var copied: Deduplicator.Key?
        var before: [String] = []
        let count = try walk.walk(fieldsOf: line) { step, record, draft in
            guard step.line <= line else { return false }
            // Several events of one line are all told; a line inside a record tells the record.
            if step.line < line { before = [] }
            let told = LineReport(step: step, format: format).lines(record, draft)
            if step.line == line { lines += told } else { before += told }
            if step.line == line, step.outcome == .duplicate { copied = step.key }
            return true
        }
        if lines.isEmpty { lines = before }
        guard !lines.isEmpty, line <= count else {
            throw Failure(.damagedInput, "\(path) has no line \(line)")
        }
        if let copied, let first = try Self.first(of: copied, &walk) {
            lines.append("first copy: line \(first)")
        }
        try Check.say(lines)
    }

    private static func parts(of place: String) -> (file: String, line: Int)? {
        guard let colon = place.lastIndex(of: ":"), colon > place.startIndex,
            let line = Int(place[place.index(after: colon)...]), line > 0
        else { return nil }
        return (String(place[..<colon]), line)
    }

    /// The line of the first event with the key.
    private static func first(of key: Deduplicator.Key, _ walk: inout LogWalk) throws -> Int? {
        var found: Int?
        try walk.walk { step, _, _ in
            if let other = step.key, other.digest == key.digest { found = step.line }
            return found == nil
        }
        return found
    }
}
