import ByteIO
import Rows

/// The rules of a journey, so arranged that a row finds those that it fits without trying all.
///
/// Each different test of a column is made once a text: names by one look-up, patterns by one walk.
/// A rule is looked at only where its anchor, the first test of a text in it, holds.
struct RuleSet {
    /// A rule whose conditions on texts and statuses hold; the rest is to be tested per row.
    struct Candidate {
        let rule: Int
        let rest: [RowRule.Condition]
    }

    private struct Column {
        let column: EventColumn
        var names = Interner()
        /// The tests of each name, of each pattern.
        var testsOfNames: [[Int]] = []
        var patterns = PatternSet([])
        var testsOfPatterns: [Int] = []
        var numbers: [(test: Int, comparison: RowRule.Comparison, number: Double)] = []
    }

    let rules: [RowRule]
    private var columns: [Column] = []
    private var testCount = 0
    /// The numbers of each rule's tests, the anchor first.
    private var testsOfRules: [[Int]] = []
    private var rulesOfAnchor: [[Int]] = []
    /// Rules without a test of a text.
    private var unanchored: [Int] = []
    private var held: [Bool]

    init(_ rules: [RowRule]) {
        self.rules = rules
        var tests: [RowRule.Condition: Int] = [:]
        var order: [RowRule.Condition] = []
        for rule in rules {
            let conditions = rule.conditions.filter { !$0.isTestedPerRow }
            // Patterns before names: `event = "page_view"` alone would hold for too many rules.
            let sorted =
                conditions.filter(\.test.isPattern) + conditions.filter(\.test.isName)
                + conditions.filter { !$0.test.isPattern && !$0.test.isName }
            testsOfRules.append(
                sorted.map { condition in
                    if let known = tests[condition] { return known }
                    tests[condition] = order.count
                    order.append(condition)
                    return order.count - 1
                })
        }
        testCount = order.count
        held = [Bool](repeating: false, count: testCount)
        rulesOfAnchor = [[Int]](repeating: [], count: testCount)
        for (rule, numbers) in testsOfRules.enumerated() {
            if let anchor = numbers.first, order[anchor].test.isPattern || order[anchor].test.isName
            {
                rulesOfAnchor[anchor].append(rule)
            } else {
                unanchored.append(rule)
            }
        }
        arrange(order)
    }

    private mutating func arrange(_ tests: [RowRule.Condition]) {
        var patterns: [EventColumn: [Pattern]] = [:]
        for (number, condition) in tests.enumerated() {
            guard case .column(let column) = condition.field else { continue }
            let index = columns.firstIndex { $0.column == column } ?? columns.count
            if index == columns.count { columns.append(Column(column: column)) }
            switch condition.test {
            case .text(let name):
                let known = columns[index].names.number(of: name.span)
                if known == columns[index].testsOfNames.count {
                    columns[index].testsOfNames.append([])
                }
                columns[index].testsOfNames[known].append(number)
            case .pattern(let pattern):
                patterns[column, default: []].append(pattern)
                columns[index].testsOfPatterns.append(number)
            case .number(let comparison, let wanted):
                columns[index].numbers.append((number, comparison, wanted))
            }
        }
        for index in columns.indices {
            columns[index].patterns = PatternSet(patterns[columns[index].column] ?? [])
        }
    }

    /// The rules that a row fits so far, rising; `text` gives the unescaped text of a column.
    mutating func candidates(_ text: (EventColumn) -> [UInt8]) -> [Candidate] {
        for test in held.indices { held[test] = false }
        var found = unanchored
        for index in columns.indices {
            let value = text(columns[index].column)
            var holding: [Int] = []
            if let name = columns[index].names.known(value.span) {
                holding += columns[index].testsOfNames[name]
            }
            for pattern in columns[index].patterns.matches(value.span) {
                holding.append(columns[index].testsOfPatterns[pattern])
            }
            for (test, comparison, wanted) in columns[index].numbers
            where RowRule.Test.number(comparison, wanted).holds(value.span) {
                holding.append(test)
            }
            for test in holding {
                held[test] = true
                found += rulesOfAnchor[test]
            }
        }
        return found.sorted().filter { testsOfRules[$0].allSatisfy { held[$0] } }.map {
            Candidate(rule: $0, rest: rules[$0].conditions.filter(\.isTestedPerRow))
        }
    }
}

extension RowRule.Test {
    var isPattern: Bool { if case .pattern = self { true } else { false } }
    var isName: Bool { if case .text = self { true } else { false } }
}
