/// Reads a file of TOML 1.0.0, strictly.
///
/// Source: https://toml.io/en/v1.0.0. Limits: 64 levels of arrays and inline tables, 64 parts a key, and whole
/// numbers of 64 bits.
package struct TOMLParser {
    static let maximumDepth = 64

    let bytes: [UInt8]
    var position = 0
    var tree = TOMLTree()
    /// How many arrays and inline tables are open.
    var depth = 0
    var places = TOMLPlaces()
    /// Path of what is read.
    var place = ""

    private init(_ text: String) {
        bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// What the file holds, and where.
    package static func document(
        from text: String
    ) throws(TOMLError) -> (table: [String: TOMLValue], places: TOMLPlaces) {
        var parser = TOMLParser(text)
        try parser.readSections()
        parser.places.count(in: parser.bytes)
        return (parser.tree.values(of: TOMLTree.top), parser.places)
    }

    private mutating func readSections() throws(TOMLError) {
        var section = TOMLTree.top
        while position < bytes.count {
            skipBlanks()
            switch next {
            case nil, 0x0A, 0x0D, 0x23: break
            case UInt8(ascii: "["): section = try header()
            default: try pair(in: section)
            }
            try endLine()
        }
    }

    /// `[a.b]` or `[[a.b]]`; the section that it opens.
    private mutating func header() throws(TOMLError) -> Int {
        position += 1
        let isArray = skip(UInt8(ascii: "["))
        let start = position
        let path = try key()
        let isClosed = skip(UInt8(ascii: "]")) && (!isArray || skip(UInt8(ascii: "]")))
        guard isClosed else { throw error("\(isArray ? "']]'" : "']'") is expected") }
        guard let section = isArray ? tree.append(path) : tree.open(path) else {
            throw error("'\(path.joined(separator: "."))' is there already", at: start)
        }
        place = places.open(path, isArray: isArray, at: start)
        return section
    }

    /// `a.b = value`.
    mutating func pair(in section: Int) throws(TOMLError) {
        let start = position
        let path = try key()
        guard skip(UInt8(ascii: "=")) else {
            throw error("'=' is expected behind '\(path.joined(separator: "."))'")
        }
        skipBlanks()
        let outer = place
        for part in path {
            place = TOMLPlaces.join(place, part)
            places.add(place, at: start)
        }
        let value = try value()
        place = outer
        guard tree.set(path, in: section, to: value) else {
            throw error("'\(path.joined(separator: "."))' is there already", at: start)
        }
    }

    /// A key with its dots and the blanks around it.
    private mutating func key() throws(TOMLError) -> [String] {
        var path: [String] = []
        repeat {
            skipBlanks()
            path.append(try part())
            skipBlanks()
            guard path.count <= Self.maximumDepth else { throw error("too many parts of a key") }
        } while skip(UInt8(ascii: "."))
        return path
    }

    private mutating func part() throws(TOMLError) -> String {
        if next == UInt8(ascii: "\"") { return try basicString() }
        if next == UInt8(ascii: "'") { return try literalString() }
        let start = position
        while let byte = next, Self.isBare(byte) { position += 1 }
        guard position > start else { throw error("a key is expected") }
        return text(start..<position)
    }

    private static func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

// Bytes.
extension TOMLParser {
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Whether three of `quote` come next.
    func opensLongString(_ quote: UInt8) -> Bool {
        bytes[position...].starts(with: repeatElement(quote, count: 3))
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    mutating func skipBlanks() {
        while next == 0x20 || next == 0x09 { position += 1 }
    }

    /// Skips LF or CR LF.
    mutating func skipLineEnd() -> Bool {
        if skip(0x0A) { return true }
        guard next == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A else {
            return false
        }
        position += 2
        return true
    }

    /// Skips a comment; its end stays.
    mutating func skipComment() throws(TOMLError) {
        guard next == UInt8(ascii: "#") else { return }
        while let byte = next, byte != 0x0A {
            if byte == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A { return }
            guard !Self.isControl(byte) else { throw error("a control character") }
            position += 1
        }
    }

    /// Skips the rest of a line in which nothing more may come.
    private mutating func endLine() throws(TOMLError) {
        skipBlanks()
        try skipComment()
        guard position == bytes.count || skipLineEnd() else {
            throw error("the end of the line is expected")
        }
    }

    /// Control characters stand nowhere; TAB is none of them.
    static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 || byte == 0x7F }

    func error(_ problem: String, at place: Int? = nil) -> TOMLError {
        let (line, column) = TOMLPlaces.lineAndColumn(of: place ?? position, in: bytes)
        return TOMLError(line: line, column: column, problem: problem)
    }
}
