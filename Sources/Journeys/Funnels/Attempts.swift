/// The attempts of one unit that wait at each step, in flat arrays: no memory is asked for per row.
struct Attempts {
    let steps: Int
    /// Bit k: an attempt waits at step k.
    var here: UInt64 = 0
    /// Bit k: the attempt at step k met an exclusion.
    var bad: UInt64 = 0
    /// When step 1 was filled, and when the deepest step was.
    var start: [Int64]
    var last: [Int64]
    /// Entry `k * steps + j`: when, and by which row, the attempt at step k filled step j. Steps behind
    /// k are not filled.
    var times: [Int64]
    var rows: [Int]

    init(steps: Int) {
        self.steps = steps
        start = [Int64](repeating: 0, count: steps)
        last = [Int64](repeating: 0, count: steps)
        times = [Int64](repeating: Outcome.never, count: steps * steps)
        rows = [Int](repeating: -1, count: steps * steps)
    }

    func isHere(_ step: Int) -> Bool { here & (1 << step) != 0 }
    func isBad(_ step: Int) -> Bool { bad & (1 << step) != 0 }

    /// Whether an attempt that started at `start` may wait at `step` instead: the one that waits
    /// there started earlier, or with windows from the step before came there earlier.
    func isOpen(_ step: Int, to start: Int64, at time: Int64, _ from: FunnelRules.Origin) -> Bool {
        guard isHere(step) else { return true }
        return from == .first ? self.start[step] < start : last[step] != time
    }

    mutating func remove(_ step: Int) { here &= ~(1 << step) }

    /// Puts an attempt at `step` that has filled nothing yet.
    mutating func begin(at step: Int, time: Int64) {
        here |= 1 << step
        bad &= ~(1 << step)
        start[step] = time
        last[step] = time
        for index in step * steps...step * steps + step {
            times[index] = Outcome.never
            rows[index] = -1
        }
    }

    /// Copies what the attempt at `source` of `other` has filled to `step`.
    mutating func copy(_ source: Int, of other: Attempts, to step: Int) {
        here |= 1 << step
        if other.isBad(source) { bad |= 1 << step } else { bad &= ~(1 << step) }
        start[step] = other.start[source]
        last[step] = other.last[source]
        for index in 0..<steps {
            times[step * steps + index] = other.times[source * steps + index]
            rows[step * steps + index] = other.rows[source * steps + index]
        }
    }

    /// The same within this table, to a later step; it is not copied for that.
    mutating func copy(_ source: Int, to step: Int) {
        here |= 1 << step
        if isBad(source) { bad |= 1 << step } else { bad &= ~(1 << step) }
        start[step] = start[source]
        last[step] = last[source]
        for filled in 0...step {
            times[step * steps + filled] = times[source * steps + filled]
            rows[step * steps + filled] = rows[source * steps + filled]
        }
    }

    mutating func fill(_ step: Int, of attempt: Int, time: Int64, row: Int) {
        times[attempt * steps + step] = time
        rows[attempt * steps + step] = row
        last[attempt] = time
    }
}

/// The attempt that makes a unit's outcome.
struct BestAttempt {
    /// From 1; 0 for none.
    var depth = 0
    var isBad = false
    var start: Int64 = 0
    var last: Int64 = 0
    var times: [Int64]
    var rows: [Int]

    init(steps: Int) {
        times = [Int64](repeating: Outcome.never, count: steps)
        rows = [Int](repeating: -1, count: steps)
    }

    /// Whether one that comes to `step` is deeper, or as deep while this one is bad.
    func isBeaten(byStep step: Int) -> Bool { step + 1 > depth || (step + 1 == depth && isBad) }

    mutating func fill(_ step: Int, time: Int64, row: Int) {
        times[step] = time
        rows[step] = row
        last = time
    }
}
