import ByteIO

/// Says which of many patterns a text fits, in one walk over it.
///
/// The patterns make one nondeterministic automaton; the sets of its states that texts lead to are
/// remembered with their successors, so a text costs one look-up a byte however many patterns there
/// are. What is remembered is bounded. Source: Thompson, "Regular Expression Search Algorithm", 1968,
/// with the lazily made states of RE2.
struct PatternSet {
    /// Past this many remembered sets they are forgotten.
    private static let limit = 4096
    private static let unknown: Int32 = -1

    private struct State {
        /// Rising; a position stands before a token, or behind the last one of its pattern.
        let positions: [Int32]
        let accepted: [Int]
    }

    /// The tokens of all patterns, nil behind each one's last.
    private var tokens: [Pattern.Token?] = []
    private var starts: [Int32] = []
    /// The pattern that each position belongs to.
    private var owners: [Int] = []
    /// Bytes that no pattern tells apart share a class.
    private var classes = [UInt8](repeating: 0, count: 256)
    private var classCount = 1

    private var states: [State] = []
    private var numbers: [[Int32]: Int32] = [:]
    private var next: [Int32] = []

    init(_ patterns: [Pattern]) {
        var used: Set<UInt8> = [0x2F]
        for (number, pattern) in patterns.enumerated() {
            starts.append(Int32(tokens.count))
            for token in pattern.tokens {
                tokens.append(token)
                if case .byte(let byte) = token { used.insert(byte) }
            }
            tokens.append(nil)
            owners += [Int](repeating: number, count: pattern.tokens.count + 1)
        }
        // Class 0 holds the bytes that no pattern names. UTF-8 has bytes that no text holds, so that
        // not all 256 can be named.
        for byte in used.sorted() {
            classes[Int(byte)] = UInt8(truncatingIfNeeded: classCount)
            classCount += 1
        }
    }

    /// The numbers of the patterns that the whole of `text` fits, rising.
    mutating func matches(_ text: Span<UInt8>) -> [Int] {
        guard !starts.isEmpty else { return [] }
        if states.count > Self.limit { forget() }
        if states.isEmpty { _ = number(of: starts) }
        // The starts are the first state that is made.
        var state: Int32 = 0
        for offset in text.indices {
            let index = Int(state) * classCount + Int(classes[Int(text[offset])])
            if next[index] == Self.unknown {
                next[index] = number(of: step(states[Int(state)].positions, text[offset]))
            }
            state = next[index]
            if states[Int(state)].positions.isEmpty { return [] }
        }
        return states[Int(state)].accepted
    }

    private mutating func forget() {
        states.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        next.removeAll(keepingCapacity: true)
    }

    /// The number of the state that stands at these positions and behind every run there.
    private mutating func number(of positions: [Int32]) -> Int32 {
        var all: Set<Int32> = []
        for var position in positions {
            // A run may be empty: whoever stands before one also stands behind it.
            while all.insert(position).inserted, isRun(position) { position += 1 }
        }
        let sorted = all.sorted()
        if let known = numbers[sorted] { return known }
        let accepted = sorted.filter { tokens[Int($0)] == nil }.map { owners[Int($0)] }
        states.append(State(positions: sorted, accepted: accepted))
        next += [Int32](repeating: Self.unknown, count: classCount)
        numbers[sorted] = Int32(states.count - 1)
        return Int32(states.count - 1)
    }

    private func isRun(_ position: Int32) -> Bool {
        switch tokens[Int(position)] {
        case .run, .runInSegment: true
        case .byte, nil: false
        }
    }

    private func step(_ positions: [Int32], _ byte: UInt8) -> [Int32] {
        var after: [Int32] = []
        for position in positions {
            switch tokens[Int(position)] {
            case .byte(let wanted): if wanted == byte { after.append(position + 1) }
            case .run: after.append(position)
            case .runInSegment: if byte != 0x2F { after.append(position) }
            case nil: continue
            }
        }
        return after
    }
}
