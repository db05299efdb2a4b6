/// The touchpoints that errors answer, in sets as their keys `answers` name them, each set once: a row of one
/// is an attempt.
struct AttemptSets {
    private var all: [Set<String>] = []

    init(_ journey: Journey) {
        for answers in journey.touchpoints.compactMap(\.answers) where !answers.isEmpty {
            if number(of: answers) == nil { all.append(Set(answers)) }
        }
    }

    var count: Int { all.count }

    /// Nil where no error answers just these.
    func number(of touchpoints: [String]) -> Int? { all.firstIndex(of: Set(touchpoints)) }

    /// The numbers of the sets that hold the rows of a label, whose touchpoint has this name, rising. A
    /// conversion that was reported before is no attempt.
    func sets(holding label: LabelTable.Label, named touchpoint: String) -> [Int] {
        guard label.standing != .repeated else { return [] }
        return all.indices.filter { all[$0].contains(touchpoint) }
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
