import ByteIO

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
