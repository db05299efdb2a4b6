import BasicContainers

/// For each pair of consecutive required steps of one funnel: who met a signal on the way, at which row
/// after the first and in which attempt, and who went on.
///
/// Row t of a unit is the t-th after the one at which its depth first reached the pair's first step,
/// attempt t the t-th of these rows that an error may answer. Only a unit's first firing counts. Memory:
/// counts by pair, signal and stratum, whatever the number of units.
struct Landmark {
    /// The units of a pair that met one signal.
    struct Exposure {
        var byRows = Exposures()
        var byAttempts = Exposures()
        /// Those who met it at the row behind a row of the pair's first step, in the same session.
        var following = 0
    }

    /// Steps count from 0; both are required, and none between.
    struct Pair {
        let from: Int
        let to: Int
        /// All units that reached `from`, by how many rows they have.
        var byRows = Strata()
        /// By how many rows of `from`.
        var byAttempts = Strata()
        /// By set of attempts that `answers` names: units by how many of them they have, if any.
        var byDeclared: [Strata] = []
        /// By signal number.
        var exposures: [Exposure] = []

        fileprivate mutating func addDeclared(_ set: Int, _ count: Int, isDropped: Bool) {
            while byDeclared.count <= set { byDeclared.append(Strata()) }
            byDeclared[set].add(count, isDropped: isDropped)
        }
    }

    /// A unit's first firing of a signal whose clock may be that of attempts.
    private struct FirstFiring: BitwiseCopyable {
        let signal: Int
        /// The row's number in the customer, and counted from the first follow-up row.
        let row: Int
        let number: Int
    }

    var pairs: [Pair]
    private let index: Int
    private let scope: Firing.Scope
    private let window: Int64?
    private let supportWithin: Int64
    let kinds: SignalKinds
    /// By signal number: the last unit of a pair that met it.
    private var lastUnits: [Int] = []
    private var unitCount = 0
    /// How many firings and attempts were looked at.
    private(set) var lookups = 0
    /// Of the unit at hand.
    private var firsts: [FirstFiring] = []
    private var attempts: [Int] = []

    /// Nil for a funnel without an order, or an open one. `index` is the funnel's in the journey.
    init?(_ funnel: Funnel, index: Int, _ rules: FrictionRules, _ kinds: SignalKinds) {
        guard funnel.rules.order != .unordered, funnel.rules.entry != .any else { return nil }
        pairs = funnel.pairs.map { Pair(from: $0.from, to: $0.to) }
        self.index = index
        scope = Firing.Scope(funnel.unit)
        window = funnel.rules.window
        supportWithin = rules.supportWithin
        self.kinds = kinds
    }

    /// Adds a unit that the funnel counts; its rows as numbers of its customer's. `rows` are those that match
    /// steps, the outcome's from index `first` on. With entry `every` the rows from row `end` on belong to the
    /// next attempt.
    mutating func observe(
        _ outcome: Outcome, _ rows: [LabelledRow], from first: Int, _ unit: CustomerRows.Unit,
        end: Int?, _ customer: borrowing CustomerRows, _ firings: Firings
    ) {
        var at = first
        for pair in pairs.indices where outcome.depth > pairs[pair].from {
            let from = outcome.firstRows[pairs[pair].from]
            let isDropped = outcome.depth <= pairs[pair].to
            let to = isDropped ? end : outcome.firstRows[pairs[pair].to]
            let course = FollowUp(unit, from: from, to: to, window: window, customer)
            pairs[pair].byRows.add(course.count + 1, isDropped: isDropped)
            unitCount += 1
            if !firsts.isEmpty { firsts.removeAll(keepingCapacity: true) }
            if let last = firings.shared.last, Int(last.row) >= from {
                expose(pair, firings.shared, from: from, course, isDropped, customer)
            }
            if let last = firings.ofFunnel[index].last, Int(last.row) >= from {
                expose(pair, firings.ofFunnel[index], from: from, course, isDropped, customer)
            }
            // Rows of one instant may be filled in another order than they stand in.
            while at > first, rows[at - 1].row >= from { at -= 1 }
            while at < rows.count, rows[at].row < from { at += 1 }
            let (last, step) = (course.last(customer), UInt64(1) << UInt64(pairs[pair].from))
            var (count, behind) = (0, at)
            while behind < rows.count, rows[behind].row <= last {
                if rows[behind].steps & step != 0 { count += 1 }
                behind += 1
            }
            lookups += behind - at
            pairs[pair].byAttempts.add(count, isDropped: isDropped)
            guard !firsts.isEmpty || !firings.attemptSets.isEmpty else { continue }
            placeUndeclared(pair, rows[at..<behind], step, course, isDropped, customer)
            countDeclared(pair, firings, from: from, course, isDropped, customer)
        }
    }
}

