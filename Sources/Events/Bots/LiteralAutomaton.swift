import ByteIO

/// Finds many literals in one pass over a text, in time linear in the text.
///
/// Source: Aho and Corasick, "Efficient string matching", 1975. The states are text, so that nothing is
/// made at start: of each state, `width` characters say by which byte it is reached, then the first of
/// the states reached from it (those reached from the next state follow on its own, in the order of
/// their bytes), its fallback, and the lowest number of a literal that ends in it. Numbers have digits
/// of six bits, from `0` on, highest first. State 0 is the root.
struct LiteralAutomaton: Sendable {
    private static let width = 9
    /// As the number of a literal: none ends.
    private static let none = 4095

    private let states: StaticString

    init(_ states: StaticString) { self.states = states }

    /// The lowest number of a literal that `text` contains, or nil.
    func lowest(in text: Span<UInt8>) -> Int? {
        let table = states.bytes
        var state = 0
        var found = Self.none
        for index in text.indices {
            state = Self.step(from: state, by: text[index], table)
            found = min(found, Self.number(table, state * Self.width + 7, digits: 2))
        }
        return found == Self.none ? nil : found
    }

    private static func step(from start: Int, by byte: UInt8, _ table: Span<UInt8>) -> Int {
        var state = start
        while true {
            if let next = child(of: state, by: byte, table) { return next }
            if state == 0 { return 0 }
            state = number(table, state * width + 4, digits: 3)
        }
    }

    private static func child(of state: Int, by byte: UInt8, _ table: Span<UInt8>) -> Int? {
        var low = number(table, state * width + 1, digits: 3)
        var high = number(table, (state + 1) * width + 1, digits: 3)
        while low < high {
            let middle = (low + high) / 2
            let label = table[middle * width]
            if label == byte { return middle }
            if label < byte { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    private static func number(_ table: Span<UInt8>, _ offset: Int, digits: Int) -> Int {
        var number = 0
        for index in offset..<offset + digits { number = number << 6 | Int(table[index] - 0x30) }
        return number
    }
}
