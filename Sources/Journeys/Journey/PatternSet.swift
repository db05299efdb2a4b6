import ByteIO

/// Says which of many patterns a text fits, in one walk over it.
///
/// A pattern with runs is cut at them: its head stands at the start of the text, the pieces between two runs
/// wherever they come first behind what came before them, the tail at the end. To take the first one is
/// never wrong, since a run takes whatever lies between. So a text costs a look-up a byte and what it finds
/// of each pattern, not the product of its length and the number of patterns.
package struct PatternSet {
    /// What a pattern asks for where its runs are.
    private struct Sequence {
        let pattern: Int
        /// Numbers of pieces, in order.
        let pieces: [Int]
        let tail: [UInt8]
        /// How many of the pieces were found in the text at hand, and where the last one of them ends.
        var found = 0
        var end = 0
        var hasBegun = false
    }

    private var automaton = PieceAutomaton()
    /// What the texts that the automaton finds are, by its numbers.
    private var parts: [Part] = []
    private var sequences: [Sequence] = []
    /// Sequences without head and pieces, which look at the tail alone.
    private var tails: [Int] = []
    private var pieces: [Piece] = []

    private enum Part {
        /// A whole pattern without runs; or with runs, and a run within a segment behind the first of them,
        /// so that where a piece begins cannot be told from where it ends.
        case whole(Int)
        case head(sequence: Int)
        case piece(Int)
    }

    private struct Piece {
        let length: Int
        /// The sequences that wait for it in every text from the start on.
        var first: [Int] = []
        /// Those that wait for it in the text at hand.
        var later: [Int] = []
        var isFound = false
    }

    /// The sequences at hand whose pieces are all found.
    private var complete: [Int] = []
    /// What has to be forgotten before the next text.
    private var touched: [Int] = []
    private var begun: [Int] = []
    /// Bytes walked over, and what had to be looked at on the way.
    private(set) var steps = 0

    package init(_ patterns: [Pattern]) {
        var known: [[Pattern.Token]: Int] = [:]
        for (number, pattern) in patterns.enumerated() {
            let parts = pattern.tokens.split(
                separator: Pattern.Token.run, omittingEmptySubsequences: false)
            guard parts.count > 1, !parts.dropFirst().joined().contains(.runInSegment) else {
                add(.whole(number), pattern.tokens, isFloating: false)
                continue
            }
            let middle = parts.dropFirst().dropLast().filter { !$0.isEmpty }
            let pieces = middle.map { piece in
                known[Array(piece)] ?? addPiece(Array(piece), &known)
            }
            add(
                Sequence(
                    pattern: number, pieces: pieces, tail: parts[parts.count - 1].map(\.literal)),
                head: Array(parts[0]))
        }
        automaton.classify()
    }

    private mutating func add(_ part: Part, _ tokens: [Pattern.Token], isFloating: Bool) {
        parts.append(part)
        automaton.add(tokens, isFloating: isFloating)
    }

    private mutating func addPiece(
        _ piece: [Pattern.Token], _ known: inout [[Pattern.Token]: Int]
    ) -> Int {
        known[piece] = pieces.count
        add(.piece(pieces.count), piece, isFloating: true)
        pieces.append(Piece(length: piece.count))
        return pieces.count - 1
    }

    private mutating func add(_ sequence: Sequence, head: [Pattern.Token]) {
        let number = sequences.count
        sequences.append(sequence)
        if !head.isEmpty {
            add(.head(sequence: number), head, isFloating: false)
        } else if let first = sequence.pieces.first {
            pieces[first].first.append(number)
        } else {
            tails.append(number)
        }
    }

    /// The numbers of the patterns that the whole of `text` fits, rising.
    package mutating func matches(_ text: Span<UInt8>) -> [Int] {
        begin()
        var state = automaton.start()
        var at = 0
        var looked = 0
        while true {
            let marks = automaton.marks(state)
            if !marks.isEmpty {
                if marks.contains(.hasFound) { observe(automaton.found(state), at: at) }
                if marks.contains(.isDead) { break }
            }
            guard at < text.count else { break }
            looked += automaton.advance(&state, text[at])
            at += 1
        }
        var matching: [Int] = []
        if at == text.count {
            for part in automaton.found(state) {
                if case .whole(let pattern) = parts[part] { matching.append(pattern) }
            }
        }
        steps += at + looked + complete.count + tails.count
        for number in complete where hasTail(number, text) {
            matching.append(sequences[number].pattern)
        }
        for number in tails where hasTail(number, text) {
            matching.append(sequences[number].pattern)
        }
        if matching.count > 1 { matching.sort() }
        return matching
    }

    /// Forgets the text before.
    private mutating func begin() {
        for piece in touched {
            pieces[piece].isFound = false
            pieces[piece].later.removeAll(keepingCapacity: true)
        }
        for number in begun {
            sequences[number].found = 0
            sequences[number].end = 0
            sequences[number].hasBegun = false
        }
        touched.removeAll(keepingCapacity: true)
        begun.removeAll(keepingCapacity: true)
        complete.removeAll(keepingCapacity: true)
    }

    private func hasTail(_ number: Int, _ text: Span<UInt8>) -> Bool {
        let tail = sequences[number].tail
        let start = text.count - tail.count
        return start >= sequences[number].end && text.extracting(start...).equals(tail.span)
    }
}

// What a text holds, one after another.
extension PatternSet {
    /// Parts that end at an offset of the text.
    private mutating func observe(_ found: [Int], at end: Int) {
        for part in found {
            switch parts[part] {
            case .whole: continue
            case .head(let number):
                // Its first end leaves most of the text to the others.
                if !sequences[number].hasBegun { goOn(number, past: 0, from: end) }
            case .piece(let piece): observe(piece: piece, at: end)
            }
        }
    }

    private mutating func observe(piece: Int, at end: Int) {
        let start = end - pieces[piece].length
        if !pieces[piece].isFound {
            pieces[piece].isFound = true
            touched.append(piece)
            for number in pieces[piece].first { goOn(number, past: 1, from: end) }
        }
        guard !pieces[piece].later.isEmpty else { return }
        var waiting: [Int] = []
        swap(&waiting, &pieces[piece].later)
        for number in waiting {
            if sequences[number].end <= start {
                goOn(number, past: 1, from: end)
            } else {
                pieces[piece].later.append(number)
            }
        }
        steps += waiting.count
    }

    /// The sequence has found its head, or one more piece.
    private mutating func goOn(_ number: Int, past count: Int, from end: Int) {
        steps += 1
        if !sequences[number].hasBegun { begun.append(number) }
        sequences[number].hasBegun = true
        sequences[number].found += count
        sequences[number].end = end
        guard sequences[number].found < sequences[number].pieces.count else {
            return complete.append(number)
        }
        let next = sequences[number].pieces[sequences[number].found]
        pieces[next].later.append(number)
        touched.append(next)
    }
}

extension Pattern.Token {
    /// The byte of a token that is one.
    fileprivate var literal: UInt8 { if case .byte(let byte) = self { byte } else { 0 } }
}
