import BasicContainers
import ByteIO
import Rows

/// Says what a row is, deciding once for each distinct combination of the columns that rules look at.
///
/// Only conditions on numbers and properties run per row. Columns of `RowTexts` come as the numbers of
/// their texts.
struct RowClassifier: ~Copyable {
    /// The combination of texts that an action had last: mostly there is but one.
    struct Latest: BitwiseCopyable {
        var origin: Int32 = -1
        var rest: Int32 = -1
        /// The label, or below 0 the combination whose candidates have to be tried.
        var known: Int32 = 0
    }

    /// Past this many combinations the memory starts anew.
    private static let limit = 1 << 18

    private var rules: LabelRules

    /// The columns of origins that rules look at, as indices, and each different text of them.
    private let originIndices: [Int]
    private var originNames = Interner()
    /// By origin: the number of that text, -1 where it was not learnt yet.
    private var originKeys = UniqueArray<Int32>()
    /// The columns that rules look at beside those of `RowTexts`.
    private var rest: ColumnTexts

    /// By action.
    private var latest = UniqueArray<Latest>()
    /// Action and text of the origin; the number of that and the rest's text.
    private var pairs = PairTable()
    private var combinations = PairTable()
    private var known: [LabelRules.Verdict] = []
    private var generation = 0

    /// What rows of a label are kept for.
    struct Traits: OptionSet, BitwiseCopyable {
        let rawValue: UInt8
        /// A table looks at the properties of the row.
        static let properties = Traits(rawValue: 1)
        /// The row is no visit; see `AutomaticEvent`.
        static let automatic = Traits(rawValue: 2)
    }

    /// By label.
    private var traits = UniqueArray<Traits>()
    private(set) var automaticLabels: [Bool] = []
    /// By touchpoint of the journey.
    private let traitsOfTouchpoints: [Traits]
    private let needsAllProperties: Bool

    /// Inline rules are numbered as given.
    init(_ journey: Journey, inline: [RowRule], namesUnmapped: Bool = false) {
        let rules = LabelRules(journey, inline: inline, namesUnmapped: namesUnmapped)
        self.rules = rules
        needsAllProperties = journey.friction.searchQuery != nil
        let known = journey.touchpointsByName
        traitsOfTouchpoints = (0..<rules.table.touchpoints.count).map { number in
            switch known[rules.table.name(number)]?.kind {
            case .feedback: .properties
            case .automatic: .automatic
            default: []
            }
        }
        originIndices = RowTexts.originColumns.indices.filter {
            rules.columns.contains(RowTexts.originColumns[$0])
        }
        rest = ColumnTexts(
            rules.columns.filter {
                !RowTexts.actionColumns.contains($0) && !RowTexts.originColumns.contains($0)
            })
    }

    /// The labels so far.
    var table: LabelTable { rules.table }

    /// The number of a touchpoint or a label that other rows have; a new one where these have none such.
    mutating func number(ofTouchpoint name: Span<UInt8>) -> Int {
        rules.number(ofTouchpoint: name)
    }

    mutating func number(of label: LabelTable.Label) -> Int { rules.number(of: label) }

    /// The number of a label as it is of another standing.
    mutating func number(ofLabel label: Int, as standing: LabelTable.Standing) -> Int {
        rules.number(ofLabel: label, as: standing)
    }

    /// Whether this origin of the texts' generation was learnt.
    @inline(__always)
    func knows(origin: Int, _ generation: Int) -> Bool {
        self.generation == generation && origin < originKeys.count && originKeys[origin] >= 0
    }

    /// Learns what the columns that rules look at hold of an origin.
    mutating func learn(origin: Int, _ texts: borrowing RowTexts) {
        if generation != texts.generation {
            generation = texts.generation
            originKeys.removeAll()
            originNames.removeAll()
            forget()
        }
        while originKeys.count <= origin { originKeys.append(-1) }
        var key: [UInt8] = []
        for index in originIndices {
            key.append(texts.origins.field(index, of: origin))
            key.append(0x09)
        }
        originKeys[origin] = Int32(originNames.number(of: key))
    }

    /// The number of the row's label in `table`; `action` and `origin` are the row's numbers in the texts,
    /// and the origin was learnt.
    mutating func label(
        of row: Int, in block: borrowing RowBlock, _ layout: borrowing PathLayout, action: Int,
        origin: Int
    ) -> Int {
        if combinations.pairs.count >= Self.limit || rest.count >= Self.limit { forget() }
        let origin = originKeys[origin]
        let other =
            rest.columns.isEmpty
            ? 0 : Int32(rest.number(of: row, in: block, layout, run: nil))
        while latest.count <= action { latest.append(Latest()) }
        if latest[action].origin != origin || latest[action].rest != other {
            let pair = pairs.number(from: Int32(action), to: origin)
            let number = combinations.number(from: Int32(pair), to: other)
            if number == known.count { known.append(rules.judge(row, block, layout)) }
            latest[action] = Latest(origin: origin, rest: other, known: outcome(of: number))
        }
        let label = Int(latest[action].known)
        if label >= 0 { return label }
        guard case .candidates(let candidates) = known[~label] else { return 0 }
        return rules.label(candidates, row, block, layout)
    }

    private func outcome(of number: Int) -> Int32 {
        switch known[number] {
        case .label(let label): Int32(label)
        case .candidates: ~Int32(number)
        }
    }

    /// Begins the memory of combinations anew.
    private mutating func forget() {
        latest.removeAll()
        pairs = PairTable()
        combinations = PairTable()
        known.removeAll()
        rest.removeAll()
    }

    @inline(__always)
    mutating func traits(ofLabel label: Int) -> Traits {
        if label >= traits.count { learnTraits() }
        return traits[label]
    }

    private mutating func learnTraits() {
        for label in rules.table.labels[traits.count...] {
            var own: Traits =
                label.touchpoint < traitsOfTouchpoints.count
                ? traitsOfTouchpoints[label.touchpoint] : []
            if needsAllProperties { own.insert(.properties) }
            if label.standing == .automatic { own.insert(.automatic) }
            traits.append(own)
            automaticLabels.append(own.contains(.automatic))
        }
    }
}
