import BasicContainers

/// Sessions with a row of a funnel's step, and those of them without a conversion.
///
/// Every step but the last of each funnel, each step once, in the order of the journey file.
struct Abandonment: ~Copyable {
    struct Counts {
        var sessions = 0
        var withoutConversion = 0
    }

    private(set) var steps: [Funnel.Matcher] = []
    /// By step.
    private(set) var counts: [Counts]
    /// The steps in words of 64: by label, bit k of word w says that a row of it is of step 64·w + k.
    private var words: [FunnelLabels]
    /// By session of the customer at hand, then word: the steps that it has rows of.
    private var found = UniqueArray<UInt64>()

    /// `inline` numbers the inline rules of all funnels.
    init(_ funnels: [Funnel], inline: [Funnel.Matcher: Int]) {
        var known: Set<Funnel.Matcher> = []
        for step in funnels.flatMap({ $0.steps.dropLast() }) where known.insert(step).inserted {
            steps.append(step)
        }
        counts = steps.map { _ in Counts() }
        let all = steps
        words = stride(from: 0, to: all.count, by: 64).map { first in
            let some = Array(all[first..<min(first + 64, all.count)])
            return FunnelLabels(
                Funnel(name: "", steps: some, rules: FunnelRules(steps: [])), inline: inline)
        }
    }

    /// Learns the labels that `table` has gained since the last call.
    mutating func learn(_ table: LabelTable) {
        for word in words.indices { words[word].learn(table) }
    }

    /// Whether a row with this label is of any of the steps.
    func concerns(_ label: Int) -> Bool { words.contains { $0.steps[label] != 0 } }

    /// A customer with so many sessions follows.
    mutating func begin(sessions: Int) {
        found.removeAll(keepingCapacity: true)
        for _ in 0..<sessions * words.count { found.append(0) }
    }

    /// A row of a session, by its number in `CustomerRows`.
    mutating func observe(_ label: Int, session: Int) {
        for word in words.indices {
            found[session * words.count + word] |= words[word].steps[label]
        }
    }

    /// No more rows of the customer come.
    mutating func end(_ sessions: Span<CustomerSessions.Session>) {
        guard !words.isEmpty else { return }
        for index in sessions.indices {
            let session = sessions[index]
            for word in words.indices {
                var rest = found[session.number * words.count + word]
                while rest != 0 {
                    let step = word * 64 + rest.trailingZeroBitCount
                    counts[step].sessions += 1
                    if !session.hasConversion { counts[step].withoutConversion += 1 }
                    rest &= rest - 1
                }
            }
        }
    }
}
