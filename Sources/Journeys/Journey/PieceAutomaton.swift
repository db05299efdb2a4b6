/// Finds where texts of tokens end: some stand at the start, others, of bytes alone, anywhere.
///
/// They make one nondeterministic automaton; the sets of its states that texts lead to are remembered with
/// their successors, so a text costs one look-up a byte however many there are. What is remembered is
/// bounded. Source: Thompson, "Regular Expression Search Algorithm", 1968, with the lazily made states of
/// RE2.
struct PieceAutomaton {
    /// Past this many remembered sets they are forgotten.
    private static let limit = 4096
    private static let unknown: Int32 = -1

    /// Why a walk looks at a state.
    struct Mark: OptionSet, BitwiseCopyable {
        let rawValue: UInt8

        /// Texts end here.
        static let hasFound = Mark(rawValue: 1)
        /// Nothing more can be found.
        static let isDead = Mark(rawValue: 2)
    }

    private struct State {
        /// Rising; a position stands before a token, or behind the last one of its text. That whatever
        /// stands anywhere may begin here goes without saying.
        let positions: [Int32]
        /// The numbers of the texts that end here.
        let found: [Int]
    }

    /// The tokens of all texts, nil behind each one's last.
    private var tokens: [Pattern.Token?] = []
    /// The text that each position belongs to.
    private var owners: [Int] = []
    private var count = 0
    private var starts: [Int32] = []
    /// By first byte, where those that stand anywhere go on.
    private var floating: [UInt8: [Int32]] = [:]
    /// Bytes that nothing tells apart share a class.
    private var classes = [UInt8](repeating: 0, count: 256)
    private var classCount = 1

    private var states: [State] = []
    /// By state, what a walk has to stop for; most states have nothing.
    private var marks: [Mark] = []
    private var numbers: [[Int32]: Int32] = [:]
    private var next: [Int32] = []

    /// Adds a text: 0 is the number of the first, then 1, 2, ….
    mutating func add(_ text: [Pattern.Token], isFloating: Bool) {
        let start = Int32(tokens.count)
        if isFloating, case .byte(let byte) = text[0] {
            floating[byte, default: []].append(start + 1)
        } else {
            starts.append(start)
        }
        tokens += text.map { $0 }
        tokens.append(nil)
        owners += [Int](repeating: count, count: text.count + 1)
        count += 1
    }

    /// No more texts come.
    mutating func classify() {
        var used: Set<UInt8> = [0x2F]
        for case .byte(let byte)? in tokens { used.insert(byte) }
        // Class 0 holds the bytes that nothing names. UTF-8 has bytes that no text holds, so that not all
        // 256 can be named.
        for byte in used.sorted() {
            classes[Int(byte)] = UInt8(truncatingIfNeeded: classCount)
            classCount += 1
        }
    }

    /// The state before a walk.
    mutating func start() -> Int {
        if states.count > Self.limit {
            states.removeAll(keepingCapacity: true)
            marks.removeAll(keepingCapacity: true)
            numbers.removeAll(keepingCapacity: true)
            next.removeAll(keepingCapacity: true)
        }
        // The starts are the first state that is made.
        if states.isEmpty { _ = number(of: starts) }
        return 0
    }

    /// The numbers of the texts that end here.
    func found(_ state: Int) -> [Int] { states[state].found }

    /// What is to be known of a state before the next byte.
    @inline(__always)
    func marks(_ state: Int) -> Mark { marks[state] }

    /// Goes on by a byte; returns how many positions were looked at, none where the way is known.
    @inline(__always)
    mutating func advance(_ state: inout Int, _ byte: UInt8) -> Int {
        let index = state * classCount + Int(classes[Int(byte)])
        let known = next[index]
        guard known == Self.unknown else {
            state = Int(known)
            return 0
        }
        return learn(&state, byte, at: index)
    }

    @inline(never)
    private mutating func learn(_ state: inout Int, _ byte: UInt8, at index: Int) -> Int {
        let positions = step(states[state].positions, byte)
        let looked = states[state].positions.count + positions.count
        let number = number(of: positions)
        next[index] = number
        state = Int(number)
        return looked
    }

    /// The state that stands at these positions and behind every run there.
    private mutating func number(of positions: [Int32]) -> Int32 {
        var all: Set<Int32> = []
        for var position in positions {
            // A run may be empty: whoever stands before one also stands behind it.
            while all.insert(position).inserted, isRun(position) { position += 1 }
        }
        let sorted = all.sorted()
        if let known = numbers[sorted] { return known }
        let found = sorted.filter { tokens[Int($0)] == nil }.map { owners[Int($0)] }
        states.append(State(positions: sorted, found: found))
        var mark = found.isEmpty ? Mark() : .hasFound
        if sorted.isEmpty, floating.isEmpty { mark.insert(.isDead) }
        marks.append(mark)
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
        var after = floating[byte] ?? []
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
