// The moves of the single pass: find the attempt to go on, exclude.
extension OrderedMatcher {
    func isAlive(start: Int64, last: Int64, at time: Int64) -> Bool {
        guard let window = rules.window else { return true }
        return time - (rules.windowFrom == .first ? start : last) <= window
    }

    private func isAlive(_ step: Int, at time: Int64) -> Bool {
        isAlive(start: at.start[step], last: at.last[step], at: time)
    }

    /// Whether any attempt can still go on at `time`.
    func isAnyAlive(at time: Int64) -> Bool {
        (0..<count).contains { at.isHere($0) && isAlive($0, at: time) }
    }

    /// The step whose attempt may take `step` now: the latest start, of equal ones the deepest; down
    /// to the nearest required step.
    func before(_ step: Int, at time: Int64) -> Int? {
        var found: Int?
        var source = step - 1
        while source >= 0 {
            if at.isHere(source), isAlive(source, at: time),
                gapFits(step, at.times[(source * count)..<(source + 1) * count], time),
                found.map({ age(source) > age($0) }) ?? true
            {
                found = source
            }
            if !rules.steps[source].isOptional { break }
            source -= 1
        }
        return found
    }

    private func age(_ step: Int) -> Int64 {
        rules.windowFrom == .first ? at.start[step] : at.last[step]
    }

    /// Whether the gap from the required step before, filled as `times` says, allows `step` now.
    func gapFits(_ step: Int, _ times: ArraySlice<Int64>, _ time: Int64) -> Bool {
        let rule = rules.steps[step]
        guard rule.within != nil || rule.after != nil,
            let previous = rules.required(before: step)
        else { return true }
        let last = times[times.startIndex + previous]
        guard last != Outcome.never else { return true }
        return time - last <= rule.within ?? .max && time - last >= rule.after ?? 0
    }

    mutating func exclude(_ labels: UInt64, at time: Int64) {
        for (number, exclusion) in rules.exclusions.enumerated()
        where labels & (1 << number) != 0 {
            for step in (exclusion.from..<exclusion.to).reversed() { exclude(step, at: time) }
        }
    }

    private mutating func exclude(_ step: Int, at time: Int64) {
        guard at.isHere(step), isAlive(step, at: time), !hasGoneOn(step) else { return }
        wasExcluded = true
        switch rules.effect {
        case .remove:
            at.bad |= 1 << step
            if best.depth == step + 1, isAlive(start: best.start, last: best.last, at: time) {
                best.isBad = true
            }
        case .cut: at.remove(step)
        case .reset:
            at.here = 0
            best.depth = 0
            forgetFirstRows()
        }
    }

    /// Whether an attempt at a later step continues the one at `step`.
    private func hasGoneOn(_ step: Int) -> Bool {
        for later in step + 1..<count where at.isHere(later) {
            switch rules.windowFrom {
            case .first: if at.start[later] == at.start[step] { return true }
            case .previous:
                if at.rows[later * count + step] == at.rows[step * count + step] { return true }
            }
        }
        return false
    }
}

// Rows of one instant with different labels: any order of them counts, each used once.
extension OrderedMatcher {
    mutating func settleMixed(_ instant: [LabelledRow]) {
        let old = at
        let time = instant[0].time
        let rows = enough(instant)
        for step in 0..<count where rows.contains(where: { $0.steps & (1 << step) != 0 }) {
            for source in (0..<step).reversed()
            where old.isHere(source)
                && isAlive(start: old.start[source], last: old.last[source], at: time)
            {
                goOn(old, source, to: step, rows, time)
            }
            goOn(old, nil, to: step, rows, time)
        }
    }

    /// The rows without those that no matching can need: of one kind of label as many as steps do.
    private func enough(_ instant: [LabelledRow]) -> [LabelledRow] {
        var counts: [UInt64: Int] = [:]
        return instant.filter {
            counts[$0.steps, default: 0] += 1
            return $0.steps != 0 && counts[$0.steps, default: 0] <= count
        }
    }

    /// The attempt at `source`, or a new one, takes every required step up to `step` now, if distinct
    /// rows of the instant can fill them.
    private mutating func goOn(
        _ old: Attempts, _ source: Int?, to step: Int, _ rows: [LabelledRow], _ time: Int64
    ) {
        let between = (source ?? -1) + 1..<step
        var matching = RowMatching(rows.map(\.steps))
        for needed in between where !rules.steps[needed].isOptional {
            guard matching.fill(needed) else { return }
        }
        guard matching.fill(step) else { return }
        for extra in between where rules.steps[extra].isOptional { _ = matching.fill(extra) }
        var table = Attempts(steps: count)
        if let source { table.copy(source, of: old, to: 0) } else { table.begin(at: 0, time: time) }
        for (row, filled) in matching.pairs {
            table.fill(filled, of: 0, time: time, row: rows[row].row)
        }
        for filled in Array(between) + [step] where table.times[filled] == time {
            guard gapFits(filled, table.times[0..<count], time) else { return }
        }
        guard at.isOpen(step, to: table.start[0], at: time, rules.windowFrom) else { return }
        let waiting = at
        at.copy(0, of: table, to: step)
        consider(step)
        // An excluded attempt may be the best, but does not wait.
        if table.isBad(0) {
            at = waiting
        } else if isFirst(step) {
            firstRows[step] = table.rows[step]
        }
    }
}

/// Steps given to distinct rows: a bipartite matching grown by augmenting paths.
///
/// Source: Kuhn, "The Hungarian Method for the Assignment Problem", 1955. Depth of the search is at
/// most the number of steps.
struct RowMatching {
    private let labels: [UInt64]
    private var stepOfRow: [Int?]

    init(_ labels: [UInt64]) {
        self.labels = labels
        stepOfRow = Array(repeating: nil, count: labels.count)
    }

    /// Gives `step` a row, moving others where needed; false where no row is left for it.
    mutating func fill(_ step: Int) -> Bool {
        var tried = [Bool](repeating: false, count: labels.count)
        return fill(step, &tried)
    }

    private mutating func fill(_ step: Int, _ tried: inout [Bool]) -> Bool {
        for row in labels.indices where labels[row] & (1 << step) != 0 && !tried[row] {
            tried[row] = true
            if let other = stepOfRow[row], !fill(other, &tried) { continue }
            stepOfRow[row] = step
            return true
        }
        return false
    }

    var pairs: [(row: Int, step: Int)] {
        stepOfRow.enumerated().compactMap { row, step in step.map { (row, $0) } }
    }
}
