import ByteIO
import StageSupport
import Rows

/// Says what a row is: its touchpoint by the first rule that matches, and the inline rules it fits.
///
/// The outcome is remembered for each distinct combination of the columns that rules look at, so the
/// rules themselves run once a combination; conditions on numbers and properties run per row. Columns
/// of `RowTexts` come as the numbers of their texts.
struct RowClassifier {
    private enum Known {
        case label(Int)
        case candidates([RuleSet.Candidate])
    }

    /// The combination of texts that a place was met with last: mostly there is but one.
    private struct Latest: BitwiseCopyable {
        var origin: Int32 = -1
        var rest: Int32 = -1
        /// The label, or below 0 the combination whose candidates have to be tried.
        var known: Int32 = 0
    }

    /// Past this many combinations the memory starts anew.
    private static let limit = 1 << 18

    private(set) var table: LabelTable
    /// The touchpoint of each rule; -1 for inline rules, which follow those of touchpoints.
    private let touchpointOfRule: [Int]
    private let firstInline: Int
    private var rules: RuleSet
    private let columns: [EventColumn]
    /// Without touchpoints an event's name is its touchpoint, or the page of a `page_view`.
    private let namesEvents: Bool

    /// The columns of origins that rules look at, as indices, and each different text of them.
    private let originIndices: [Int]
    private var originNames = Interner()
    /// By origin: the number of that text, -1 where it was not looked up yet.
    private var originKeys: [Int32] = []
    /// The columns that rules look at beside those of `RowTexts`.
    private var rest: ColumnTexts

    /// By place.
    private var latest: [Latest] = []
    /// Place and text of the origin; the number of that and the rest's text.
    private var pairs = PairTable()
    private var combinations = PairTable()
    private var known: [Known] = []
    private var generation = 0

    private var plain: [UInt8] = []
    private var props: [UInt8] = []
    private var propertyPatterns: [Pattern: PatternSet] = [:]

    /// Whether an unmapped row is told by its name: `(unmapped) search`.
    private let namesUnmapped: Bool
    /// By touchpoint of the journey: whether a table looks at the properties of its rows.
    private let needsProperties: [Bool]
    private let needsAllProperties: Bool

    /// Inline rules are numbered as given.
    init(_ journey: Journey, inline: [RowRule], namesUnmapped: Bool = false) {
        namesEvents = journey.touchpoints.isEmpty
        self.namesUnmapped = namesUnmapped
        needsAllProperties = journey.friction.searchQuery != nil
        table = LabelTable(
            touchpoints: namesEvents
                ? [] : journey.touchpoints.map(\.name) + [LabelTable.unmapped])
        var needed = [Bool](repeating: false, count: table.touchpoints.count)
        for touchpoint in journey.touchpoints where touchpoint.kind == .feedback {
            needed[table.touchpoint(named: Array(touchpoint.name.utf8).span)] = true
        }
        needsProperties = needed
        var owners: [Int] = []
        var rules: [RowRule] = []
        for touchpoint in journey.touchpoints {
            // One name may stand twice; its rules then belong together.
            let number = table.touchpoint(named: Array(touchpoint.name.utf8).span)
            owners += touchpoint.rules.map { _ in number }
            rules += touchpoint.rules
        }
        firstInline = rules.count
        touchpointOfRule = owners + inline.map { _ in -1 }
        self.rules = RuleSet(rules + inline)
        var columns: Set<EventColumn> = namesEvents || namesUnmapped ? [.event, .page] : []
        for condition in (rules + inline).flatMap(\.conditions) where !condition.isTestedPerRow {
            if case .column(let column) = condition.field { columns.insert(column) }
        }
        self.columns = columns.sorted { $0.rawValue < $1.rawValue }
        originIndices = RowTexts.originColumns.indices.filter {
            columns.contains(RowTexts.originColumns[$0])
        }
        rest = ColumnTexts(
            self.columns.filter {
                !RowTexts.placeColumns.contains($0) && !RowTexts.originColumns.contains($0)
            })
    }

    /// The number of the row's label in `table`; `place` and `origin` are the row's numbers in `texts`.
    mutating func label(
        of row: Int, in block: borrowing RowBlock, _ layout: borrowing PathLayout, place: Int,
        origin: Int,
        _ texts: RowTexts
    ) -> Int {
        if generation != texts.generation || combinations.pairs.count >= Self.limit
            || rest.count >= Self.limit
        {
            forget(texts)
        }
        let origin = originIndices.isEmpty ? 0 : key(ofOrigin: origin, texts)
        let other =
            rest.columns.isEmpty
            ? 0 : Int32(rest.number(of: row, in: block, layout, run: nil))
        while latest.count <= place { latest.append(Latest()) }
        if latest[place].origin != origin || latest[place].rest != other {
            let pair = pairs.number(from: Int32(place), to: origin)
            let number = combinations.number(from: Int32(pair), to: other)
            if number == known.count { known.append(classify(row, block, layout)) }
            latest[place] = Latest(origin: origin, rest: other, known: outcome(of: number))
        }
        let label = Int(latest[place].known)
        if label >= 0 { return label }
        guard case .candidates(let candidates) = known[~label] else { return 0 }
        return decide(candidates, row, block, layout)
    }

    private func outcome(of number: Int) -> Int32 {
        switch known[number] {
        case .label(let label): Int32(label)
        case .candidates: ~Int32(number)
        }
    }

