import ByteIO
import StageSupport

extension Analysis {
    private static let mostNames = 3

    /// What of the journey is valid and yet may surprise.
    package var remarks: [String] { journey.remarks }

    /// What a user would want to know of the rows, one line each; none without rows. `paths` are the inputs,
    /// whose first rows are looked at for names where a step matched none.
    package func doubts(paths: [String]) -> [String] {
        guard rowCount > 0 else { return partLines }
        return refundDoubts + unmatchedLines(paths) + caseLines
    }

    /// Why a part has no rows: conditions that no session or row met.
    private var partLines: [String] {
        guard let filter, filter.leftOut.count > 0 else { return [] }
        let lines = filter.part.conditions.compactMap { condition -> String? in
            let field = segments.fields.firstIndex(of: condition.field) ?? 0
            guard !condition.value.isEmpty,
                segments.known(condition.value, ofField: field) == nil
            else { return nil }
            let near = Nearest.names(
                to: String(decoding: condition.value, as: UTF8.self),
                among: segments.texts(ofField: field))
            return "--where \(condition.text): no row has it" + Nearest.question(near)
        }
        return lines.isEmpty ? ["no row is in the part that is counted"] : lines
    }

    /// Values of one column that differ only in upper and lower case: mostly one value, written in two ways.
    private var caseLines: [String] {
        segments.fields.indices.compactMap { field in
            let groups = Dictionary(grouping: segments.texts(ofField: field)) { $0.lowercased() }
                .values.filter { $0.count > 1 }.map { $0.sorted() }
                .sorted { $0[0] < $1[0] }
            guard let first = groups.first else { return nil }
            let names = first.prefix(Self.mostNames).map { "'\($0)'" }.joined(separator: ", ")
            let rest = groups.count > 1 ? "; so do the values of \(groups.count - 1) more" : ""
            return "\(segments.fields[field].name): \(names) differ only in case, and are "
                + "counted each for itself\(rest)"
        }
    }

    /// Where all that matches conversions is refunds, the journey may have meant something else.
    private var refundDoubts: [String] {
        guard reports.refundCount > 0, reports.conversionCount == 0,
            attribution.total.conversions == 0,
            funnels.allSatisfy({ $0.whole.converted == 0 })
        else { return [] }
        return [
            "all conversions have a negative amount (\(reports.refundCount) rows): they are refunds, "
                + "which fill no step unless it says value = \"< 0\""
        ]
    }

    private func unmatchedLines(_ paths: [String]) -> [String] {
        let steps = funnels.flatMap { counter in
            unmatchedSteps(counter).map { UnmatchedStep(funnel: counter.funnel, step: $0) }
        }
        guard !steps.isEmpty else { return [] }
        let names = names(paths)
        return steps.map { $0.line(journey, among: names) }
    }

    /// The steps of a funnel that no row matched, by their number from 0.
    func unmatchedSteps(_ counter: FunnelCounter) -> [Int] {
        guard let filter else { return counter.unmatchedSteps { _ in true } }
        return counter.unmatchedSteps(filter.isMet)
    }

    /// What steps may be called: names of the first rows, then what else was met.
    private func names(_ paths: [String]) -> [String] {
        let first = FirstNames(paths)?.names ?? []
        guard journey.touchpoints.isEmpty else { return first }
        let table = classifier.table
        let met = Set(table.labels.map(\.touchpoint)).map {
            String(decoding: table.name($0), as: UTF8.self)
        }
        let known = Set(first)
        return first + met.filter { !known.contains($0) }.sorted()
    }
}
