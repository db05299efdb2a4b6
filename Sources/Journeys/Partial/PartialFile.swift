import ByteIO
import Rows
package import StageSupport

/// The counts of some customers as a text that others can be added to.
///
/// The first line, `#polku partial 1 rules=HASH`, tells by what rules they were counted; then come lines as
/// `PartialWriter` writes them: customers, counts, inputs. The last line is that of a stream: `#end rows=LINES
/// complete=true checksum=XXH64`. Equal counts of equal inputs are equal bytes.
package struct PartialFile {
    package static let magic = "#polku partial"
    /// Counts of another version are not merged: lines, or what they mean, may differ.
    private static let version = "3"

    /// Where its lines are, how many, and where it ends.
    let lines: Range<Int>
    let lineCount: Int
    let end: Int
    let checksum: UInt64

    /// The counts of `analysis`, whose paths were `inputs`; `rules` is the hash of all that shapes the numbers.
    package static func text(
        of analysis: borrowing Analysis, _ inputs: [PathMerge.Report], rules: String
    ) -> [UInt8] {
        var partial = analysis.partial(isSorted: true)
        for input in inputs { partial.append(input) }
        let end = StreamEnd(
            rows: partial.lineCount, isComplete: true,
            checksum: XXH64.digest(of: partial.text.span))
        var text = Array("\(magic) \(version) rules=\(rules)\n".utf8)
        text += partial.text
        text += Array("\(end.line)\n".utf8)
        return text
    }

    /// Finds the partial that begins at `start`, in line `line` of the file `name`.
    ///
    /// - Throws: exit 65 where there is none, of other rules, cut or changed.
    init(
        in bytes: [UInt8], from start: Int, line: Int, of name: String, rules: String
    ) throws(Failure) {
        func failure(_ text: String) -> Failure { Failure(.damagedInput, "\(name): \(text)") }
        func lineEnd(from at: Int) -> Int {
            bytes.span.firstOffset(of: 0x0A, from: at) ?? bytes.count
        }
        let first = lineEnd(from: start)
        let words = bytes.span.extracting(start..<min(first, start + 200)).text
            .split(separator: " ")
        guard words.count == 4, words[..<2].joined(separator: " ") == Self.magic else {
            throw failure("no partial begins in line \(line); funnelstats --partial makes one")
        }
        guard words[2] == Self.version else {
            throw failure("a partial of version \(words[2]); this program merges \(Self.version)")
        }
        guard words[3] == "rules=\(rules)" else {
            throw failure(
                "counted by other rules; journey file, steps, --where, --since, --until and the "
                    + "program's version have to be those of this run")
        }
        var (at, count) = (min(first + 1, bytes.count), 0)
        while at < bytes.count, bytes[at] != 0x23 {
            at = min(lineEnd(from: at) + 1, bytes.count)
            count += 1
        }
        lines = min(first + 1, bytes.count)..<at
        lineCount = count
        let last = lineEnd(from: at)
        guard last < bytes.count, let found = StreamEnd(line: bytes.span.extracting(at..<last).text)
        else { throw failure("no end line: it was cut; make it again") }
        end = last + 1
        checksum = XXH64.digest(of: bytes.span.extracting(lines))
        guard found.rows == count, found.isComplete, found.checksum == checksum else {
            throw failure("its lines do not match its end line; make it again")
        }
    }
}

/// Adds up partials, file after file.
package struct PartialMerge {
    /// What all the paths were, in the order of their names.
    package private(set) var inputs: [PathMerge.Report] = []
    private let rules: String
    /// By checksum: the first file that had it.
    private var known: [UInt64: String] = [:]

    /// `rules` is the hash that the partials must have.
    package init(rules: String) { self.rules = rules }

    /// Adds what a file holds to `analysis`, which has these rules: one partial or several, one after another.
    ///
    /// - Throws: exit 65 for other rules, a cut or changed partial, the same one again, and customers that an
    ///   earlier one has.
    package mutating func add(
        _ bytes: [UInt8], named name: String, to analysis: inout Analysis
    ) throws(Failure) {
        var (at, line) = (0, 1)
        repeat {
            let file = try PartialFile(in: bytes, from: at, line: line, of: name, rules: rules)
            var partial = PartialReader(bytes, in: file.lines, line: line + 1, of: name)
            if let other = known[file.checksum], partial.isAhead("customer") {
                throw partial.failure("the same partial as \(other); each is merged once")
            }
            known[file.checksum] = name
            try analysis.merge(&partial)
            while partial.isNext("input") { inputs.append(try partial.report()) }
            guard partial.isAtEnd else { throw partial.damage("a line that nobody knows") }
            (at, line) = (file.end, line + file.lineCount + 2)
        } while at < bytes.count
        inputs.sort { $0.precedes($1) }
    }
}

// What the paths were.
extension PathMerge.Report {
    /// As inputs are read: by name, and where these are the same as that of standard input is, by what they held.
    fileprivate func precedes(_ other: PathMerge.Report) -> Bool {
        if name != other.name { return Inputs.precedes(name, other.name) }
        func key(_ report: PathMerge.Report) -> [Int] { [report.byteCount, report.rowCount] }
        if key(self) != key(other) { return key(self).lexicographicallyPrecedes(key(other)) }
        return ends.map(\.line).lexicographicallyPrecedes(other.ends.map(\.line))
    }
}

extension PartialWriter {
    /// Its name, size and rows, and the end line of each of its streams.
    fileprivate mutating func append(_ report: PathMerge.Report) {
        begin("input")
        append(Array(report.name.utf8).span)
        append(report.byteCount)
        append(report.rowCount)
        append(report.ends.count)
        for end in report.ends { append(Array(end.line.utf8).span) }
        self.end()
    }
}

extension PartialReader {
    fileprivate mutating func report() throws(Failure) -> PathMerge.Report {
        let name = String(decoding: try text(), as: UTF8.self)
        var (bytes, rows) = (0, 0)
        try add(to: &bytes)
        try add(to: &rows)
        var ends: [StreamEnd] = []
        for _ in 0..<(try fieldCount()) {
            guard let end = StreamEnd(line: String(decoding: try text(), as: UTF8.self)) else {
                throw damage("no end line of an input")
            }
            ends.append(end)
        }
        try finishLine()
        return PathMerge.Report(name: name, byteCount: bytes, rowCount: rows, ends: ends)
    }
}