// By rows.
extension Landmark {
    /// Counts the first firing of each signal within the rows of `course`.
    private mutating func expose(
        _ pair: Int, _ firings: [Firing], from: Int, _ course: FollowUp, _ isDropped: Bool,
        _ customer: borrowing CustomerRows
    ) {
        var at = firings.partitioningIndex { Int($0.row) >= from }
        while at < firings.count, let next = course.next(from: Int(firings[at].row), customer) {
            lookups += 1
            let firing = firings[at]
            guard next.row == Int(firing.row) else {
                // Rows of other units lie between: theirs are not looked at one by one.
                at = firings[at...].partitioningIndex { Int($0.row) >= next.row }
                continue
            }
            at += 1
            guard firing.scope.contains(scope), isNear(firing, from: from, customer) else {
                continue
            }
            let signal = Int(firing.signal)
            while lastUnits.count <= signal { lastUnits.append(0) }
            guard lastUnits[signal] != unitCount else { continue }
            lastUnits[signal] = unitCount
            while pairs[pair].exposures.count <= signal { pairs[pair].exposures.append(Exposure()) }
            pairs[pair].exposures[signal].byRows.add(
                stratum: next.number, before: 0, length: course.count + 1, isDropped: isDropped)
            guard kinds[signal] != .incident else { continue }
            firsts.append(FirstFiring(signal: signal, row: next.row, number: next.number))
        }
    }

    /// A support contact counts for a while only.
    private func isNear(
        _ firing: Firing, from: Int, _ customer: borrowing CustomerRows
    ) -> Bool {
        firing.signal != Signal.supportContact.rawValue
            || customer.rows[Int(firing.row)].time - customer.rows[from].time
                <= supportWithin
    }
}

// By attempts.
extension Landmark {
    /// Counts in which of `rows`, those of the pair's first step, each error was met of which nothing is said.
    private mutating func placeUndeclared(
        _ pair: Int, _ rows: ArraySlice<LabelledRow>, _ step: UInt64, _ course: FollowUp,
        _ isDropped: Bool, _ customer: borrowing CustomerRows
    ) {
        guard firsts.contains(where: { kinds[$0.signal] == .undeclared }) else { return }
        attempts = rows.filter { $0.steps & step != 0 }.map(\.row)
        for firing in firsts where kinds[firing.signal] == .undeclared {
            if follows(firing, course, customer) {
                pairs[pair].exposures[firing.signal].following += 1
            }
            place(firing, pair, isDropped, customer)
        }
    }

    /// Counts the attempts that `answers` names, and in which of them each error was met that answers them.
    private mutating func countDeclared(
        _ pair: Int, _ firings: Firings, from: Int, _ course: FollowUp, _ isDropped: Bool,
        _ customer: borrowing CustomerRows
    ) {
        for set in firings.attemptSets {
            findAttempts(firings.attempts[set], from: from, course, customer)
            guard !attempts.isEmpty else { continue }
            pairs[pair].addDeclared(set, attempts.count, isDropped: isDropped)
            for firing in firsts where kinds[firing.signal] == .answer(attempts: set) {
                place(firing, pair, isDropped, customer)
            }
        }
    }

    /// Lists which of the customer's `rows`, rising, are follow-up rows.
    private mutating func findAttempts(
        _ rows: [Int32], from: Int, _ course: FollowUp, _ customer: borrowing CustomerRows
    ) {
        if !attempts.isEmpty { attempts.removeAll(keepingCapacity: true) }
        guard let last = rows.last, Int(last) >= from else { return }
        var at = rows.partitioningIndex { Int($0) >= from }
        while at < rows.count, let next = course.next(from: Int(rows[at]), customer) {
            lookups += 1
            if next.row == Int(rows[at]) {
                attempts.append(next.row)
                at += 1
            } else {
                at = rows[at...].partitioningIndex { Int($0) >= next.row }
            }
        }
    }

    /// Whether the row before a firing is an attempt of the same session.
    private func follows(
        _ firing: FirstFiring, _ course: FollowUp, _ customer: borrowing CustomerRows
    ) -> Bool {
        let before = attempts.partitioningIndex { $0 >= firing.row } - 1
        return before >= 0
            && course.next(from: attempts[before], customer)?.number == firing.number - 1
            && customer.rows[attempts[before]].session == customer.rows[firing.row].session
    }

    /// Counts a firing with the last attempt of its session up to its row.
    private mutating func place(
        _ firing: FirstFiring, _ pair: Int, _ isDropped: Bool, _ customer: borrowing CustomerRows
    ) {
        let session = customer.rows[firing.row].session
        let begin = customer.firstRow(ofSession: Int(session))
        let before = attempts.partitioningIndex { $0 > firing.row }
        var last = before - 1
        while last >= 0, customer.rows[attempts[last]].session != session {
            last = attempts[last] < begin ? -1 : last - 1
        }
        pairs[pair].exposures[firing.signal].byAttempts.add(
            stratum: last >= 0 ? last : nil, before: before, length: attempts.count,
            isDropped: isDropped)
    }
}

// The sums of a pair.
extension Landmark.Pair {
    var eligible: Int { byRows.allDropped + byRows.allWentOn }
    var dropped: Int { byRows.allDropped }

    /// The numbers of the signals that units met, rising.
    var signals: [Int] { exposures.indices.filter { exposures[$0].byRows.lengths.count > 0 } }

    /// The units by how many attempts of a kind of signal they have.
    func attempts(for kind: SignalKind) -> Strata {
        guard case .answer(let set) = kind else { return byAttempts }
        return set < byDeclared.count ? byDeclared[set] : Strata()
    }
}
