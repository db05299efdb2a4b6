import Glibc

/// How a model shares one conversion out to its touches.
///
/// Each share is a number of parts of `Credit.one`. What rounding leaves over goes to the last touch,
/// so that they always add up.
struct TouchWeights {
    private static let one = Credit.one

    /// Of each touch of the path of the last call of `set`.
    private(set) var parts: [Int64] = []
    /// In microseconds.
    private let halfLife: Int64
    /// The number of the channel of that name.
    private let direct: Int32
    /// By channel, one on, the first is that of no channel: the last path that has it, counted from 1.
    private var paths: [Int] = []
    private var pathCount = 0

    init(halfLife: Int64, direct: Int32) {
        self.halfLife = halfLife
        self.direct = direct
    }

    /// Shares a conversion out; `markov` is no sharing of single conversions and counts as `linear`.
    mutating func set(_ model: Attribution.Model, _ path: Span<Touches.Touch>) {
        let count = path.count
        parts.removeAll(keepingCapacity: true)
        parts.append(contentsOf: repeatElement(0, count: count))
        switch model {
        case .first: parts[0] = Self.one
        case .last: break
        case .lastNonDirect: setLastNonDirect(path)
        case .linear, .markov: fill(0..<count, with: Self.one / Int64(count))
        case .positionBased: setPositions(count)
        case .timeDecay: setDecay(path)
        case .shapley: setDistinct(path)
        }
        parts[count - 1] += Self.one - parts.reduce(0, +)
    }

    private mutating func fill(_ indices: Range<Int>, with share: Int64) {
        for index in indices { parts[index] = share }
    }

    /// Where all touches are direct, the last has it.
    private mutating func setLastNonDirect(_ path: Span<Touches.Touch>) {
        for index in path.indices.reversed() where path[index].channel != direct {
            parts[index] = Self.one
            return
        }
    }

    private mutating func setPositions(_ count: Int) {
        if count <= 2 { return fill(0..<count, with: Self.one / Int64(count)) }
        fill(1..<count - 1, with: Self.one / 5 / Int64(count - 2))
        parts[0] = Self.one / 5 * 2
    }

    /// Weights of 2^(−age / half-life), taken from the youngest touch, so that none is too small for a
    /// number.
    private mutating func setDecay(_ path: Span<Touches.Touch>) {
        var youngest = Int64.max
        for index in path.indices { youngest = min(youngest, path[index].age) }
        func weight(_ touch: Touches.Touch) -> Double {
            exp2(-Double(touch.age - youngest) / Double(halfLife))
        }
        var sum = 0.0
        for index in path.indices { sum += weight(path[index]) }
        for index in path.indices.dropLast() {
            parts[index] = Int64(weight(path[index]) / sum * Double(Self.one))
        }
    }

    /// Each distinct channel gets the same; here at its last touch.
    ///
    /// Conversions of paths within a set of channels are a sum of unanimity games, whose Shapley value
    /// this is.
    private mutating func setDistinct(_ path: Span<Touches.Touch>) {
        pathCount += 1
        var distinct = 0
        for index in path.indices.reversed() {
            let channel = Int(path[index].channel - SegmentTable.none)
            while paths.count <= channel { paths.append(0) }
            guard paths[channel] != pathCount else { continue }
            paths[channel] = pathCount
            distinct += 1
            parts[index] = 1
        }
        let share = Self.one / Int64(distinct)
        for index in path.indices where parts[index] != 0 { parts[index] = share }
    }
}
