import Glibc

/// Numbers along a line of a drawing.
struct Axis {
    let domain: Extent
    /// Where the ends of the domain are drawn.
    let range: Extent
    let isLog: Bool

    /// Holds all of `values`, and more so that its ends are round; on a log axis numbers from 0 down
    /// have no position.
    init(holding values: [Double], range: Extent, isLog: Bool = false) {
        self.range = range
        self.isLog = isLog
        let usable = values.filter { $0.isFinite && (!isLog || $0 > 0) }
        let low = usable.min() ?? (isLog ? 1 : 0)
        let high = usable.max() ?? 1
        domain = isLog ? Self.logDomain(low, high) : Self.linearDomain(low, high)
    }

    init(domain: Extent, range: Extent, isLog: Bool = false) {
        self.domain = domain
        self.range = range
        self.isLog = isLog
    }

    private static func linearDomain(_ low: Double, _ high: Double) -> Extent {
        let step = roundStep(max(high - low, high.magnitude * 1e-6, 1e-9) / 5)
        return Extent(
            low: (low / step).rounded(.down) * step,
            high: max((high / step).rounded(.up), (low / step).rounded(.down) + 1) * step)
    }

    private static func logDomain(_ low: Double, _ high: Double) -> Extent {
        Extent(low: low / 1.15, high: max(high * 1.15, low * 2))
    }

    /// 1, 2 or 5 times a power of ten, not below `size`.
    static func roundStep(_ size: Double) -> Double {
        let power = pow(10, (log10(size) - 1e-9).rounded(.down))
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= size * (1 - 1e-9) } ?? power * 10
    }

    /// Where `value` is drawn; beyond the range where it is beyond the domain.
    func position(_ value: Double) -> Double {
        let share =
            isLog
            ? log(value / domain.low) / log(domain.high / domain.low)
            : (value - domain.low) / domain.length
        return range.low + share * range.length
    }

    func holds(_ value: Double) -> Bool {
        value >= domain.low - domain.length * 1e-9 && value <= domain.high + domain.length * 1e-9
    }

    /// How far apart these are.
    func tickStep(_ count: Int = 5) -> Double { Self.roundStep(domain.length / Double(count)) }

    /// Round numbers of a linear axis, at most `count` + 2.
    func ticks(_ count: Int = 5) -> [Double] {
        let step = tickStep(count)
        let first = (domain.low / step - 1e-9).rounded(.up)
        let last = (domain.high / step + 1e-9).rounded(.down)
        guard last >= first else { return [] }
        return (0...Int(last - first)).map { (first + Double($0)) * step }
    }

    /// Those of `candidates` that the axis holds, each at least `gap` from the one before.
    func ticks(among candidates: [Double], gap: Double) -> [Double] {
        var kept: [Double] = []
        for candidate in candidates where holds(candidate) {
            if let last = kept.last, position(candidate) - position(last) < gap { continue }
            kept.append(candidate)
        }
        return kept
    }

    /// Lengths of time that people count in, in seconds.
    static let durations: [Double] = [
        0.001, 0.01, 0.1, 1, 10, 60, 600, 3600, 6 * 3600, 86400, 5 * 86400, 30 * 86400,
        180 * 86400, 365 * 86400,
    ]

    /// Odds ratios to both sides of 1.
    static let ratios: [Double] = [0.01, 0.03, 0.1, 0.25, 0.5, 1, 2, 4, 10, 30, 100]
}
