import ByteIO
import Events
import Formats
import Rows
import StageSupport

/// Reads an input with the short way of plain lines and without it. Shared with the unit tests.
enum BothWays {
    /// What is not the same, nil where everything is; blocks of about `size` bytes.
    static func difference(
        in bytes: [UInt8], _ format: Format, size: Int, rules: IngestRules = IngestRules()
    ) -> String? {
        var short = BlockParser(format, rules: rules)
        var long = BlockParser(format, rules: rules, takesShortWay: false)
        var start = 0
        while start < bytes.count {
            var end = min(start + size, bytes.count)
            while end < bytes.count, bytes[end - 1] != 0x0A { end += 1 }
            let block = Block(bytes: Array(bytes[start..<end]), offset: start)
            let isLast = end == bytes.count
            let found = pieces(of: short.parse(block, isLast: isLast))
            let wanted = pieces(of: long.parse(block, isLast: isLast))
            for (name, text) in found where wanted[name] != text {
                return "\(name): \(text) and not \(wanted[name] ?? "")"
            }
            start = end
        }
        return nil
    }

    /// Everything that a block became, as text.
    private static func pieces(of parsed: ParsedBlock) -> [String: String] {
        let ledger = parsed.ledger
        let counts = [
            ledger.lines, ledger.events, ledger.rejected, ledger.filtered, ledger.bots,
            ledger.duplicates, ledger.blank,
        ]
        let rejects = parsed.rejects.map {
            "\($0.line) \($0.offset) \($0.error) \($0.error.column ?? 0) \($0.raw)"
        }
        return [
            "rows": String(decoding: parsed.rows, as: UTF8.self),
            "marks": "\(parsed.marks.map { "\($0.end) \($0.key)" })", "counts": "\(counts)",
            "codes": "\(ledger.rejects.sorted { $0.key < $1.key })", "rejects": "\(rejects)",
            "notes": "\(parsed.tally.notesByName)", "bots": "\(parsed.tally.botsByRule)",
            "filtered": "\(parsed.tally.filteredByReason)", "lines": "\(parsed.lines)",
            "times":
                "\(String(describing: parsed.firstTime)) \(String(describing: parsed.lastTime))",
            "undecided": "\(parsed.isUndecided)",
        ]
    }
}
