import ByteIO
import Journeys
import StageSupport
import StatsFolder

/// A table of GitHub Flavored Markdown; what would mean something there is escaped.
struct MarkdownForm: TableForm {
    func begin(_ shape: TableShape, to text: inout [UInt8]) {
        append(line: shape.columns.map { Self.escaped($0.name.description) }, to: &text)
        append(line: shape.columns.map { $0.isNumeric ? "---:" : "---" }, to: &text)
    }

    func append(_ cells: [Cell], to text: inout [UInt8]) {
        append(line: cells.map(Self.text), to: &text)
    }

    func end(to text: inout [UInt8]) {}

    private func append(line cells: [String], to text: inout [UInt8]) {
        text.append(contentsOf: "| \(cells.joined(separator: " | ")) |\n".utf8)
    }

    private static func text(_ cell: Cell) -> String {
        if let bytes = cell.bytes { return escaped(String(decoding: bytes, as: UTF8.self)) }
        var number: [UInt8] = []
        cell.appendNumber(to: &number)
        return String(decoding: number, as: UTF8.self)
    }

    /// A `_` inside a word means nothing and is left.
    private static func escaped(_ text: String) -> String {
        let letters = Array(Talk.escaped(text))
        var safe = ""
        for (index, letter) in letters.enumerated() {
            let isInside =
                index > 0 && index + 1 < letters.count && isOfWord(letters[index - 1])
                && isOfWord(letters[index + 1])
            if "\\`*<[|~&$".contains(letter) || letter == "_" && !isInside { safe.append("\\") }
            safe.append(letter)
        }
        return safe
    }

    private static func isOfWord(_ letter: Character) -> Bool {
        letter.isLetter || letter.isNumber || letter == "_"
    }
}
