/// The ordered funnel, best attempt: the deepest step that distinct rows in time order can reach
/// within the window.
///
/// Expects one unit's rows in time order between `start()` and `finish()`. Per step only the attempt
/// with the latest start is kept, which lives longest; memory is one attempt a step and the rows of
/// one instant. A row without a step or exclusion label need not be given.
struct OrderedMatcher {
    /// One try: the rows that filled its steps.
    struct Attempt {
        var isHere = false
        var start: Int64 = 0
        var last: Int64 = 0
        var isBad = false
        var times: [Int64?]
        var rows: [Int?]

        init(steps: Int) {
            times = Array(repeating: nil, count: steps)
            rows = Array(repeating: nil, count: steps)
        }
    }

    struct Seen {
        let steps: UInt64
        let exclusions: UInt64
        let row: Int
    }

    let rules: FunnelRules
    let count: Int
    /// The attempt that waits at each step.
    var at: [Attempt]
    var best: Attempt
    var bestDepth = 0
    var isDone = false
    private var instant: Int64 = 0
    private var pending: [Seen] = []
    private var seenFirstTime: UInt64 = 0

    init(rules: FunnelRules) {
        self.rules = rules
        count = rules.steps.count
        at = Array(repeating: Attempt(steps: count), count: count)
        best = Attempt(steps: count)
    }

    /// Forgets the unit before.
    mutating func start() {
        for step in at.indices { at[step].isHere = false }
        best.isHere = false
        bestDepth = 0
        isDone = false
        pending.removeAll(keepingCapacity: true)
        seenFirstTime = 0
    }

    /// A row of the unit: bit k of `steps` says that it matches step k, counted from 0.
    mutating func see(time: Int64, steps: UInt64, exclusions: UInt64, row: Int) {
        guard !isDone else { return }
        if !pending.isEmpty, time != instant { settle() }
        guard !isDone else { return }
        instant = time
        pending.append(Seen(steps: withoutLaterTimes(steps), exclusions: exclusions, row: row))
    }

    mutating func finish() -> FunnelResult {
        if !pending.isEmpty, !isDone { settle() }
        guard bestDepth > 0 else { return FunnelResult(times: best.times, rows: best.rows) }
        return FunnelResult(
            depth: bestDepth, times: best.times, rows: best.rows, isRemoved: best.isBad)
    }

    /// Takes away the first-time steps that an earlier row matched.
    private mutating func withoutLaterTimes(_ steps: UInt64) -> UInt64 {
        var left = steps
        for step in 0..<count where rules.steps[step].isFirstTime && steps & (1 << step) != 0 {
            if seenFirstTime & (1 << step) != 0 { left &= ~(1 << step) }
            seenFirstTime |= 1 << step
        }
        return left
    }

    private mutating func settle() {
        let first = pending[0]
        let isMixed = pending.contains {
            $0.steps != first.steps || $0.exclusions != first.exclusions
        }
        if isMixed {
            settleMixed(pending, at: instant)
        } else {
            for seen in pending { settle(seen) }
        }
        pending.removeAll(keepingCapacity: true)
        isDone = at[count - 1].isHere
    }

    /// One row: exclusions first, then labels from the last step down.
    private mutating func settle(_ seen: Seen) {
        if seen.exclusions != 0 { exclude(seen.exclusions, at: instant) }
        var left = seen.steps
        while left != 0 {
            let step = 63 - left.leadingZeroBitCount
            left &= ~(1 << step)
            if step == 0 {
                let fresh = Attempt(startingAt: instant, steps: count)
                take(step, from: fresh, rows: [(step, seen.row)], at: instant)
            } else if let source = before(step, at: instant) {
                take(step, from: at[source], rows: [(step, seen.row)], at: instant)
            }
        }
    }
}
