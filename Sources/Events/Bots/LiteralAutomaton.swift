import ByteIO

/// Finds many literals in one pass over a text, in time linear in the text.
///
/// Source: Aho and Corasick, "Efficient string matching", 1975. States are a trie whose children are
/// linked lists, except those of the root; 16 bytes a state.
struct LiteralAutomaton: Sendable {
    private struct State: Sendable {
        var byte: UInt8
        var child: Int32 = 0
        var sibling: Int32 = 0
        var fallback: Int32 = 0
    }

    /// State 0 is the root.
    private var states = [State(byte: 0)]
    /// The lowest number of a literal that ends in each state; `Int32.max` for none.
    private var ends = [Int32.max]
    private var starts = [Int32](repeating: 0, count: 256)

    /// Literals are numbered by their place in the list; empty ones are never found.
    init(_ literals: [[UInt8]]) {
        for (number, literal) in literals.enumerated() where !literal.isEmpty {
            add(literal, Int32(number))
        }
        var child = states[0].child
        while child != 0 {
            starts[Int(states[Int(child)].byte)] = child
            child = states[Int(child)].sibling
        }
        link()
    }

    private mutating func add(_ literal: [UInt8], _ number: Int32) {
        var state: Int32 = 0
        for byte in literal {
            var next = child(of: state, by: byte)
            if next == 0 {
                next = Int32(states.count)
                states.append(State(byte: byte, sibling: states[Int(state)].child))
                ends.append(.max)
                states[Int(state)].child = next
            }
            state = next
        }
        ends[Int(state)] = min(ends[Int(state)], number)
    }

    /// Sets the fallbacks, nearest states first.
    private mutating func link() {
        var queue: [Int32] = [0]
        var read = 0
        while read < queue.count {
            let parent = queue[read]
            read += 1
            var state = states[Int(parent)].child
            while state != 0 {
                queue.append(state)
                if parent != 0 {
                    let fallback = step(states[Int(parent)].fallback, states[Int(state)].byte)
                    states[Int(state)].fallback = fallback
                    // What ends in a suffix ends here too; the lowest number is wanted.
                    ends[Int(state)] = min(ends[Int(state)], ends[Int(fallback)])
                }
                state = states[Int(state)].sibling
            }
        }
    }

    private func child(of state: Int32, by byte: UInt8) -> Int32 {
        var child = states[Int(state)].child
        while child != 0, states[Int(child)].byte != byte { child = states[Int(child)].sibling }
        return child
    }

    private func step(_ from: Int32, _ byte: UInt8) -> Int32 {
        var state = from
        while state != 0 {
            let next = child(of: state, by: byte)
            if next != 0 { return next }
            state = states[Int(state)].fallback
        }
        return starts[Int(byte)]
    }

    /// The lowest number of a literal that `text` contains, or nil.
    func lowest(in text: Span<UInt8>) -> Int? {
        var state: Int32 = 0
        var found = Int32.max
        for index in text.indices {
            state = step(state, text[index])
            found = min(found, ends[Int(state)])
        }
        return found == .max ? nil : Int(found)
    }
}
