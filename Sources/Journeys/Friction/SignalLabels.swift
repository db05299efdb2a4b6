import BasicContainers

/// What the labels so far are to the signals.
struct SignalLabels: ~Copyable {
    struct Traits: BitwiseCopyable {
        let touchpoint: Int32
        /// The number of its `error:NAME`; -1 for none.
        let errorSignal: Int32
        let isError: Bool
        let isSupport: Bool
        /// The funnels with steps that it matches: where they begin and end in `steps`.
        let firstStep: Int
        let endOfSteps: Int
        /// The sets of attempts that it belongs to: where they begin and end in `sets`.
        let firstSet: Int
        let endOfSets: Int
    }

    /// The steps of one funnel that a label matches.
    struct Steps: BitwiseCopyable {
        /// The funnel's index in the journey.
        let funnel: Int
        let mask: UInt64
    }

    private var all = UniqueArray<Traits>()
    private(set) var steps = UniqueArray<Steps>()
    /// Numbers in `AttemptSets`.
    private(set) var sets = UniqueArray<Int>()
    /// By the funnel's index in the journey; nil for those of any order.
    private var funnels: [FunnelLabels?]
    private let off: Set<String>
    private let attempts: AttemptSets

    /// `inline` numbers the inline rules of all funnels.
    init(_ journey: Journey, inline: [Funnel.Matcher: Int], _ attempts: AttemptSets) {
        off = Set(journey.friction.off)
        self.attempts = attempts
        // Without an order no step is lower than another.
        funnels = journey.funnels.map {
            $0.rules.order == .unordered ? nil : FunnelLabels($0, inline: inline)
        }
    }

    subscript(label: Int) -> Traits { all[label] }

    /// Learns the labels that `table` has gained since the last call.
    mutating func learn(_ table: LabelTable, _ facts: LabelFacts) {
        guard all.count < table.labels.count else { return }
        for index in funnels.indices { funnels[index]?.learn(table) }
        for label in all.count..<table.labels.count {
            let touchpoint = table.labels[label].touchpoint
            let isError = facts.kinds[touchpoint] == .error
            let text = String(decoding: table.name(touchpoint), as: UTF8.self)
            let name = Signal.errorPrefix + text
            let (first, firstSet) = (steps.count, sets.count)
            for set in attempts.sets(holding: table.labels[label], named: text) {
                sets.append(set)
            }
            for (funnel, known) in funnels.enumerated() {
                guard let mask = known?.steps[label], mask != 0 else { continue }
                steps.append(Steps(funnel: funnel, mask: mask))
            }
            all.append(
                Traits(
                    touchpoint: Int32(touchpoint),
                    errorSignal: isError && !off.contains(name)
                        ? Signal.number(ofErrors: touchpoint) : -1,
                    isError: isError, isSupport: facts.kinds[touchpoint] == .supportRequest,
                    firstStep: first, endOfSteps: steps.count, firstSet: firstSet,
                    endOfSets: sets.count))
        }
    }
}
