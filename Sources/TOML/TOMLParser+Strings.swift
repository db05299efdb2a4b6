// Text in quotes.
extension TOMLParser {
    /// `"…"`.
    mutating func basicString() throws(TOMLError) -> String {
        position += 1
        var content: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\") {
                try escape(into: &content)
            } else {
                try take(byte, into: &content)
            }
        }
        return try close(content)
    }

    /// `'…'`.
    mutating func literalString() throws(TOMLError) -> String {
        position += 1
        var content: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "'") { try take(byte, into: &content) }
        return try close(content)
    }

    /// `"""…"""`.
    mutating func longBasicString() throws(TOMLError) -> String {
        try longString(UInt8(ascii: "\""))
    }

    /// `'''…'''`.
    mutating func longLiteralString() throws(TOMLError) -> String {
        try longString(UInt8(ascii: "'"))
    }

    private mutating func longString(_ quote: UInt8) throws(TOMLError) -> String {
        let start = position
        position += 3
        // A line end directly behind the quotes is no part of the text.
        _ = skipLineEnd()
        var content: [UInt8] = []
        while let byte = next {
            if byte == quote {
                if takeQuotes(quote, into: &content) {
                    return String(decoding: content, as: UTF8.self)
                }
            } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                if try !skipFoldedLines() { try escape(into: &content) }
            } else if skipLineEnd() {
                content.append(0x0A)
            } else {
                try take(byte, into: &content)
            }
        }
        throw error("the text is not closed", at: start)
    }

    /// Quotes inside the text, or its end with up to two quotes before it; whether it is the end.
    private mutating func takeQuotes(_ quote: UInt8, into content: inout [UInt8]) -> Bool {
        var count = 0
        while count < 5, skip(quote) { count += 1 }
        let isEnd = count >= 3
        content.append(contentsOf: repeatElement(quote, count: isEnd ? count - 3 : count))
        return isEnd
    }

    /// A backslash at the end of a line, with all blanks and line ends behind it.
    private mutating func skipFoldedLines() throws(TOMLError) -> Bool {
        let start = position
        position += 1
        skipBlanks()
        guard skipLineEnd() else {
            position = start
            return false
        }
        repeat { skipBlanks() } while skipLineEnd()
        return true
    }

    private mutating func take(_ byte: UInt8, into content: inout [UInt8]) throws(TOMLError) {
        guard byte != 0x0A, byte != 0x0D else { throw error("the text is not closed") }
        guard !Self.isControl(byte) else { throw error("a control character") }
        content.append(byte)
        position += 1
    }

    private mutating func close(_ content: [UInt8]) throws(TOMLError) -> String {
        guard next != nil else { throw error("the text is not closed") }
        position += 1
        return String(decoding: content, as: UTF8.self)
    }

    private mutating func escape(into content: inout [UInt8]) throws(TOMLError) {
        let start = position
        position += 1
        let letter = next
        position += 1
        switch letter {
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "\""): content.append(UInt8(ascii: "\""))
        case UInt8(ascii: "\\"): content.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "u"): try scalar(digits: 4, from: start, into: &content)
        case UInt8(ascii: "U"): try scalar(digits: 8, from: start, into: &content)
        default:
            throw error(
                "no escape: a backslash is written '\\\\', or the text in single quotes", at: start)
        }
    }

    private mutating func scalar(
        digits: Int, from start: Int, into content: inout [UInt8]
    ) throws(TOMLError) {
        var code: UInt32 = 0
        for _ in 0..<digits {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw error("\(digits) hexadecimal digits are expected", at: start)
            }
            code = code << 4 | UInt32(digit)
            position += 1
        }
        guard let scalar = Unicode.Scalar(code) else { throw error("no character", at: start) }
        content.append(contentsOf: String(scalar).utf8)
    }
}
