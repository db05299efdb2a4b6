import Statistics

/// A first-order chain over channels: start → touches → conversion, or nothing.
struct TouchChain {
    /// The indices of the states: the start, a conversion, nothing, then the channels by number, that of no
    /// channel first.
    private static let start: Int32 = 0
    private static let conversion: Int32 = 1
    private static let nothing: Int32 = 2
    private static let firstChannel: Int32 = 3

    private var moves = PairCounts()
    private var isKnown: [Bool] = []
    /// The channels of the paths, in the order in which they came.
    private(set) var channels: [Int32] = []

    /// Adds one path of at least one touch.
    mutating func add(_ path: Span<Touches.Touch>, isConverted: Bool) {
        var last = Self.start
        for index in path.indices {
            let channel = path[index].channel
            register(channel)
            let state = Self.state(channel)
            moves.add(last, state)
            last = state
        }
        moves.add(last, isConverted ? Self.conversion : Self.nothing)
    }

    private static func state(_ channel: Int32) -> Int32 {
        channel - SegmentTable.none + firstChannel
    }

    private mutating func register(_ channel: Int32) {
        let index = Int(channel - SegmentTable.none)
        while isKnown.count <= index { isKnown.append(false) }
        guard !isKnown[index] else { return }
        isKnown[index] = true
        channels.append(channel)
    }

    /// For each of `channels`, in their order, the share of conversions that are lost where nothing
    /// comes of a path once it meets the channel; nil where nothing converts.
    ///
    /// Removing c loses the paths that ever come to c and convert, so the effect is
    /// P(come to c) · P(conversion from c) / P(conversion). With G = (I − Q)⁻¹, whose entries are the
    /// expected visits, P(come to c) = G(start, c) / G(c, c).
    /// Source: Kemeny and Snell, "Finite Markov Chains", 1960; Anderl et al., "Mapping the customer
    /// journey", 2016.
    func removalEffects(of channels: [Int32]) -> [Double]? {
        let indices = Dictionary(
            uniqueKeysWithValues: channels.enumerated().map { (Self.state($1), $0) })
        let size = channels.count
        var stays = [[Double]](
            repeating: [Double](repeating: 0, count: size), count: size)
        var starts = [Double](repeating: 0, count: size)
        var ends = [Double](repeating: 0, count: size)
        let leaving = leavingCounts()
        for move in moves.all {
            let share = Double(move.count) / Double(leaving[Int(move.from)])
            switch (indices[move.from], indices[move.to]) {
            case (nil, let to?): starts[to] = share
            case (let from?, let to?): stays[from][to] = share
            case (let from?, nil): if move.to == Self.conversion { ends[from] = share }
            case (nil, nil): break
            }
        }
        for row in 0..<size {
            for column in 0..<size {
                stays[row][column] = (row == column ? 1 : 0) - stays[row][column]
            }
        }
        guard let visits = Matrix.inverse(of: stays) else { return nil }
        let converting = visits.map { row in zip(row, ends).reduce(0) { $0 + $1.0 * $1.1 } }
        let whole = zip(starts, converting).reduce(0) { $0 + $1.0 * $1.1 }
        guard whole > 0 else { return nil }
        return (0..<size).map { index in
            let visited = starts.indices.reduce(0) { $0 + starts[$1] * visits[$1][index] }
            return visited / visits[index][index] * converting[index] / whole
        }
    }

    /// By state: how often it was left.
    private func leavingCounts() -> [Int] {
        var counts: [Int] = []
        for move in moves.all {
            while counts.count <= Int(move.from) { counts.append(0) }
            counts[Int(move.from)] += move.count
        }
        return counts
    }
}
