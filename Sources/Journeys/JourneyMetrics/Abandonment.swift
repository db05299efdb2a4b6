import StageSupport
import BasicContainers

/// Sessions with a row of a funnel's step, and those of them without one of that funnel's last step.
///
/// Every step but the last of each funnel, a step that stands twice in it once, in the order of the journey file.
struct Abandonment: ~Copyable {
    /// A step of a funnel.
    struct Step {
        let funnel: String
        /// The step's name in the tables.
        let label: String
        /// The number of what the funnel's last step matches.
        fileprivate let last: Int
        fileprivate(set) var sessions = 0
        fileprivate(set) var withoutLast = 0
    }

    private(set) var steps: [Step] = []
    /// The indices in `steps` by number of what they match, and where those of each number begin and end.
    private var order: [Int] = []
    private var starts = [0]
    /// What steps match in words of 64: by label, bit k of word w says that a row of it fits matcher 64·w + k.
    private var words: [FunnelLabels]
    /// By session of the customer at hand, then word: what it has rows of.
    private var found = UniqueArray<UInt64>()

    /// `inline` numbers the inline rules of all funnels.
    init(_ funnels: [Funnel], inline: [Funnel.Matcher: Int]) {
        var numbers: [Funnel.Matcher: Int] = [:]
        var all: [Funnel.Matcher] = []
        for matcher in funnels.flatMap(\.steps) where numbers[matcher] == nil {
            numbers[matcher] = all.count
            all.append(matcher)
        }
        var stepsOfMatcher = all.map { _ in [Int]() }
        for funnel in funnels {
            guard let last = funnel.steps.last.flatMap({ numbers[$0] }) else { continue }
            var known: Set<Int> = []
            for matcher in funnel.steps.dropLast() {
                guard let own = numbers[matcher], known.insert(own).inserted else { continue }
                stepsOfMatcher[own].append(steps.count)
                steps.append(Step(funnel: funnel.name, label: matcher.label, last: last))
            }
        }
        for steps in stepsOfMatcher {
            order += steps
            starts.append(order.count)
        }
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
    mutating func end(sessions: Int) {
        for session in 0..<sessions {
            for word in words.indices {
                var rest = found[session * words.count + word]
                while rest != 0 {
                    count(word * 64 + rest.trailingZeroBitCount, session: session)
                    rest &= rest - 1
                }
            }
        }
    }

    private mutating func count(_ matcher: Int, session: Int) {
        for index in starts[matcher]..<starts[matcher + 1] {
            let step = order[index]
            let last = steps[step].last
            let word = found[session * words.count + last / 64]
            steps[step].sessions += 1
            if word & 1 << UInt64(last % 64) == 0 { steps[step].withoutLast += 1 }
        }
    }
}

// What adds up.
extension Abandonment: Mergeable {
    func write(to partial: inout PartialWriter) {
        for step in steps { partial.line("abandoned", step) }
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        for step in steps.indices { try partial.addLine("abandoned", to: &steps[step]) }
    }
}

extension Abandonment.Step: SummedCounts {
    mutating func forEachSum<Problem>(
        _ use: (inout Int) throws(Problem) -> Void
    ) throws(Problem) {
        try use(&sessions)
        try use(&withoutLast)
    }
}
