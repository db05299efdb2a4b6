// Values, and those that hold others.
extension TOMLParser {
    mutating func value() throws(TOMLError) -> TOMLValue {
        switch next {
        case UInt8(ascii: "\""):
            return .string(
                try opensLongString(UInt8(ascii: "\"")) ? longBasicString() : basicString())
        case UInt8(ascii: "'"):
            return .string(
                try opensLongString(UInt8(ascii: "'")) ? longLiteralString() : literalString())
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            guard depth < Self.maximumDepth else { throw error("too deep") }
            depth += 1
            defer { depth -= 1 }
            return next == UInt8(ascii: "[") ? try array() : try inlineTable()
        default:
            return try bareValue()
        }
    }

    private mutating func array() throws(TOMLError) -> TOMLValue {
        let start = position
        position += 1
        let outer = place
        defer { place = outer }
        var values: [TOMLValue] = []
        while true {
            try skipLines()
            if skip(UInt8(ascii: "]")) { return .array(values) }
            guard next != nil else { throw error("the array is not closed", at: start) }
            place = TOMLPlaces.join(outer, values.count)
            places.add(place, at: position)
            values.append(try value())
            try skipLines()
            if skip(UInt8(ascii: ",")) { continue }
            guard skip(UInt8(ascii: "]")) else { throw error("',' or ']' is expected") }
            return .array(values)
        }
    }

    private mutating func inlineTable() throws(TOMLError) -> TOMLValue {
        position += 1
        let table = tree.makeTable()
        skipBlanks()
        if skip(UInt8(ascii: "}")) { return .table([:]) }
        repeat {
            try pair(in: table)
            skipBlanks()
        } while skip(UInt8(ascii: ","))
        guard skip(UInt8(ascii: "}")) else {
            throw error("',' or '}' is expected: an inline table is one line")
        }
        return .table(tree.values(of: table))
    }

    /// Skips blanks, comments and line ends.
    private mutating func skipLines() throws(TOMLError) {
        repeat {
            skipBlanks()
            try skipComment()
        } while skipLineEnd()
    }

    /// What stands without quotes: `true`, numbers, dates and times.
    private mutating func bareValue() throws(TOMLError) -> TOMLValue {
        let start = position
        skipWord()
        // A date and its time may have a blank between them.
        if position - start == 10, bytes[start + 4] == UInt8(ascii: "-"), next == 0x20,
            position + 1 < bytes.count, Self.isDigit(bytes[position + 1])
        {
            position += 1
            skipWord()
        }
        let word = bytes[start..<position]
        guard !word.isEmpty else {
            throw error("a value is expected; text stands in quotes")
        }
        guard let value = TOMLWord.value(of: Array(word)) else {
            throw error(
                "'\(text(start..<position))' is no value; text stands in quotes", at: start)
        }
        return value
    }

    private mutating func skipWord() {
        while let byte = next, Self.isOfWord(byte) { position += 1 }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// All that is no blank, no line end and no mark of a list.
    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "#"),
            UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "="), UInt8(ascii: "\""), 0x7F:
            false
        default: true
        }
    }
}
