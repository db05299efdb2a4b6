/// The ordered and the strict funnel: the deepest step that distinct rows in time order can reach
/// within the window.
///
/// Expects one unit's rows in time order. Per step only the attempt with the latest start is kept,
/// which lives longest (with `windowFrom` previous: the latest arrival), so one pass is exact. Memory:
/// one attempt a step, and the rows of one instant.
struct OrderedMatcher {
    let rules: FunnelRules
    let count: Int
    /// What became of the rows of the last call.
    private(set) var outcome: Outcome
    var at: Attempts
    var best: BestAttempt
    /// The row at which a clean attempt first came to each step; -1 for none.
    var firstRows: [Int]
    /// An exclusion had its effect.
    var wasExcluded = false
    /// When attempts may begin, and by which row alone.
    private var starts = Int64.min..<Int64.max
    private var onlyStart: Int?
    /// The steps that may follow step 1 directly.
    private let onward: UInt64

    init(rules: FunnelRules) {
        self.rules = rules
        count = rules.steps.count
        outcome = Outcome(steps: count)
        at = Attempts(steps: count)
        best = BestAttempt(steps: count)
        firstRows = [Int](repeating: -1, count: count)
        onward = rules.steps.indices.dropFirst().reduce(0) {
            rules.required(before: $1) == 0 ? $0 | 1 << $1 : $0
        }
    }

    /// Finds the outcome of one unit whose attempts begin within `starts`. For a strict funnel `rows`
    /// holds all rows of the unit, else those with a step or exclusion label suffice.
    mutating func match(_ rows: ArraySlice<LabelledRow>, starts: Range<Int64>) {
        begin()
        if rules.order == .ordered, endsAtOnce(rows) { return conclude(atFirstOf: rows, starts) }
        self.starts = starts
        var next = rows.startIndex
        while next < rows.endIndex, !at.isHere(count - 1) {
            // Behind the last start only attempts under way go on.
            let time = rows[next].time
            if time >= starts.upperBound, !isAnyAlive(at: time) { break }
            next = settleInstant(rows, from: next)
        }
        conclude()
    }

    /// Finds the outcome of the one attempt that begins at the first of `rows`.
    ///
    /// Returns how many rows it took: it ends when it is complete, excluded or broken, or when its
    /// window has run out.
    mutating func attempt(_ rows: ArraySlice<LabelledRow>) -> Int {
        begin()
        onlyStart = rows.startIndex
        var next = rows.startIndex
        repeat {
            next = settleInstant(rows, from: next)
        } while next < rows.endIndex && !at.isHere(count - 1) && !wasExcluded
            && isAnyAlive(at: rows[next].time)
        conclude()
        return next - rows.startIndex
    }

    private mutating func begin() {
        at.here = 0
        at.bad = 0
        best.depth = 0
        forgetFirstRows()
        wasExcluded = false
        starts = Int64.min..<Int64.max
        onlyStart = nil
    }

    /// Settles the rows of one instant, or of those up to completion; returns where the next begin.
    private mutating func settleInstant(_ rows: ArraySlice<LabelledRow>, from first: Int) -> Int {
        var end = first + 1
        var isMixed = false
        while end < rows.endIndex, rows[end].time == rows[first].time {
            isMixed =
                isMixed || rows[end].steps != rows[first].steps
                || rows[end].exclusions != rows[first].exclusions
            end += 1
        }
        if isMixed {
            settleMixed(rows[first..<end].indices.map { admitted(rows[$0], at: $0) })
            return end
        }
        for index in first..<end {
            settle(admitted(rows[index], at: index))
            if at.isHere(count - 1) { return index + 1 }
        }
        return end
    }

    /// The row without its label of step 1 where it may not begin an attempt.
    private func admitted(_ row: LabelledRow, at index: Int) -> LabelledRow {
        guard row.steps & 1 != 0, !starts.contains(row.time) || onlyStart ?? index != index else {
            return row
        }
        var row = row
        row.steps &= ~1
        return row
    }

    /// Whether no row can take a step after the first: most units of most funnels.
    private func endsAtOnce(_ rows: ArraySlice<LabelledRow>) -> Bool {
        rows.allSatisfy { $0.steps & onward == 0 && $0.exclusions == 0 }
    }

    private mutating func conclude(
        atFirstOf rows: ArraySlice<LabelledRow>, _ starts: Range<Int64>
    ) {
        if let row = rows.first(where: { $0.steps & 1 != 0 && starts.contains($0.time) }) {
            best.depth = 1
            best.isBad = false
            for step in 1..<count { best.times[step] = Outcome.never; best.rows[step] = -1 }
            best.fill(0, time: row.time, row: row.row)
            firstRows[0] = row.row
        }
        conclude()
    }

    private mutating func conclude() {
        outcome.depth = best.depth
        outcome.isRemoved = best.depth > 0 && best.isBad
        for step in 0..<count {
            outcome.times[step] = best.depth > 0 ? best.times[step] : Outcome.never
            outcome.rows[step] = best.depth > 0 ? best.rows[step] : -1
            outcome.firstRows[step] = firstRows[step]
        }
    }

    func isFirst(_ step: Int) -> Bool { firstRows[step] < 0 }

    mutating func forgetFirstRows() {
        for step in firstRows.indices { firstRows[step] = -1 }
    }

    /// One row: exclusions first, then labels from the last step down.
    private mutating func settle(_ row: LabelledRow) {
        if row.exclusions != 0 { exclude(row.exclusions, at: row.time) }
        var left = row.steps
        while left != 0 {
            let step = 63 - left.leadingZeroBitCount
            left &= ~(1 << step)
            if step == 0 {
                enter(row)
            } else if let source = before(step, at: row.time) {
                advance(to: step, from: source, row)
            }
        }
        if rules.order == .strict { at.here &= row.steps }
    }

    /// A new attempt waits at step 1; older ones that have gone on stay.
    private mutating func enter(_ row: LabelledRow) {
        guard at.isOpen(0, to: row.time, at: row.time, rules.windowFrom) else { return }
        at.begin(at: 0, time: row.time)
        at.fill(0, of: 0, time: row.time, row: row.row)
        if isFirst(0) { firstRows[0] = row.row }
        consider(0)
    }

    private mutating func advance(to step: Int, from source: Int, _ row: LabelledRow) {
        guard at.isOpen(step, to: at.start[source], at: row.time, rules.windowFrom) else { return }
        // An excluded attempt takes one more step and no further.
        guard at.isBad(source) else {
            at.copy(source, to: step)
            at.fill(step, of: step, time: row.time, row: row.row)
            if isFirst(step) { firstRows[step] = row.row }
            consider(step)
            return
        }
        guard best.isBeaten(byStep: step) else { return }
        keep(source, depth: step + 1)
        best.fill(step, time: row.time, row: row.row)
    }

    /// The attempt that just came to `step` is the best where it is deeper, or as deep and clean
    /// while the best is not.
    mutating func consider(_ step: Int) {
        if best.isBeaten(byStep: step) { keep(step, depth: step + 1) }
    }

    /// Makes the attempt at `step` the best.
    private mutating func keep(_ step: Int, depth: Int) {
        best.depth = depth
        best.isBad = at.isBad(step)
        best.start = at.start[step]
        best.last = at.last[step]
        for index in 0..<count {
            best.times[index] = at.times[step * count + index]
            best.rows[index] = at.rows[step * count + index]
        }
    }
}
