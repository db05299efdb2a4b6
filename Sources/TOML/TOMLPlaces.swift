/// Where in a file what it holds stands. Things are named by their path: `funnel[0].steps[2]`.
package struct TOMLPlaces: Sendable {
    /// In bytes, by path.
    private var offsets: [String: Int] = [:]
    /// How many tables `[[path]]` has made so far.
    private var counts: [String: Int] = [:]
    private var places: [String: Place] = [:]

    /// Lines and characters count from 1.
    package struct Place: Equatable, Sendable {
        package let line: Int
        package let column: Int
    }

    /// The place of a path; of what is not there that of the nearest thing that would hold it. Nil for the
    /// whole file.
    package func place(of path: String) -> Place? {
        var path = Substring(path)
        while !path.isEmpty {
            if let place = places[String(path)] { return place }
            path = path.lastIndex { $0 == "." || $0 == "[" }.map { path[..<$0] } ?? ""
        }
        return nil
    }

    /// A path that has grown this long, in bytes, grows no more: what lies deeper has its place.
    private static let maximumLength = 256

    /// The path of what is named `part` in a table.
    static func join(_ path: String, _ part: String) -> String {
        guard path.utf8.count + part.utf8.count < maximumLength else { return path }
        return path.isEmpty ? part : "\(path).\(part)"
    }

    /// The path of an element of an array.
    static func join(_ path: String, _ index: Int) -> String {
        path.utf8.count < maximumLength ? "\(path)[\(index)]" : path
    }

    /// The first place of a path is its place.
    mutating func add(_ path: String, at offset: Int) {
        if offsets[path] == nil { offsets[path] = offset }
    }

    /// The path of a section that a header opens.
    mutating func open(_ parts: [String], isArray: Bool, at offset: Int) -> String {
        var path = ""
        for (index, part) in parts.enumerated() {
            path = Self.join(path, part)
            add(path, at: offset)
            if isArray, index == parts.count - 1 { counts[path, default: 0] += 1 }
            if let count = counts[path] {
                path = Self.join(path, count - 1)
                add(path, at: offset)
            }
        }
        return path
    }

    /// Makes lines and columns of the offsets in `bytes`, in one pass.
    mutating func count(in bytes: [UInt8]) {
        var (line, column, end) = (1, 1, 0)
        for (path, offset) in offsets.sorted(by: { $0.value < $1.value }) {
            for byte in bytes[end..<max(end, offset)] {
                if byte == 0x0A {
                    (line, column) = (line + 1, 1)
                } else if Self.isCharacter(byte) {
                    column += 1
                }
            }
            end = max(end, offset)
            places[path] = Place(line: line, column: column)
        }
    }

    static func lineAndColumn(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        let before = bytes[..<offset]
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return (before.count { $0 == 0x0A } + 1, before[start...].count(where: isCharacter) + 1)
    }

    /// Of a character in UTF-8 only the first byte is no 10xxxxxx.
    private static func isCharacter(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
