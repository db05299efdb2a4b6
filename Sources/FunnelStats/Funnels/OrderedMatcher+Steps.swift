// The moves of FUNNELS' single pass: find the attempt to go on, let it take a step, exclude.
extension OrderedMatcher {
    func isAlive(_ attempt: Attempt, at time: Int64) -> Bool {
        guard let window = rules.window else { return true }
        return time - (rules.windowFrom == .first ? attempt.start : attempt.last) <= window
    }

    /// The step whose attempt may take `step` now: the latest start, of equal ones the deepest.
    func before(_ step: Int, at time: Int64) -> Int? {
        var found: Int?
        var source = step - 1
        while source >= 0 {
            let attempt = at[source]
            if attempt.isHere, isAlive(attempt, at: time), gapFits(step, attempt, time),
                found.map({ age(attempt) > age(at[$0]) }) ?? true
            {
                found = source
            }
            if !rules.steps[source].isOptional { break }
            source -= 1
        }
        return found
    }

    private func age(_ attempt: Attempt) -> Int64 {
        rules.windowFrom == .first ? attempt.start : attempt.last
    }

    /// Whether the gap from the required step before allows `step` at `time`.
    private func gapFits(_ step: Int, _ attempt: Attempt, _ time: Int64) -> Bool {
        let rule = rules.steps[step]
        guard rule.within != nil || rule.after != nil else { return true }
        var previous = step - 1
        while previous > 0, rules.steps[previous].isOptional { previous -= 1 }
        guard previous >= 0, let last = attempt.times[previous] else { return true }
        let gap = time - last
        return gap <= rule.within ?? .max && gap >= rule.after ?? 0
    }

    /// The attempt goes on to `step` with `rows`, unless a later start waits there already.
    mutating func take(
        _ step: Int, from source: Attempt, rows: [(step: Int, row: Int)], at time: Int64
    ) {
        if at[step].isHere {
            switch rules.windowFrom {
            case .first: if at[step].start >= source.start { return }
            case .previous: if at[step].last == time { return }
            }
        }
        var attempt = source
        attempt.last = time
        for (filled, row) in rows {
            attempt.times[filled] = time
            attempt.rows[filled] = row
        }
        if !source.isBad { at[step] = attempt }
        if bestDepth == 0 || step + 1 > bestDepth || (step + 1 == bestDepth && best.isBad) {
            best = attempt
            bestDepth = step + 1
        }
    }

    mutating func exclude(_ labels: UInt64, at time: Int64) {
        for (number, exclusion) in rules.exclusions.enumerated()
        where labels & (1 << number) != 0 {
            for step in (exclusion.from..<exclusion.to).reversed() { exclude(step, at: time) }
        }
    }

    private mutating func exclude(_ step: Int, at time: Int64) {
        guard at[step].isHere, isAlive(at[step], at: time), !hasGoneOn(step) else { return }
        switch rules.effect {
        case .remove:
            at[step].isBad = true
            if bestDepth == step + 1, isAlive(best, at: time) { best.isBad = true }
        case .cut: at[step].isHere = false
        case .reset:
            for step in at.indices { at[step].isHere = false }
            bestDepth = 0
        }
    }

    private func hasGoneOn(_ step: Int) -> Bool {
        at[(step + 1)...].contains {
            $0.isHere
                && (rules.windowFrom == .first
                    ? $0.start == at[step].start : $0.rows[step] == at[step].rows[step])
        }
    }
}

// Rows of one instant with different labels: any order of them counts, each used once.
extension OrderedMatcher {
    mutating func settleMixed(_ seen: [Seen], at time: Int64) {
        let old = at
        for step in 0..<count where seen.contains(where: { $0.steps & (1 << step) != 0 }) {
            for source in (0..<step).reversed()
            where old[source].isHere && isAlive(old[source], at: time) {
                goOn(old[source], past: source, to: step, seen, time)
            }
            goOn(Attempt(startingAt: time, steps: count), past: -1, to: step, seen, time)
        }
    }

    private mutating func goOn(
        _ source: Attempt, past: Int, to step: Int, _ seen: [Seen], _ time: Int64
    ) {
        let between = (past + 1..<step)
        let required = between.filter { !rules.steps[$0].isOptional } + [step]
        var matching = InstantMatching(seen.map(\.steps))
        for needed in required where !matching.fill(needed) { return }
        for extra in between where rules.steps[extra].isOptional { _ = matching.fill(extra) }
        var attempt = source
        for filled in required {
            guard gapFits(filled, attempt, time) else { return }
            attempt.times[filled] = time
        }
        take(step, from: source, rows: matching.pairs.map { ($0.step, seen[$0.row].row) }, at: time)
    }
}

extension OrderedMatcher.Attempt {
    init(startingAt time: Int64, steps: Int) {
        self.init(steps: steps)
        isHere = true
        start = time
        last = time
    }
}

/// Steps given to distinct rows of one instant: a bipartite matching grown by augmenting paths.
struct InstantMatching {
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

    var pairs: [(step: Int, row: Int)] {
        stepOfRow.enumerated().compactMap { row, step in step.map { ($0, row) } }
    }
}
