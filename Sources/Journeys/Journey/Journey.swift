import Rows

/// What an analyst wrote: touchpoints, funnels, and what counts as friction and as a touch.
package struct Journey {
    package struct Touchpoint {
        enum Kind: String, CaseIterable {
            case error, conversion, feedback, referral, automatic
            case supportRequest = "support_request"
            case supportReply = "support_reply"
        }

        let name: String
        var stage: String?
        /// Where it meets people, `web`, `store` and the like; nil where the log has to tell.
        var contact: String?
        var kind: Kind?
        var rules: [RowRule]
        /// Of an error: the touchpoints whose row is the attempt that it answers; nil where nothing is said.
        var answers: [String]?
    }

    package var timezone = "UTC"
    /// What the report is about, and the language that it is written in.
    var site: String?
    var language: String?
    var labels: [JourneyLabel] = []
    /// In the order in which customers are thought to come through them.
    var stages: [String] = []
    package var touchpoints: [Touchpoint] = []
    package var funnels: [Funnel] = []
    var conversion = ConversionRules()
    var friction = FrictionRules()
    var attribution = AttributionRules()
    var retention = RetentionRules()

    package init() {}

    /// By name, UTF-8. One may stand twice: what the first does not say, the second may.
    var touchpointsByName: [[UInt8]: Touchpoint] {
        Dictionary(touchpoints.map { (Array($0.name.utf8), $0) }) { first, second in
            var both = first
            both.stage = first.stage ?? second.stage
            both.contact = first.contact ?? second.contact
            both.kind = first.kind ?? second.kind
            return both
        }
    }

    /// The inline rules of all funnels, each once, and their numbers.
    var inlineRules: (rules: [RowRule], numbers: [Funnel.Matcher: Int]) {
        var rules: [RowRule] = []
        var numbers: [Funnel.Matcher: Int] = [:]
        for matcher in funnels.flatMap({ $0.steps + $0.exclusions }) {
            guard case .rule(let rule, _) = matcher, numbers[matcher] == nil else { continue }
            numbers[matcher] = rules.count
            rules.append(rule)
        }
        return (rules, numbers)
    }
}

/// What a row must have; every condition holds.
package struct RowRule: Hashable {
    enum Field: Hashable, Sendable {
        case column(EventColumn)
        /// The name's UTF-8.
        case property([UInt8])
    }

    enum Test: Hashable, Sendable {
        case pattern(Pattern)
        /// UTF-8.
        case text([UInt8])
        case number(Comparison, Double)
    }

    package enum Comparison: String, CaseIterable, Sendable {
        case atLeast = ">="
        case atMost = "<="
        case not = "!="
        case equal = "=="
        case above = ">"
        case below = "<"

        func holds(_ left: Double, _ right: Double) -> Bool {
            switch self {
            case .atLeast: left >= right
            case .atMost: left <= right
            case .not: left != right
            case .equal: left == right
            case .above: left > right
            case .below: left < right
            }
        }
    }

    struct Condition: Hashable {
        let field: Field
        let test: Test
    }

    var conditions: [Condition]

    /// Whether it takes a page, or the event of one.
    var isPage: Bool {
        conditions.contains {
            $0.field == .column(.page)
                || $0.field == .column(.event) && $0.test == .text(Array("page_view".utf8))
        }
    }

    var comparesAmounts: Bool { conditions.contains { $0.field == .column(.value) } }
}

/// A funnel as defined: what its steps match and how it counts.
package struct Funnel {
    package enum Unit: String, CaseIterable { case customer, visitor, session }

    package enum Matcher: Hashable {
        case touchpoint(String)
        case rule(RowRule, label: String)

        /// The name in the tables.
        var label: String {
            switch self {
            case .touchpoint(let name): name
            case .rule(_, let label): label
            }
        }
    }

    /// Which of a unit's rows gives it its segment.
    enum Attribution: Hashable {
        /// The first or last value over the rows that match any step.
        case first, last
        /// The funnel is run on the rows of each value.
        case all
        /// The row that fills this step, from 0, carries the value.
        case step(Int)

        /// As the journey file writes it.
        var text: String {
            switch self {
            case .first: "first"
            case .last: "last"
            case .all: "all"
            case .step(let step): "step:\(step + 1)"
            }
        }
    }

    static let defaultBreakdownLimit = 200

    package let name: String
    var steps: [Matcher]
    var exclusions: [Matcher] = []
    var unit = Unit.customer
    /// A unit's rows with equal values of these are a unit of their own.
    var hold: [RowRule.Field] = []
    var rules: FunnelRules
    var breakdown: [RowRule.Field] = []
    var attribution = Attribution.first
    /// Segments beyond this many are pooled as `(other)`.
    var breakdownLimit = Funnel.defaultBreakdownLimit
    var trend = CalendarPeriod.day
    var like: FunnelPreset?

    /// The step's name in the tables; in a funnel of any order row k is "at least k steps".
    func label(ofStep step: Int) -> String {
        rules.order == .unordered ? "(any \(step + 1))" : steps[step].label
    }
}
