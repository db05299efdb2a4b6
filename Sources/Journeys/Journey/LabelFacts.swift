import ByteIO

/// What each label and touchpoint met so far is to the tables beside the funnels: its kind, its stage,
/// whether it converts.
struct LabelFacts {
    typealias Kind = Journey.Touchpoint.Kind

    struct Label: BitwiseCopyable {
        /// The number of its touchpoint.
        let touchpoint: Int32
        /// The touchpoint's stage, an index in `stages`; -1 for none.
        let stage: Int32
        /// Whether its touchpoint is of kind `error`.
        let isError: Bool
        let isConversion: Bool
    }

    /// The stages in their order.
    let stages: [String]
    private(set) var labels: [Label] = []
    /// By touchpoint.
    private(set) var kinds: [Kind?] = []
    /// By touchpoint: its stage's index in `stages`, -1 for none.
    private(set) var stageNumbers: [Int32] = []

    private let known: [[UInt8]: Journey.Touchpoint]
    private let conversion: ConversionRule

    /// A row converts where its touchpoint has that kind; where none has, where it matches the last step
    /// of the first funnel.
    private enum ConversionRule {
        case kind
        case touchpoint([UInt8])
        case inline(Int)
        case never
    }

    /// `inline` numbers the inline rules of all funnels.
    init(_ journey: Journey, inline: [Funnel.Matcher: Int]) {
        stages = journey.stages
        // One name may stand twice: what the first does not say, the second may.
        known = Dictionary(journey.touchpoints.map { (Array($0.name.utf8), $0) }) { first, second in
            var both = first
            both.stage = first.stage ?? second.stage
            both.kind = first.kind ?? second.kind
            return both
        }
        conversion = Self.conversion(of: journey, inline)
    }

    private static func conversion(
        of journey: Journey, _ inline: [Funnel.Matcher: Int]
    ) -> ConversionRule {
        if journey.touchpoints.contains(where: { $0.kind == .conversion }) { return .kind }
        guard let last = journey.funnels.first?.steps.last else { return .never }
        switch last {
        case .touchpoint(let name): return .touchpoint(Array(name.utf8))
        case .rule: return inline[last].map { .inline($0) } ?? .never
        }
    }

    /// Learns what `table` has gained since the last call.
    mutating func learn(_ table: LabelTable) {
        while kinds.count < table.touchpoints.count {
            let touchpoint = known[table.name(kinds.count)]
            kinds.append(touchpoint?.kind)
            let stage = touchpoint?.stage.flatMap { stages.firstIndex(of: $0) }
            stageNumbers.append(Int32(stage ?? -1))
        }
        while labels.count < table.labels.count {
            let label = table.labels[labels.count]
            labels.append(
                Label(
                    touchpoint: Int32(label.touchpoint), stage: stageNumbers[label.touchpoint],
                    isError: kinds[label.touchpoint] == .error,
                    isConversion: converts(label, table)))
        }
    }

    private func converts(_ label: LabelTable.Label, _ table: LabelTable) -> Bool {
        switch conversion {
        case .kind: kinds[label.touchpoint] == .conversion
        case .touchpoint(let name): table.name(label.touchpoint) == name
        case .inline(let number): label.inline.contains(number)
        case .never: false
        }
    }

    func stage(ofTouchpoint number: Int) -> String? {
        let stage = stageNumbers[number]
        return stage < 0 ? nil : stages[Int(stage)]
    }

    func label(_ row: CustomerRows.Row) -> Label { labels[Int(row.label)] }

    func touchpoint(_ row: CustomerRows.Row) -> Int { Int(label(row).touchpoint) }

    func isConversion(_ row: CustomerRows.Row) -> Bool { label(row).isConversion }
}
