import StageSupport
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

    /// Adds one path of at least one touch.
    mutating func add(_ path: Span<Touches.Touch>, isConverted: Bool) {
        var last = Self.start
        for index in path.indices {
            let state = Self.state(path[index].channel)
            moves.add(last, state)
            last = state
        }
        moves.add(last, isConverted ? Self.conversion : Self.nothing)
    }

    private static func state(_ channel: Int32) -> Int32 {
        channel - SegmentTable.none + firstChannel
    }

    /// The channels of the paths, and how often each was met.
    var touches: [(channel: Int32, count: Int)] {
        leavingCounts().enumerated().dropFirst(Int(Self.firstChannel)).compactMap { state, count in
            count > 0 ? (Int32(state) - Self.firstChannel + SegmentTable.none, count) : nil
        }
    }

    /// For each of `groups`, in their order, the share of conversions that are lost where nothing comes of a
    /// path once it meets one of its channels; nil where nothing converts. The channels of a group are one
    /// state; each channel is in one group.
    ///
    /// Removing c loses the paths that ever come to c and convert, so the effect is
    /// P(come to c) · P(conversion from c) / P(conversion). With G = (I − Q)⁻¹, whose entries are the
    /// expected visits, P(come to c) = G(start, c) / G(c, c).
    /// Source: Kemeny and Snell, "Finite Markov Chains", 1960; Anderl et al., "Mapping the customer
    /// journey", 2016.
    func removalEffects(of groups: [[Int32]]) -> [Double]? {
        let (stays, starts, ends) = shares(of: groups)
        guard let visits = Matrix.inverse(of: stays) else { return nil }
        let converting = visits.map { row in zip(row, ends).reduce(0) { $0 + $1.0 * $1.1 } }
        let whole = zip(starts, converting).reduce(0) { $0 + $1.0 * $1.1 }
        guard whole > 0 else { return nil }
        return groups.indices.map { index in
            let visited = starts.indices.reduce(0) { $0 + starts[$1] * visits[$1][index] }
            return visited / visits[index][index] * converting[index] / whole
        }
    }

    /// I − Q, and the shares of moves from the start to each group and from each to a conversion.
    private func shares(
        of groups: [[Int32]]
    ) -> (stays: [[Double]], starts: [Double], ends: [Double]) {
        let indices = Dictionary(
            uniqueKeysWithValues: groups.enumerated().flatMap { index, channels in
                channels.map { (Self.state($0), index) }
            })
        let size = groups.count
        // Behind the groups: the start as a row, a conversion and nothing as columns.
        var counts = [[Int]](
            repeating: [Int](repeating: 0, count: size + 2), count: size + 1)
        for move in moves.all {
            let column = indices[move.to] ?? (move.to == Self.conversion ? size : size + 1)
            counts[indices[move.from] ?? size][column] += move.count
        }
        let shares = counts.map { row in
            let sum = Double(max(row.reduce(0, +), 1))
            return row.map { Double($0) / sum }
        }
        let stays = (0..<size).map { row in
            (0..<size).map { (row == $0 ? 1 : 0) - shares[row][$0] }
        }
        return (stays, Array(shares[size][..<size]), shares[..<size].map { $0[size] })
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

// What adds up.
extension TouchChain: Mergeable {
    func write(to partial: inout PartialWriter) {
        let channels = partial.values[CustomerSessions.channelField]
        func key(_ state: Int32) -> Int32 {
            state < Self.firstChannel ? state : Self.state(channels.rank(Self.channel(state)))
        }
        moves.write("move", to: &partial) { (key($0), key($1)) }
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        let channels = partial.values[CustomerSessions.channelField]
        func own(_ key: Int32) -> Int32? {
            let rank = Int(Self.channel(key))
            guard key >= Self.start, rank < channels.count else { return nil }
            return rank < 0 ? key : Self.state(channels[rank])
        }
        try moves.merge("move", of: &partial) { from, to in
            own(from).flatMap { from in own(to).map { (from, $0) } }
        }
    }

    private static func channel(_ state: Int32) -> Int32 {
        state - firstChannel + SegmentTable.none
    }
}
