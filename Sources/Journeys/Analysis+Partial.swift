import ByteIO
import Rows
import StageSupport

// What adds up: all counts, with the names of what they count.
extension Analysis {
    /// The writer with all counts; `isSorted` where others than this run read them.
    borrowing func partial(isSorted: Bool) -> PartialWriter {
        var partial = PartialWriter(
            isSorted: isSorted,
            touchpoints: PartialNames(classifier.table.touchpoints, isSorted: isSorted),
            values: segments.fields.indices.map {
                PartialNames(segments.names(ofField: $0), isSorted: isSorted)
            })
        customers?.write(to: &partial)
        writeNames(to: &partial)
        writeLabels(to: &partial)
        writeRows(to: &partial)
        for funnel in funnels { funnel.write(to: &partial) }
        guard isWhole else { return partial }
        transitions.write(to: &partial)
        touchpoints.write(to: &partial)
        variants.write(to: &partial)
        rework.write(to: &partial)
        stages.write(to: &partial)
        experience.write(to: &partial)
        hours.write(to: &partial)
        retention.write(to: &partial)
        activity.write(to: &partial)
        attribution.write(to: &partial)
        metrics.write(to: &partial)
        signals.counts.write(to: &partial)
        return partial
    }

    /// Adds the counts that an analysis of the same rules wrote.
    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        try customers?.merge(&partial)
        try readNames(&partial)
        try readLabels(&partial)
        try readRows(&partial)
        for index in funnels.indices { try funnels[index].merge(&partial) }
        guard isWhole else { return }
        try transitions.merge(&partial)
        try touchpoints.merge(&partial)
        try variants.merge(&partial)
        try rework.merge(&partial)
        try stages.merge(&partial)
        try experience.merge(&partial)
        try hours.merge(&partial)
        try retention.merge(&partial)
        try activity.merge(&partial)
        try attribution.merge(&partial)
        try metrics.merge(&partial)
        try signals.counts.merge(&partial)
    }

    /// Adds all counts of another analysis of the same rules.
    mutating func merge(_ other: consuming Analysis) throws(Failure) {
        var partial = PartialReader(other.partial(isSorted: false))
        try merge(&partial)
    }
}

// Names.
extension Analysis {
    private borrowing func writeNames(to partial: inout PartialWriter) {
        let names = classifier.table.touchpoints
        for number in partial.touchpoints.order {
            partial.begin("name")
            partial.append(names[number])
            partial.end()
        }
        for field in segments.fields.indices {
            let values = segments.names(ofField: field)
            for number in partial.values[field].order {
                partial.begin("value")
                partial.append(field)
                partial.append(values[number])
                partial.end()
            }
        }
    }

    private mutating func readNames(_ partial: inout PartialReader) throws(Failure) {
        while partial.isNext("name") {
            let name = try partial.text()
            partial.touchpoints.append(Int32(classifier.number(ofTouchpoint: name.span)))
            try partial.finishLine()
        }
        partial.values = segments.fields.map { _ in [] }
        while partial.isNext("value") {
            let field = try partial.number(in: segments.fields.indices)
            partial.values[field].append(
                segments.number(of: try partial.text(), ofField: field))
            try partial.finishLine()
        }
    }

    /// What rows were: the touchpoint, how they count, whether one was kept, and the inline rules that match.
    private borrowing func writeLabels(to partial: inout PartialWriter) {
        let labels = classifier.table.labels
        let keys = labels.map {
            [Int(partial.touchpoints.rank(Int32($0.touchpoint))), $0.standing.rawValue] + $0.inline
        }
        let order =
            partial.isSorted
            ? labels.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
            : Array(labels.indices)
        for index in order {
            partial.begin("label")
            partial.append(filter?.isMet(index) ?? true)
            partial.append(list: keys[index].map(Int64.init))
            partial.end()
        }
    }

    private mutating func readLabels(_ partial: inout PartialReader) throws(Failure) {
        while partial.isNext("label") {
            let isMet = try partial.flag()
            let key = try partial.list()
            try partial.finishLine()
            guard key.count >= 2, partial.touchpoints.indices.contains(Int(key[0])),
                let standing = LabelTable.Standing(rawValue: Int(key[1]))
            else { throw partial.damage("no label") }
            let number = classifier.number(
                of: .init(
                    touchpoint: Int(partial.touchpoints[Int(key[0])]),
                    inline: key.dropFirst(2).map { Int($0) }, standing: standing))
            if isMet { filter?.meet(number) }
        }
        learnLabels()
    }
}

// Rows.
extension Analysis {
    private borrowing func writeRows(to partial: inout PartialWriter) {
        partial.begin("counts")
        for count in [customerCount, rowCount, duplicateCount, sessionCount] {
            partial.append(count)
        }
        partial.end()
        for part in times.parts {
            partial.begin("times")
            partial.append(part.rows)
            partial.append(part.first)
            partial.append(part.last)
            partial.end()
        }
        partial.line("left_out", filter?.leftOut ?? PartFilter.LeftOut())
        partial.line("reports", reports)
    }

    private mutating func readRows(_ partial: inout PartialReader) throws(Failure) {
        try partial.begin("counts")
        try partial.add(to: &customerCount)
        try partial.add(to: &rowCount)
        try partial.add(to: &duplicateCount)
        try partial.add(to: &sessionCount)
        try partial.finishLine()
        while partial.isNext("times") {
            var rows = 0
            try partial.add(to: &rows)
            times.add((rows, try partial.number(), try partial.number()))
            try partial.finishLine()
        }
        var leftOut = filter?.leftOut ?? PartFilter.LeftOut()
        try partial.addLine("left_out", to: &leftOut)
        filter?.leftOut = leftOut
        try partial.addLine("reports", to: &reports)
    }
}
