import StageSupport

/// The funnel of a draft: the most frequent touchpoint of each step of a purchase, and what ends it.
struct DraftFunnel {
    private static let touchpointLimit = 30
    /// So many of each role that is rare and matters are shown, however often they came.
    private static let rareLimit = 3

    private let steps: [DraftTouchpoint]
    /// A guess by frequency: nothing looks like a conversion by its name.
    private let isGuess: Bool

    /// Takes touchpoints with the most frequent first.
    init(_ all: [DraftTouchpoint]) {
        let end = Self.conversion(of: all)
        isGuess = end.map { [.cart, .product, .other, .entry].contains($0.role) } ?? true
        let before = all.filter { $0.name != end?.name }
        var steps = [JourneyRole.product, .cart, .checkout].compactMap { role in
            before.first { $0.role == role && $0.source != .form }
                ?? before.first { $0.role == role }
        }
        if steps.isEmpty {
            let usual = before.filter { Self.isUsual($0) }
            let form = usual.first { $0.role == .goal && end?.role == .goal }
            steps += [form ?? usual.first { $0.role == .entry } ?? usual.first].compactMap(\.self)
        }
        self.steps = steps + [end].compactMap(\.self)
    }

    /// What a funnel ends in; nil where there is nothing but what nobody aims at.
    private static func conversion(of all: [DraftTouchpoint]) -> DraftTouchpoint? {
        for isEnd in ends {
            if let found = all.first(where: isEnd) { return found }
        }
        return nil
    }

    /// What a funnel may end in, the best first.
    private static let ends: [@Sendable (DraftTouchpoint) -> Bool] = [
        { $0.role == .purchase && $0.source == .event },
        { $0.role == .purchase && $0.source == .page },
        { $0.role == .purchase },
        { isForm($0, .checkout) && NameWords($0.pattern).has("place", "pay", "confirm", "submit") },
        { isForm($0, .checkout) },
        { isForm($0, .goal) },
        { $0.role == .goal && $0.source == .event },
        { $0.role == .checkout },
        { isForm($0, .cart) },
        { $0.role == .cart },
        { isForm($0, .other) || isForm($0, .support) },
        { $0.role == .product },
        { $0.role == .goal },
        { isUsual($0) && $0.role != .entry },
    ]

    private static func isForm(_ touchpoint: DraftTouchpoint, _ role: JourneyRole) -> Bool {
        touchpoint.source == .form && touchpoint.role == role
    }

    /// Whether people come to it, and mean to.
    private static func isUsual(_ touchpoint: DraftTouchpoint) -> Bool {
        guard touchpoint.source != .form else { return false }
        return switch touchpoint.role {
        case .account, .asset, .automatic, .error: false
        default: true
        }
    }

    /// Whether a touchpoint counts as a conversion: the funnel's last step, and of the same kind what is a purchase
    /// by its name. A page behind the event of the same purchase would count it twice.
    func isConversion(_ touchpoint: DraftTouchpoint) -> Bool {
        guard let last = steps.last else { return false }
        return touchpoint.name == last.name
            || touchpoint.role == .purchase && last.role == .purchase && last.source == .event
                && touchpoint.source == .event
    }

    /// The touchpoints to write, in the order in which rules must stand: the first that matches names a row.
    func shown(of all: [DraftTouchpoint]) -> [DraftTouchpoint] {
        var names = Set(steps.map(\.name))
        for role in [JourneyRole.purchase, .error, .goal, .support] {
            names.formUnion(all.filter { $0.role == role }.prefix(Self.rareLimit).map(\.name))
        }
        for touchpoint in all where names.count < Self.touchpointLimit {
            names.insert(touchpoint.name)
        }
        let shown = all.filter { names.contains($0.name) }.enumerated()
        return shown.sorted {
            $0.element.isBefore($1.element)
                || !$1.element.isBefore($0.element) && $0.offset < $1.offset
        }.map(\.element)
    }

    var lines: [String] {
        let mark = steps.count < 2 ? "# " : ""
        let names = steps.map { JSONValue.quoted($0.name) }.joined(separator: ", ")
        let doubt =
            isGuess ? ["# No name tells of a conversion: say which touchpoint is one."] : []
        let funnel = [
            "[[funnel]]", "name = \"journey\"", "steps = [\(names)]", "unit = \"customer\"",
            "window = \"14d\"",
        ]
        return doubt + funnel.map { mark + $0 } + [""]
    }
}
