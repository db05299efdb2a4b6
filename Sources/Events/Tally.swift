import Rows

/// What is counted beside the ledger: remarks, and the rules that took lines away.
package struct Tally: Sendable {
    private var notes = [Int](repeating: 0, count: 32)
    /// Lines earlier than the line before them in their input.
    package var outOfOrder = 0
    private(set) var bots: [BotFilter.Evidence: Int] = [:]
    private(set) var filtered: [LineClass.Reason: Int] = [:]

    package init() {}

    mutating func count(_ set: EventNotes) {
        var left = set.rawValue
        while left != 0 {
            notes[left.trailingZeroBitCount] += 1
            left &= left - 1
        }
    }

    mutating func count(_ evidence: BotFilter.Evidence, _ times: Int = 1) {
        bots[evidence, default: 0] += times
    }

    mutating func count(_ reason: LineClass.Reason) { filtered[reason, default: 0] += 1 }

    package mutating func add(_ other: Tally) {
        for index in notes.indices { notes[index] += other.notes[index] }
        outOfOrder += other.outOfOrder
        for (evidence, count) in other.bots { bots[evidence, default: 0] += count }
        for (reason, count) in other.filtered { filtered[reason, default: 0] += count }
    }

    /// The remarks by name, in byte order, without those that never came.
    package var notesByName: [(String, Int)] {
        var named: [(String, Int)] = outOfOrder > 0 ? [("out_of_order", outOfOrder)] : []
        for (index, count) in notes.enumerated() where count > 0 {
            for name in EventNotes(rawValue: 1 << UInt32(index)).names {
                named.append((name, count))
            }
        }
        return named.sorted { $0.0 < $1.0 }
    }

    package var botsByRule: [(String, Int)] {
        bots.map { ($0.key.text, $0.value) }.sorted { $0.0 < $1.0 }
    }

    package var filteredByReason: [(String, Int)] {
        filtered.map { ($0.key.rawValue, $0.value) }.sorted { $0.0 < $1.0 }
    }
}
