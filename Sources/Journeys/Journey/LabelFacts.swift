import ByteIO

/// What each label and touchpoint met so far is to the tables beside the funnels: its kind, its stage,
/// whether it converts.
struct LabelFacts {
    typealias Kind = Journey.Touchpoint.Kind

    struct Label: BitwiseCopyable {
        /// What few rows are: looked at at once.
        struct Marks: OptionSet, BitwiseCopyable {
            let rawValue: UInt8
            static let error = Marks(rawValue: 1)
            static let conversion = Marks(rawValue: 2)
            static let refund = Marks(rawValue: 4)
            static let automatic = Marks(rawValue: 8)
        }

        /// The number of its touchpoint.
        let touchpoint: Int32
        /// The touchpoint's stage, an index in `stages`; -1 for none.
        let stage: Int32
        let marks: Marks

        /// Whether its touchpoint is of kind `error`.
        var isError: Bool { marks.contains(.error) }
        var isConversion: Bool { marks.contains(.conversion) }
        /// Takes back money of a conversion.
        var isRefund: Bool { marks.contains(.refund) }
        /// No visit of anybody, and no step of a path.
        var isAutomatic: Bool { marks.contains(.automatic) }
    }

    /// The stages in their order.
    let stages: [String]
    private(set) var labels: [Label] = []
    /// By touchpoint.
    private(set) var kinds: [Kind?] = []
    /// By touchpoint: its stage's index in `stages`, -1 for none.
    private(set) var stageNumbers: [Int32] = []

    /// The touchpoints of the journey file by name, UTF-8.
    let known: [[UInt8]: Journey.Touchpoint]
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
        known = journey.touchpointsByName
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
                    marks: marks(label, table)))
        }
    }

    private func marks(_ label: LabelTable.Label, _ table: LabelTable) -> Label.Marks {
        let kind = kinds[label.touchpoint]
        var marks: Label.Marks = kind == .error ? .error : []
        if kind == .automatic || label.standing == .automatic { marks.insert(.automatic) }
        switch label.standing {
        case .repeated: break
        case .refund: marks.insert(.refund)
        case .plain, .automatic: if converts(label, table) { marks.insert(.conversion) }
        }
        return marks
    }

    private func converts(_ label: LabelTable.Label, _ table: LabelTable) -> Bool {
        switch conversion {
        case .kind: kinds[label.touchpoint] == .conversion
        case .touchpoint(let name): table.name(label.touchpoint) == name
        case .inline(let number): label.inline.contains(number)
        case .never: false
        }
    }

    /// What the journey file says, whether a row of it was counted or not.
    func stage(ofTouchpoint name: [UInt8]) -> String? {
        known[name]?.stage.flatMap { stages.contains($0) ? $0 : nil }
    }

    func label(_ row: CustomerRows.Row) -> Label { labels[Int(row.label)] }

    func touchpoint(_ row: CustomerRows.Row) -> Int { Int(label(row).touchpoint) }

    func isConversion(_ row: CustomerRows.Row) -> Bool { label(row).isConversion }
}
