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
        /// Rising; a place stands before a token, or behind the last one of its pattern.
        let places: [Int32]
        let accepted: [Int]
    }

    /// The tokens of all patterns, nil behind each one's last.
    private var tokens: [Pattern.Token?] = []
    private var starts: [Int32] = []
    /// The pattern that each place belongs to.
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
        for index in text.indices {
            let place = Int(state) * classCount + Int(classes[Int(text[index])])
            if next[place] == Self.unknown {
                next[place] = number(of: step(states[Int(state)].places, text[index]))
            }
            state = next[place]
            if states[Int(state)].places.isEmpty { return [] }
        }
        return states[Int(state)].accepted
    }

    private mutating func forget() {
        states.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        next.removeAll(keepingCapacity: true)
    }

    /// The number of the state that stands at these places and behind every run there.
    private mutating func number(of places: [Int32]) -> Int32 {
        var all: Set<Int32> = []
        for var place in places {
            // A run may be empty: whoever stands before one also stands behind it.
            while all.insert(place).inserted, isRun(place) { place += 1 }
        }
        let sorted = all.sorted()
        if let known = numbers[sorted] { return known }
        let accepted = sorted.filter { tokens[Int($0)] == nil }.map { owners[Int($0)] }
        states.append(State(places: sorted, accepted: accepted))
        next += [Int32](repeating: Self.unknown, count: classCount)
        numbers[sorted] = Int32(states.count - 1)
        return Int32(states.count - 1)
    }

    private func isRun(_ place: Int32) -> Bool {
        switch tokens[Int(place)] {
        case .run, .runInSegment: true
        case .byte, nil: false
        }
    }

    private func step(_ places: [Int32], _ byte: UInt8) -> [Int32] {
        var after: [Int32] = []
        for place in places {
            switch tokens[Int(place)] {
            case .byte(let wanted): if wanted == byte { after.append(place + 1) }
            case .run: after.append(place)
            case .runInSegment: if byte != 0x2F { after.append(place) }
            case nil: continue
            }
        }
        return after
    }
}
