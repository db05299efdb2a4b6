import StageSupport

// What adds up.
extension FunnelCounter: Mergeable {
    func write(to partial: inout PartialWriter) {
        partial.begin("without_unit")
        partial.append(rowsWithoutUnit)
        partial.end()
        whole.write(to: &partial)
        for breakdown in breakdowns { breakdown.write(to: &partial) }
        trend.write(to: &partial)
        let touchpoints = partial.touchpoints
        next.write("next", to: &partial) { ($0, touchpoints.rank($1)) }
        correlation.write(to: &partial, fields: correlatedIndices)
        landmark?.write(to: &partial)
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        try partial.begin("without_unit")
        try partial.add(to: &rowsWithoutUnit)
        try partial.finishLine()
        try whole.merge(&partial)
        for index in breakdowns.indices { try breakdowns[index].merge(&partial) }
        try trend.merge(&partial)
        let (steps, touchpoints) = (Int32(funnel.steps.count), partial.touchpoints)
        try next.merge("next", of: &partial) { step, key in
            guard 0..<steps ~= step, key < touchpoints.count, key >= Transitions.exit else {
                return nil
            }
            return (step, key < 0 ? key : touchpoints[Int(key)])
        }
        try correlation.merge(&partial, fields: correlatedIndices)
        try landmark?.merge(&partial)
    }
}
