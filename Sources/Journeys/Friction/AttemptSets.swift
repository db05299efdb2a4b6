/// The touchpoints and rules whose rows count as attempts, in sets: what the key `answers` of an error
/// names, and each step from which units go on, for errors of which nothing is said.
struct AttemptSets {
    /// What makes a row an attempt: any of these.
    private struct Members {
        var names: Set<[UInt8]> = []
        /// Numbers of inline rules.
        var inline: Set<Int> = []
    }

    private var all: [Members] = []
    private var numbers: [Set<Funnel.Matcher>: Int] = [:]
    /// Those that `answers` names come first.
    private(set) var declaredCount = 0

    /// `inline` numbers the inline rules of all funnels.
    init(_ journey: Journey, inline: [Funnel.Matcher: Int]) {
        for touchpoint in journey.touchpoints {
            add(Set((touchpoint.answers ?? []).map { .touchpoint($0) }), inline)
        }
        declaredCount = all.count
        for funnel in journey.funnels {
            for pair in funnel.pairs { add([funnel.steps[pair.from]], inline) }
        }
    }

    var count: Int { all.count }

    /// The number of the set of rows that match any of `matchers`; nil where there is none.
    func number(of matchers: Set<Funnel.Matcher>) -> Int? { numbers[matchers] }

    private mutating func add(_ matchers: Set<Funnel.Matcher>, _ inline: [Funnel.Matcher: Int]) {
        guard !matchers.isEmpty, numbers[matchers] == nil else { return }
        numbers[matchers] = all.count
        var members = Members()
        for matcher in matchers {
            switch matcher {
            case .touchpoint(let name): members.names.insert(Array(name.utf8))
            case .rule: if let number = inline[matcher] { members.inline.insert(number) }
            }
        }
        all.append(members)
    }

    /// The numbers of the sets that hold rows of this label, rising; `name` is its touchpoint's. A conversion
    /// that was reported before is no attempt.
    func sets(holding label: LabelTable.Label, named name: [UInt8]) -> [Int] {
        guard label.standing != .repeated else { return [] }
        return all.indices.filter { set in
            all[set].names.contains(name) || label.inline.contains { all[set].inline.contains($0) }
        }
    }
}

extension Funnel {
    /// Consecutive required steps, from 0; none in a funnel of any order.
    var pairs: [(from: Int, to: Int)] {
        guard rules.order != .unordered else { return [] }
        let required = steps.indices.filter { !rules.steps[$0].isOptional }
        return zip(required, required.dropFirst()).map { ($0, $1) }
    }
}
