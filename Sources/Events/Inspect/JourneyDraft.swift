import ByteIO
import StageSupport
package import Rows

/// A journey file guessed from events: touchpoints by frequency, stages and a funnel by name.
package struct JourneyDraft {
    private static let touchpointLimit = 24

    private struct Touchpoint {
        var name: String
        var match: String
        var count: Int
        var role: JourneyRole
    }

    private let zone: String
    private var events: [String: Int] = [:]
    private var pages = PageTree()
    /// Pages that a form was sent to, which answered with another page: a step of its own.
    private var forms = PageTree()
    private var errors = 0

    package init(zone: String) { self.zone = zone }

    /// Counts one event.
    package mutating func observe(_ draft: borrowing EventDraft) {
        if draft[.status].count == 3, draft[.status][0] >= 0x34 {
            errors += 1
            return
        }
        let name = draft[.event]
        if name.equals("page_view") {
            pages.add(draft[.page])
        } else if name.equals("redirect"), draft[.props].contains("\"method\":\"POST\"") {
            forms.add(draft[.page])
        } else if draft.requestKind == .none, events.count < 10_000 || events[name.text] != nil {
            events[name.text, default: 0] += 1
        }
    }

    /// The file.
    package var lines: [String] {
        var all = touchpoints
        let steps = steps(of: all)
        // A funnel ends in a conversion: where no name tells one, its last step is it.
        if let last = steps.last, !all.contains(where: { $0.role == .purchase }),
            let index = all.firstIndex(where: { $0.name == last })
        {
            all[index].role = .purchase
        }
        var lines = [
            "# Drafted from a log. Names, stages and the funnel are guesses: change them.",
            "version = 1", "timezone = \(JSONValue.quoted(zone))", "",
        ]
        if errors > 0 {
            lines += [
                "# \(errors) events", "[[touchpoint]]", "name = \"error_page\"", "kind = \"error\"",
                "match = [{ page = \"/**\", status = \">= 400\" }]", "",
            ]
        }
        for touchpoint in all { lines += Self.lines(touchpoint) }
        return lines + Self.funnel(steps) + Self.hints
    }

    private var touchpoints: [Touchpoint] {
        var found = events.map {
            Touchpoint(
                name: $0.key, match: "event = \(JSONValue.quoted($0.key))", count: $0.value,
                role: JourneyRole($0.key))
        }
        found += pages.templates().prefix(Self.touchpointLimit).map {
            Touchpoint(
                name: Self.name(of: $0.template),
                match: "event = \"page_view\", page = \(JSONValue.quoted($0.template))",
                count: $0.count, role: JourneyRole($0.template))
        }
        found += forms.templates().prefix(Self.touchpointLimit).map {
            Touchpoint(
                name: Self.name(of: $0.template) + "_sent",
                match: "event = \"redirect\", page = \(JSONValue.quoted($0.template))",
                count: $0.count, role: JourneyRole($0.template))
        }
        found.sort { ($1.count, $0.name, $0.match) < ($0.count, $1.name, $1.match) }
        var names: Set<String> = ["error_page"]
        let named = found.prefix(Self.touchpointLimit).map { touchpoint in
            var touchpoint = touchpoint
            touchpoint.name = Self.free(touchpoint.name, &names)
            return touchpoint
        }
        // The first rule that matches wins: what is written out goes before what has a `*`.
        return named.filter { !$0.match.contains("*") } + named.filter { $0.match.contains("*") }
    }

    private static func free(_ name: String, _ names: inout Set<String>) -> String {
        var free = name
        var number = 2
        while !names.insert(free).inserted {
            free = "\(name)_\(number)"
            number += 1
        }
        return free
    }

    /// `/product/*` is `product`.
    private static func name(of template: String) -> String {
        let words = template.split(separator: "/").filter { !$0.hasPrefix("*") }
        let letters = words.joined(separator: "_").unicodeScalars.map {
            $0.properties.isAlphabetic || $0.properties.numericType != nil ? Character($0) : "_"
        }
        let name = String(letters).lowercased().split(separator: "_").joined(separator: "_")
        return name.isEmpty ? (template == "/" ? "home" : "page") : String(name.prefix(60))
    }

    private static func lines(_ touchpoint: Touchpoint) -> [String] {
        var lines = [
            "# \(touchpoint.count) events", "[[touchpoint]]",
            "name = \(JSONValue.quoted(touchpoint.name))",
        ]
        if let stage = touchpoint.role.stage { lines.append("stage = \"\(stage)\"") }
        switch touchpoint.role {
        case .purchase: lines.append("kind = \"conversion\"")
        case .error: lines.append("kind = \"error\"")
        case .automatic: lines.append("kind = \"automatic\"")
        default: break
        }
        return lines + ["match = [{ \(touchpoint.match) }]", ""]
    }

    /// The most frequent touchpoint of each step of a purchase, or else the two most frequent; a form that was sent
    /// ends them where no purchase has a name.
    private func steps(of all: [Touchpoint]) -> [String] {
        var steps: [String] = []
        for role in [JourneyRole.product, .cart, .checkout, .purchase] {
            let best = all.filter { $0.role == role }.max { $0.count < $1.count }
            if let best { steps.append(best.name) }
        }
        if !all.contains(where: { $0.role == .purchase }) {
            let sent = all.filter {
                $0.match.hasPrefix("event = \"redirect\"") && !steps.contains($0.name)
            }
            let last = sent.filter { $0.role == .checkout || $0.role == .cart }.max {
                $0.count < $1.count
            }
            if let last { steps.append(last.name) }
        }
        if steps.count < 2 {
            steps = all.filter { $0.role != .automatic }.sorted { $0.count > $1.count }
                .prefix(2).map(\.name)
        }
        return steps
    }

    private static func funnel(_ steps: [String]) -> [String] {
        let mark = steps.count < 2 ? "# " : ""
        let names = steps.map(JSONValue.quoted).joined(separator: ", ")
        return [
            "[[funnel]]", "name = \"journey\"", "steps = [\(names)]", "unit = \"customer\"",
            "window = \"14d\"",
        ].map { mark + $0 } + [""]
    }

    private static let hints = [
        "# breakdown = [\"device\", \"channel\"]", "# trend = \"day\"", "",
        "# [friction]", "# support_within = \"24h\"", "# slow_ms = 3000",
    ]
}

/// What a name says of the place in a purchase.
enum JourneyRole: Equatable {
    case entry, product, cart, checkout, purchase, support, error, automatic, other

    init(_ name: String) {
        if AutomaticEvent.isNamed(Array(name.utf8).span) {
            self = .automatic
            return
        }
        let lower = name.lowercased()
        func has(_ words: String...) -> Bool { words.contains { lower.contains($0) } }
        if has("error", "bug", "failed", "declined", "exception") {
            self = .error
        } else if has(
            "purchase", "order_completed", "order completed", "thank", "confirmation", "success")
        {
            self = .purchase
        } else if has("checkout", "payment", "shipping") {
            self = .checkout
        } else if has("cart", "basket", "bag") {
            self = .cart
        } else if has("product", "item", "detail") {
            self = .product
        } else if has("support", "help", "contact", "faq") {
            self = .support
        } else if lower == "/" || has("home", "search", "catalog", "category", "landing") {
            self = .entry
        } else {
            self = .other
        }
    }

    var stage: String? {
        switch self {
        case .entry: "interest"
        case .product: "comparison"
        case .cart, .checkout, .purchase: "purchase"
        case .support: "support"
        case .error, .automatic, .other: nil
        }
    }
}
