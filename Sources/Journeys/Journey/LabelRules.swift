import ByteIO
import Rows

/// What the rules of a journey say of a row: its touchpoint by the first rule that matches, and the
/// inline rules it fits.
struct LabelRules {
    /// What is known of all rows that have the same texts in `columns`.
    enum Verdict {
        case label(Int)
        /// The rules that it may fit: their conditions on numbers and properties are still to be tested.
        case candidates([RuleSet.Candidate])
    }

    private(set) var table: LabelTable
    /// The columns that conditions look at, other than those tested per row.
    let columns: [EventColumn]
    /// The touchpoint of each rule; -1 for inline rules, which follow those of touchpoints.
    private let touchpointOfRule: [Int]
    private let firstInline: Int
    private var rules: RuleSet
    /// Without touchpoints an event's name is its touchpoint, or the page of a `page_view`.
    private let namesEvents: Bool
    /// Whether an unmapped row is told by its name: `(unmapped) search`.
    private let namesUnmapped: Bool

    private var plain: [UInt8] = []
    private var props: [UInt8] = []
    private var propertyPatterns: [Pattern: PatternSet] = [:]

    /// Inline rules are numbered as given.
    init(_ journey: Journey, inline: [RowRule], namesUnmapped: Bool) {
        namesEvents = journey.touchpoints.isEmpty
        self.namesUnmapped = namesUnmapped
        table = LabelTable(
            touchpoints: namesEvents
                ? [] : journey.touchpoints.map(\.name) + [LabelTable.unmapped])
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

    /// What the row's texts in `columns` say.
    mutating func judge(
        _ row: Int, _ block: borrowing RowBlock, _ layout: borrowing PathLayout
    ) -> Verdict {
        let found = rules.candidates { column in
            var text: [UInt8] = []
            RowText.appendPlain(block.field(column, of: row, layout), to: &text)
            return text
        }
        // Behind the first touchpoint rule that surely matches only inline rules count.
        let sure = found.first { $0.rest.isEmpty }.map { $0.rule } ?? .max
        let candidates = found.filter { $0.rule <= sure || $0.rule >= firstInline }
        let isPlain = candidates.allSatisfy { $0.rest.isEmpty }
        return isPlain ? .label(label(candidates, row, block, layout)) : .candidates(candidates)
    }

    /// The row's label in `table`, which `judge` found these candidates for.
    mutating func label(
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
        let isAutomatic =
            touchpoint == nil && AutomaticEvent.isNamed(block.field(.event, of: row, layout))
        return table.number(
            of: .init(
                touchpoint: found, inline: inline, standing: isAutomatic ? .automatic : .plain))
    }

    /// The number of a touchpoint or a label that rows have which these rules did not see.
    mutating func number(ofTouchpoint name: Span<UInt8>) -> Int {
        table.touchpoint(named: name)
    }

    mutating func number(of label: LabelTable.Label) -> Int { table.number(of: label) }

    /// The number of a label as it is of another standing.
    mutating func number(ofLabel label: Int, as standing: LabelTable.Standing) -> Int {
        var other = table.labels[label]
        other.standing = standing
        return table.number(of: other)
    }

    /// The touchpoint of a row that no touchpoint rule matches.
    private mutating func unruled(
        _ row: Int, _ block: borrowing RowBlock, _ layout: borrowing PathLayout
    ) -> Int {
        guard namesEvents || namesUnmapped else {
            return table.touchpoint(named: Array(LabelTable.unmapped.utf8).span)
        }
        let event = block.field(.event, of: row, layout)
        let page = block.field(.page, of: row, layout)
        var name = namesEvents ? [] : Array("\(LabelTable.unmapped) ".utf8)
        RowText.appendPlain(event.equals("page_view") && !page.isEmpty ? page : event, to: &name)
        return table.touchpoint(named: name.span)
    }
}

// Conditions that are tested per row.
extension LabelRules {
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
            guard appendProperty(name, of: block.field(.props, of: row, layout)) else {
                return false
            }
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

    /// Appends a property's value to `plain`; false where `field`, a row's `props`, has none.
    private mutating func appendProperty(_ name: [UInt8], of field: Span<UInt8>) -> Bool {
        if field.firstOffset(of: 0x5C) == nil {
            return Properties.append(name.span, of: field, to: &plain)
        }
        // Moved out and back: a span of a member keeps the others from changing.
        var props = self.props
        self.props = []
        defer { self.props = props }
        props.removeAll(keepingCapacity: true)
        RowText.appendPlain(field, to: &props)
        return Properties.append(name.span, of: props.span, to: &plain)
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
            guard let number = text.whole.map(Double.init) ?? Double(text.text) else {
                return false
            }
            return comparison.holds(number, wanted)
        }
    }
}

extension Span<UInt8> {
    /// The whole number that up to 15 digits are, which a `Double` holds exactly; nil for other text.
    fileprivate var whole: Int? {
        guard count > 0, count <= 15 else { return nil }
        var number = 0
        for index in indices {
            let digit = self[index] &- 0x30
            guard digit < 10 else { return nil }
            number = number &* 10 &+ Int(digit)
        }
        return number
    }
}