    /// The number of the text of the columns that rules look at.
    private mutating func key(ofOrigin origin: Int, _ texts: RowTexts) -> Int32 {
        while originKeys.count <= origin { originKeys.append(-1) }
        if originKeys[origin] < 0 {
            var key: [UInt8] = []
            for index in originIndices {
                key.append(texts.origins.field(index, of: origin))
                key.append(0x09)
            }
            originKeys[origin] = Int32(originNames.number(of: key))
        }
        return originKeys[origin]
    }

    private mutating func forget(_ texts: RowTexts) {
        generation = texts.generation
        originKeys.removeAll()
        originNames.removeAll()
        latest.removeAll()
        pairs = PairTable()
        combinations = PairTable()
        known.removeAll()
        rest.removeAll()
    }

    /// Whether a table looks at the properties of rows with this label.
    func keepsProperties(_ label: Int) -> Bool {
        let touchpoint = table.labels[label].touchpoint
        return needsAllProperties
            || (touchpoint < needsProperties.count && needsProperties[touchpoint])
    }

    private mutating func classify(
        _ row: Int, _ block: borrowing RowBlock, _ layout: borrowing PathLayout
    )
        -> Known
    {
        var texts: [EventColumn: [UInt8]] = [:]
        for column in columns {
            var text: [UInt8] = []
            RowText.appendPlain(block.field(column, of: row, layout), to: &text)
            texts[column] = text
        }
        let found = rules.candidates { texts[$0] ?? [] }
        // Behind the first touchpoint rule that surely matches only inline rules count.
        let sure = found.first { $0.rest.isEmpty }.map(\.rule) ?? .max
        let candidates = found.filter { $0.rule <= sure || $0.rule >= firstInline }
        let isPlain = candidates.allSatisfy(\.rest.isEmpty)
        return isPlain ? .label(decide(candidates, row, block, layout)) : .candidates(candidates)
    }

    private mutating func decide(
        _ candidates: [RuleSet.Candidate], _ row: Int, _ block: borrowing RowBlock,
        _ layout: borrowing PathLayout
    ) -> Int {
        var touchpoint: Int?
        var inline: [Int] = []
        for candidate in candidates {
            let isInline = candidate.rule >= firstInline
            guard isInline || touchpoint == nil, holds(candidate.rest, row, block, layout) else {
                continue
            }
            if isInline {
                inline.append(candidate.rule - firstInline)
            } else {
                touchpoint = touchpointOfRule[candidate.rule]
            }
        }
        let found = touchpoint ?? unruled(row, block, layout)
        return table.number(of: .init(touchpoint: found, inline: inline))
    }

    /// The touchpoint of a row that no touchpoint rule matches.
    private mutating func unruled(
        _ row: Int, _ block: borrowing RowBlock, _ layout: borrowing PathLayout
    )
        -> Int
    {
        guard namesEvents || namesUnmapped else {
            return table.touchpoint(named: Array(LabelTable.unmapped.utf8).span)
        }
        let event = block.field(.event, of: row, layout)
        let page = block.field(.page, of: row, layout)
        var name = namesEvents ? [] : Array("\(LabelTable.unmapped) ".utf8)
        RowText.appendPlain(event.equals("page_view") && !page.isEmpty ? page : event, to: &name)
        return table.touchpoint(named: name.span)
    }

    private mutating func holds(
        _ conditions: [RowRule.Condition], _ row: Int, _ block: borrowing RowBlock,
        _ layout: borrowing PathLayout
    ) -> Bool {
        for condition in conditions where !holds(condition, row, block, layout) { return false }
        return true
    }

    private mutating func holds(
        _ condition: RowRule.Condition, _ row: Int, _ block: borrowing RowBlock,
        _ layout: borrowing PathLayout
    ) -> Bool {
        plain.removeAll(keepingCapacity: true)
        switch condition.field {
        case .column(let column):
            RowText.appendPlain(block.field(column, of: row, layout), to: &plain)
        case .property(let name):
            // Moved out and back: a span of a member keeps the others from changing.
            var props = self.props
            self.props = []
            defer { self.props = props }
            props.removeAll(keepingCapacity: true)
            RowText.appendPlain(block.field(.props, of: row, layout), to: &props)
            guard Properties.append(name.span, of: props.span, to: &plain) else { return false }
        }
        if case .pattern(let pattern) = condition.test {
            var set = propertyPatterns[pattern] ?? PatternSet([pattern])
            // Removed meanwhile, so that it is changed in place and not copied.
            propertyPatterns[pattern] = nil
            let isMatch = !set.matches(plain.span).isEmpty
            propertyPatterns[pattern] = set
            return isMatch
        }
        return condition.test.holds(plain.span)
    }
}

extension RowRule.Condition {
    /// Numbers and properties have too many values to remember an outcome for each.
    var isTestedPerRow: Bool {
        switch field {
        case .property, .column(.value), .column(.durationMilliseconds): true
        case .column: false
        }
    }
}

extension RowRule.Test {
    /// Whether the unescaped text of a field passes; a missing number passes no comparison. Patterns
    /// are the business of `PatternSet`.
    func holds(_ text: Span<UInt8>) -> Bool {
        switch self {
        case .pattern: return false
        case .text(let wanted): return text.equals(wanted.span)
        case .number(let comparison, let wanted):
            // Per distinct row or for tested properties only, so a String may be made.
            guard let number = Double(text.text) else { return false }
            return comparison.holds(number, wanted)
        }
    }
}
