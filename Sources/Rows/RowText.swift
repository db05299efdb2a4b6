import ByteIO

/// How a field stands in a row: TAB, LF, CR and backslash as `\t \n \r \\`.
///
/// `\#` is a `#` that would begin a line; only a row's first field can.
public enum RowText {
    private static let escaped: [256 of UInt8] = {
        var table = [256 of UInt8](repeating: 0)
        table[0x09] = 0x74
        table[0x0A] = 0x6E
        table[0x0D] = 0x72
        table[0x5C] = 0x5C
        return table
    }()

    /// Appends `value`, escaped.
    public static func append(_ value: Span<UInt8>, to row: inout [UInt8]) {
        var start = 0
        var at = 0
        while at < value.count {
            let letter = escaped[Int(value[at])]
            if letter != 0 {
                row.append(value.extracting(start..<at))
                row.append(0x5C)
                row.append(letter)
                start = at + 1
            }
            at += 1
        }
        row.append(value.extracting(start..<at))
    }

    /// Appends the first field of a row, escaped so that it does not look like a comment.
    public static func appendFirst(_ value: Span<UInt8>, to row: inout [UInt8]) {
        if value.count > 0, value[0] == 0x23 { row.append(0x5C) }
        append(value, to: &row)
    }

    /// Appends what `field` stands for.
    public static func appendPlain(_ field: Span<UInt8>, to bytes: inout [UInt8]) {
        var at = field.firstOffset(of: 0x5C) ?? field.count
        bytes.append(field.extracting(0..<at))
        while at < field.count {
            var byte = field[at]
            if byte == 0x5C, at + 1 < field.count {
                at += 1
                switch field[at] {
                case 0x74: byte = 0x09
                case 0x6E: byte = 0x0A
                case 0x72: byte = 0x0D
                default: byte = field[at]
                }
            }
            bytes.append(byte)
            at += 1
        }
    }
}

/// Where the fields of a row lie: split at TABs, looked up by position.
public struct RowFields {
    private var bounds: [Int]
    /// How many fields a row has.
    public let count: Int

    public init(count: Int) {
        self.count = count
        bounds = [Int](repeating: 0, count: count + 1)
    }

    /// Finds the fields of `row`; false where their number is another.
    public mutating func split(_ row: Span<UInt8>) -> Bool {
        var found = 1
        var start = 0
        bounds[0] = 0
        while let tab = row.firstOffset(of: 0x09, from: start) {
            guard found < count else { return false }
            bounds[found] = tab + 1
            found += 1
            start = tab + 1
        }
        bounds[found] = row.count + 1
        return found == count
    }

    /// Where the field lies in the row, escapes and all.
    public subscript(column: Int) -> Range<Int> { bounds[column]..<bounds[column + 1] - 1 }
}
