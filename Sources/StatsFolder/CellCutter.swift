/// Cuts CSV into records and cells by RFC 4180; lines end with LF or CRLF.
struct CellCutter {
    private let bytes: [UInt8]
    private var at: Int
    /// False once the file ended within quotes.
    private(set) var isWhole = true

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The cells of the next record, without the quotes round them; nil at the end of the file.
    mutating func record() -> [Range<Int>]? {
        guard at < bytes.count, isWhole else { return nil }
        var cells: [Range<Int>] = []
        while true {
            guard let cell = bytes[at...].first == 0x22 ? quoted() : bare() else { return nil }
            cells.append(cell)
            guard at < bytes.count, bytes[at] == 0x2C else { break }
            at += 1
        }
        if at < bytes.count, bytes[at] == 0x0D { at += 1 }
        if at < bytes.count, bytes[at] == 0x0A { at += 1 }
        return cells
    }

    private mutating func bare() -> Range<Int>? {
        let start = at
        while at < bytes.count, bytes[at] != 0x2C, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
        return start..<at
    }

    private mutating func quoted() -> Range<Int>? {
        let start = at + 1
        at = start
        while at < bytes.count {
            if bytes[at] == 0x22 {
                guard at + 1 < bytes.count, bytes[at + 1] == 0x22 else {
                    at += 1
                    return start..<at - 1
                }
                at += 1
            }
            at += 1
        }
        isWhole = false
        return nil
    }
}
