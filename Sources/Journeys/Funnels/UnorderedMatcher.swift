/// The funnel of any order: how many distinct steps distinct rows fill within one window.
///
/// Expects one unit's rows in time order. A window slides over the step rows; its score is the size of
/// a maximum matching of rows and steps, and the best score over time is the depth. Memory: the step
/// rows of one window.
struct UnorderedMatcher {
    let rules: FunnelRules
    private let count: Int
    /// What became of the rows of the last call; step k stands for "k distinct steps".
    private(set) var outcome: Outcome
    /// The deepest set that met an exclusion.
    private var excludedDepth = 0
    /// The rows of the window, from `first` on.
    private var window: [LabelledRow] = []
    private var first = 0
    private var kinds: RowKinds
    /// How many rows of windows were looked at to record or score them.
    private(set) var rowsMatched = 0

    init(rules: FunnelRules) {
        self.rules = rules
        count = rules.steps.count
        outcome = Outcome(steps: count)
        kinds = RowKinds(steps: count)
    }

    /// Finds the outcome of one unit whose set begins within `starts`.
    mutating func match(_ rows: ArraySlice<LabelledRow>, starts: Range<Int64>) {
        begin()
        for row in rows where row.time >= starts.lowerBound {
            guard row.steps != 0 else {
                if row.exclusions != 0 { exclude(at: row.time) }
                continue
            }
            slide(to: row.time)
            if first == window.count, row.time >= starts.upperBound { break }
            if first < window.count, window[first].time >= starts.upperBound { break }
            append(row)
            if isComplete() { break }
        }
        if first < window.count, window[first].time < starts.upperBound { record() }
        conclude()
    }

    /// Finds the outcome of one set, which begins at the first of `rows` and ends when it is complete,
    /// excluded or run out.
    ///
    /// Returns how many rows it took.
    mutating func attempt(_ rows: ArraySlice<LabelledRow>) -> Int {
        begin()
        var next = rows.startIndex
        while next < rows.endIndex {
            let row = rows[next]
            guard first == window.count || isInWindow(row.time) else { break }
            next += 1
            guard row.steps != 0 else {
                guard row.exclusions != 0 else { continue }
                exclude(at: row.time)
                break
            }
            append(row)
            if isComplete() { break }
        }
        record()
        conclude()
        return next - rows.startIndex
    }

    private mutating func begin() {
        clear()
        outcome = Outcome(steps: count)
        excludedDepth = 0
    }

    private mutating func clear() {
        window.removeAll(keepingCapacity: true)
        first = 0
        kinds.removeAll()
    }

    private mutating func append(_ row: LabelledRow) {
        window.append(row)
        kinds.add(row.steps)
    }

    private mutating func conclude() {
        guard excludedDepth > outcome.depth else { return }
        outcome.depth = excludedDepth
        outcome.isRemoved = true
    }

    private func isInWindow(_ time: Int64) -> Bool {
        guard let length = rules.window else { return true }
        let since =
            rules.windowFrom == .first ? window[first].time : window[window.count - 1].time
        return time - since <= length
    }

    /// Lets the rows go that are too old at `time`; what they were part of is recorded before.
    private mutating func slide(to time: Int64) {
        while first < window.count, !isInWindow(time) {
            record()
            if rules.windowFrom == .previous {
                clear()
            } else {
                kinds.remove(window[first].steps)
                first += 1
            }
        }
        if first > 1024, first * 2 > window.count {
            window.removeSubrange(0..<first)
            first = 0
        }
    }

    private mutating func exclude(at time: Int64) {
        guard first < window.count else { return }
        slide(to: time)
        switch rules.effect {
        case .reset: break
        case .cut: record()
        case .remove: excludedDepth = max(excludedDepth, kinds.score())
        }
        clear()
    }

    /// Records the set where all steps are filled by distinct rows.
    private mutating func isComplete() -> Bool {
        guard window.count - first >= count, kinds.score() == count else { return false }
        record()
        return true
    }

    /// Makes the set the outcome where it scores more than the one before, which happens at most once a
    /// step.
    private mutating func record() {
        guard first < window.count, kinds.score() > outcome.depth else { return }
        var filled = StepMatching(steps: count)
        outcome = Outcome(steps: count)
        for row in window[first...] where filled.fill(row.steps) {
            outcome.times[outcome.depth] = row.time
            outcome.rows[outcome.depth] = row.row
            outcome.depth += 1
        }
        rowsMatched += window.count - first
    }
}

/// The rows of a window by the steps that they match, and how many steps distinct ones of them fill.
///
/// There are no more kinds than the journey has combinations of steps, however many rows there are; so a
/// window is not walked for each row that comes or goes. More rows of one kind than steps change nothing.
struct RowKinds {
    private let steps: Int
    private var masks: [UInt64] = []
    private var counts: [Int] = []
    /// Nil where it has to be found anew.
    private var known: Int? = 0

    init(steps: Int) { self.steps = steps }

    mutating func removeAll() {
        masks.removeAll(keepingCapacity: true)
        counts.removeAll(keepingCapacity: true)
        known = 0
    }

    mutating func add(_ mask: UInt64) {
        guard let kind = masks.firstIndex(of: mask) else {
            masks.append(mask)
            counts.append(1)
            known = nil
            return
        }
        counts[kind] += 1
        if counts[kind] <= steps { known = nil }
    }

    mutating func remove(_ mask: UInt64) {
        guard let kind = masks.firstIndex(of: mask) else { return }
        counts[kind] -= 1
        if counts[kind] < steps { known = nil }
    }

    /// The size of a maximum matching of rows and steps.
    mutating func score() -> Int {
        if let known { return known }
        var filled = StepMatching(steps: steps)
        var score = 0
        for (mask, count) in zip(masks, counts) {
            var left = min(count, steps)
            while left > 0, filled.fill(mask) {
                score += 1
                left -= 1
            }
        }
        known = score
        return score
    }
}

/// A maximum matching of steps and rows that grows row by row.
///
/// Source: Kuhn, "The Hungarian Method for the Assignment Problem", 1955. A kind of row that once found
/// no step never finds one later, so rows of that kind cost nothing more.
struct StepMatching {
    /// The labels of the row that fills each step; 0 for none.
    private var labels: [UInt64]
    private var hopeless: [UInt64] = []

    init(steps: Int) { labels = [UInt64](repeating: 0, count: steps) }

    /// Gives a row with these labels a step, moving others where needed; false where none is left.
    mutating func fill(_ row: UInt64) -> Bool {
        guard !hopeless.contains(row) else { return false }
        var tried: UInt64 = 0
        if assign(row, &tried) { return true }
        hopeless.append(row)
        return false
    }

    private mutating func assign(_ row: UInt64, _ tried: inout UInt64) -> Bool {
        var left = row
        while left != 0 {
            let step = left.trailingZeroBitCount
            left &= left - 1
            guard tried & (1 << step) == 0 else { continue }
            tried |= 1 << step
            if labels[step] == 0 || assign(labels[step], &tried) {
                labels[step] = row
                return true
            }
        }
        return false
    }
}
