/// The part of a temporary file's name that keeps two runs apart: 16 lowercase hexadecimal digits.
enum RandomMark {
    static let length = 16

    static func make() -> String {
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: length - digits.count) + digits
    }

    static func isOne(_ text: some Collection<UInt8>) -> Bool {
        text.count == length && text.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x61 < 6 }
    }
}
