import ByteIO
import StageSupport

extension Analysis {
    /// Steps that no row matched, a line for each, with the nearest name that rows have; none without rows.
    package var doubts: [String] {
        guard rowCount > 0 else { return [] }
        let table = classifier.table
        let names = Set(table.labels.map(\.touchpoint)).map {
            String(decoding: table.name($0), as: UTF8.self)
        }
        return refundDoubts
            + funnels.flatMap { funnel in
                funnel.unmatchedSteps.map { step in
                    let near = Nearest.name(to: step.label, among: names.sorted())
                    return
                        "funnel '\(funnel.funnel.name)' step \(step.number + 1) '\(step.label)': "
                        + "no row matches" + (near.map { "; did you mean '\($0)'?" } ?? "")
                }
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
}
