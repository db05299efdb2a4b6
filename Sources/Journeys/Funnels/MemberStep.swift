package import StageSupport

/// One step of a funnel, whose members are listed: those who came to it and no further.
package struct MemberStep {
    /// The funnel's index in the journey.
    let funnel: Int
    /// From 1; several where steps of one name are.
    let depths: Set<Int>

    /// `text` is `FUNNEL:STEP`, the step by name or by number from 1.
    ///
    /// - Throws: exit 64, with the nearest names, where the journey has none such.
    package init(_ text: String, of journey: Journey) throws(Failure) {
        let colons = text.indices.filter { text[$0] == ":" }
        for colon in colons {
            let name = text[..<colon]
            guard let funnel = journey.funnels.firstIndex(where: { $0.name == name }) else {
                continue
            }
            let step = String(text[text.index(after: colon)...])
            depths = try Self.depths(step, of: journey.funnels[funnel])
            self.funnel = funnel
            return
        }
        guard let colon = colons.first else {
            throw Failure(.usage, "--members-of takes FUNNEL:STEP, not '\(text)'")
        }
        let wanted = String(text[..<colon])
        let near = Nearest.names(to: wanted, among: journey.funnels.map(\.name))
        throw Failure(
            .usage,
            "--members-of: no funnel '\(wanted)'" + Nearest.question(near))
    }

    private static func depths(_ step: String, of funnel: Funnel) throws(Failure) -> Set<Int> {
        let names = funnel.steps.indices.map { funnel.label(ofStep: $0) }
        let named = names.indices.filter { names[$0] == step }.map { $0 + 1 }
        if !named.isEmpty { return Set(named) }
        if let number = Int(step), names.indices.contains(number - 1) { return [number] }
        let near = Nearest.names(to: step, among: names)
        throw Failure(
            .usage,
            "--members-of: funnel '\(funnel.name)' has no step '\(step)'"
                + (near.isEmpty
                    ? "; its steps are \(names.joined(separator: ", "))" : Nearest.question(near)))
    }

    package func holds(_ member: Member) -> Bool {
        member.funnel == funnel && depths.contains(member.depth)
    }

    /// How many members there are.
    package func count(in analysis: borrowing Analysis) -> Int {
        let steps = analysis.funnels[funnel].whole.steps
        return depths.reduce(0) { $0 + steps[$1 - 1].ended }
    }
}
