import Events
import ArgumentParser
import ByteIO
import Formats
import StageSupport
import Rows

/// `ingest explain FILE:LINE…`: what becomes of lines, and why.
struct Explain: Stage {
    static let program = "ingest explain"
    static let configuration = CommandConfiguration(
        commandName: "ingest explain", abstract: "Says what becomes of lines, and why.",
        discussion: "Example: ingest explain access.log.gz:1042")

    /// A line of a log.
    private struct Place {
        let path: String
        let line: Int
    }

    @OptionGroup var ruling: RuleOptions
    @OptionGroup var colors: ColorOptions

    @Argument(
        help: "A log file, a colon and the number of a line; of a folder, that line of each file.",
        completion: .file())
    var places: [String]

    func validate() throws {
        for place in places where Self.parts(of: place) == nil {
            throw ValidationError("'\(place)' is not FILE:LINE")
        }
    }

    func work() throws {
        let rules = try ruling.rules()
        var all: [Place] = []
        for (file, line) in places.compactMap(Self.parts) {
            all += try Inputs(named: [file]).paths.map { Place(path: $0, line: line) }
        }
        var told: [String] = []
        var problems: [String] = []
        for place in all {
            do {
                let lines = try lines(of: place, rules)
                if all.count > 1 {
                    told += (told.isEmpty ? [] : [""]) + ["\(place.path):\(place.line)"]
                }
                told += lines
            } catch {
                // The other places are told all the same.
                guard let failure = Failure(error), failure.status == .damagedInput else {
                    throw error
                }
                problems += failure.problems
            }
        }
        try Check.say(told)
        guard problems.isEmpty else { throw Failure(.damagedInput, problems) }
    }

    private func lines(of place: Place, _ rules: IngestRules) throws -> [String] {
        let line = place.line
        var walk = try LogWalk(place.path, format: ruling.named, rules: rules)
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
            throw Failure(.damagedInput, "\(place.path) has no line \(line)")
        }
        if let copied, let first = try Self.first(of: copied, &walk) {
            lines.append("first copy: line \(first)")
        }
        return lines
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
