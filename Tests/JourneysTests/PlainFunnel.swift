@testable import Journeys

/// The slow, plain model of the ordered funnel: tries every choice of distinct rows.
struct PlainFunnel {
    let rules: FunnelRules

    /// The largest k for which distinct rows e1…ek exist, e_i matches step i, their times do not
    /// fall, and all lie within the window. Optional steps may be skipped.
    func depth(_ rows: [LabelledRow]) -> Int {
        var best = 0
        for (place, row) in rows.enumerated() where row.steps & 1 != 0 {
            best = max(best, 1, goOn(rows, used: [place], last: place, step: 0, start: row.time))
        }
        return best
    }

    private func goOn(
        _ rows: [LabelledRow], used: Set<Int>, last: Int, step: Int, start: Int64
    ) -> Int {
        var best = step + 1
        var next = step + 1
        while next < rules.steps.count {
            for (place, row) in rows.enumerated()
            where row.steps & (1 << next) != 0 && !used.contains(place)
                && row.time >= rows[last].time && fits(row.time, start, rows[last].time)
            {
                best = max(
                    best,
                    goOn(
                        rows, used: used.union([place]), last: place, step: next, start: start))
            }
            guard rules.steps[next].isOptional else { break }
            next += 1
        }
        return best
    }

    private func fits(_ time: Int64, _ start: Int64, _ last: Int64) -> Bool {
        guard let window = rules.window else { return true }
        return time - (rules.windowFrom == .first ? start : last) <= window
    }
}

/// A small generator with a seed, the same on every machine.
///
/// Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014 (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
