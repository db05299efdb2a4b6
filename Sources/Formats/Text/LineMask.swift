import ByteIO

/// How a line begins: `d` is a digit, `a` a letter, all else stands for itself.
struct LineMask: Sendable {
    static let day = LineMask("dddd-dd-dd")
    static let clock = LineMask("dd:dd:dd")
    static let bracketedTime = LineMask("[dd/aaa")
    static let bracketedDay = LineMask("[dddd-dd-dd")

    private let mask: [UInt8]

    init(_ mask: String) { self.mask = Array(mask.utf8) }

    func fits(_ line: Span<UInt8>) -> Bool {
        guard line.count >= mask.count else { return false }
        for index in mask.indices {
            switch mask[index] {
            case 0x64: guard line[index] &- 0x30 < 10 else { return false }
            case 0x61: guard (line[index] | 0x20) &- 0x61 < 26 else { return false }
            default: guard line[index] == mask[index] else { return false }
            }
        }
        return true
    }
}
