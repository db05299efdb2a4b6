import ByteIO
import StageSupport
import Rows

/// Says what a row is: its touchpoint by the first rule that matches, and the inline rules it fits.
///
/// The outcome is remembered for each distinct combination of the columns that rules look at, so the
/// rules themselves run once a combination; conditions on numbers and properties run per row.
struct RowClassifier {
    private enum Known {
        case label(Int)
        case candidates([RuleSet.Candidate])
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

    private var combinations = Interner(capacity: 1024)
    private var known: [Known] = []
    private var key: [UInt8] = []
    private var plain: [UInt8] = []
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
    }

    /// The number of the row's label in `table`.
    mutating func label(of row: Span<UInt8>, _ layout: PathLayout) -> Int {
        // Moved out and back: a span of a member keeps the others from changing.
        var key = self.key
        self.key = []
        defer { self.key = key }
        key.removeAll(keepingCapacity: true)
        for column in columns {
            key.append(row.extracting(layout.range(column)))
            key.append(0x09)
        }
        if combinations.count >= Self.limit {
            combinations.removeAll()
            known.removeAll()
        }
        let number = combinations.number(of: key.span)
        if number == known.count { known.append(classify(row, layout)) }
        switch known[number] {
        case .label(let label): return label
        case .candidates(let candidates): return decide(candidates, row, layout)
        }
    }

    /// Whether a table looks at the properties of rows with this label.
    func keepsProperties(_ label: Int) -> Bool {
        let touchpoint = table.labels[label].touchpoint
        return needsAllProperties
            || (touchpoint < needsProperties.count && needsProperties[touchpoint])
    }

    private mutating func classify(_ row: Span<UInt8>, _ layout: PathLayout) -> Known {
        var texts: [EventColumn: [UInt8]] = [:]
        for column in columns {
            var text: [UInt8] = []
            RowText.appendPlain(row.extracting(layout.range(column)), to: &text)
            texts[column] = text
        }
        let found = rules.candidates { texts[$0] ?? [] }
        // Behind the first touchpoint rule that surely matches only inline rules count.
        let sure = found.first { $0.rest.isEmpty }.map(\.rule) ?? .max
        let candidates = found.filter { $0.rule <= sure || $0.rule >= firstInline }
        let isPlain = candidates.allSatisfy(\.rest.isEmpty)
        return isPlain ? .label(decide(candidates, row, layout)) : .candidates(candidates)
    }

    private mutating func decide(
        _ candidates: [RuleSet.Candidate], _ row: Span<UInt8>, _ layout: PathLayout
    ) -> Int {
        var touchpoint: Int?
        var inline: [Int] = []
        for candidate in candidates {
            let isInline = candidate.rule >= firstInline
            guard isInline || touchpoint == nil, holds(candidate.rest, row, layout) else {
                continue
            }
            if isInline {
                inline.append(candidate.rule - firstInline)
            } else {
                touchpoint = touchpointOfRule[candidate.rule]
            }
        }
        let found = touchpoint ?? unruled(row, layout)
        return table.number(of: .init(touchpoint: found, inline: inline))
    }

    /// The touchpoint of a row that no touchpoint rule matches.
    private mutating func unruled(_ row: Span<UInt8>, _ layout: PathLayout) -> Int {
        guard namesEvents || namesUnmapped else {
            return table.touchpoint(named: Array(LabelTable.unmapped.utf8).span)
        }
        let event = row.extracting(layout.range(.event))
        let page = row.extracting(layout.range(.page))
        var name = namesEvents ? [] : Array("\(LabelTable.unmapped) ".utf8)
        RowText.appendPlain(event.equals("page_view") && !page.isEmpty ? page : event, to: &name)
        return table.touchpoint(named: name.span)
    }

    private mutating func holds(
        _ conditions: [RowRule.Condition], _ row: Span<UInt8>, _ layout: PathLayout
    ) -> Bool {
        for condition in conditions where !holds(condition, row, layout) { return false }
        return true
    }

    private mutating func holds(
        _ condition: RowRule.Condition, _ row: Span<UInt8>, _ layout: PathLayout
    ) -> Bool {
        plain.removeAll(keepingCapacity: true)
        switch condition.field {
        case .column(let column):
            RowText.appendPlain(row.extracting(layout.range(column)), to: &plain)
        case .property(let name):
            var props: [UInt8] = []
            RowText.appendPlain(row.extracting(layout.range(.props)), to: &props)
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
