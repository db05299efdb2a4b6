import ByteIO
import Rows

/// Records that lie in an array inside each object of a JSON log: a session's events, a visit's actions.
enum NestedRecords {
    /// The key of the first array of objects in the object at `start`, nil where it has none.
    static func key(in bytes: [UInt8], at start: Int = 0) -> String? {
        let text = bytes.span
        var scanner = JSONScanner(at: start)
        do throws(RowError) {
            try scanner.expect(0x7B, text)
            while scanner.peek(text) == 0x22 {
                let key = text.extracting(try scanner.string(text).range)
                try scanner.expect(0x3A, text)
                var inside = scanner
                if try scanner.kind(text) == .array, isArrayOfObjects(&inside, text) {
                    return key.text
                }
                try scanner.skip(text, depth: 1)
                guard scanner.peek(text) == 0x2C else { return nil }
                scanner.at += 1
            }
        } catch {
            // No JSON, or cut: nothing is advised.
        }
        return nil
    }

    private static func isArrayOfObjects(_ scanner: inout JSONScanner, _ text: Span<UInt8>) -> Bool
    {
        guard scanner.peek(text) == 0x5B else { return false }
        scanner.at += 1
        return scanner.peek(text) == 0x7B
    }

    /// A program of jq that makes each of them an object of its own, with what is around it.
    static func command(_ key: String, inArray: Bool) -> ReadingCommand {
        let each = inArray ? ".[] | " : ""
        return .program("jq -c '\(each). as $o | .\(key)[] | ($o | del(.\(key))) + .'")
    }
}
