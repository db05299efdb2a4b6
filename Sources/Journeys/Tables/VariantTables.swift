import ByteIO
import Statistics

/// `paths.csv` and `rework.csv`.
package struct VariantTables {
    private static let pathColumns: [StaticString] = [
        "rank", "path", "customers", "share", "cumulative_share", "conversion_rate", "median_s",
    ]
    private static let reworkColumns: [StaticString] = [
        "touchpoint", "sessions", "self_loops", "repetitions", "rework_rate", "conversion_with",
        "conversion_without",
    ]
    private static let pathLimit = 1000

    let analysis: Analysis

    package init(analysis: Analysis) {
        self.analysis = analysis
    }

    /// The paths that most customers took, and the rest of them as `(other)`, without a rank.
    package func paths() -> Table {
        let counts = analysis.variants.counts
        let top = commonest(counts)
        let total = analysis.customerCount
        var rows: [[Cell]] = []
        var sum = 0
        var rest = counts
        for (place, (name, number)) in top.enumerated() {
            sum += counts[number].customers
            rows.append([.count(place + 1)] + cells(name, counts[number], sum, total))
            rest[number] = PathVariants.Counts()
        }
        if top.count < counts.count {
            var other = PathVariants.Counts()
            for counts in rest { other.merge(counts) }
            rows.append([.missing] + cells(Array("(other)".utf8), other, total, total))
        }
        return Table(name: "paths.csv", columns: Self.pathColumns, rows: rows)
    }

    /// The first paths by customers falling, then bytes. Names are made only of paths that may be among
    /// them: of all there may be as many as customers.
    private func commonest(
        _ counts: [PathVariants.Counts]
    ) -> [(name: [UInt8], number: Int)] {
        let falling = counts.map(\.customers).sorted(by: >)
        let least = falling.prefix(Self.pathLimit).last ?? 0
        let touchpoints = names()
        let sorted = counts.indices
            .filter { counts[$0].customers >= least }
            .map { (name: name(ofPath: $0, touchpoints), number: $0) }
            .sorted {
                let (left, right) = (counts[$0.number].customers, counts[$1.number].customers)
                if left != right { return left > right }
                let order = $0.name.span.order($1.name.span)
                return order == 0 ? $0.number < $1.number : order < 0
            }
        return Array(sorted.prefix(Self.pathLimit))
    }

    private func cells(
        _ name: [UInt8], _ counts: PathVariants.Counts, _ sum: Int, _ total: Int
    ) -> [Cell] {
        [
            .text(name), .count(counts.customers), .rate(ratio(counts.customers, total)),
            .rate(ratio(sum, total)), .rate(ratio(counts.converted, counts.customers)),
            .seconds(counts.times.quantiles([0.5])?.first),
        ]
    }

    /// By touchpoint; a ` > ` within a name becomes `>`.
    private func names() -> [[UInt8]] {
        (0..<analysis.classifier.table.touchpoints.count).map {
            analysis.name(Int32($0)).replacing(Array(" > ".utf8), with: Array(">".utf8))
        }
    }

    private func name(ofPath number: Int, _ names: [[UInt8]]) -> [UInt8] {
        let (touchpoints, isCut) = analysis.variants.path(number)
        var name: [UInt8] = []
        for (place, touchpoint) in touchpoints.enumerated() {
            if place > 0 { name.append(" > ") }
            name += names[touchpoint]
        }
        if isCut { name.append(" > …") }
        return name
    }

    /// Touchpoints of any session, most sessions first.
    package func rework() -> Table {
        let named = analysis.rework.counts.enumerated()
            .filter { $0.element.sessions > 0 }
            .map { (name: analysis.name(Int32($0.offset)), counts: $0.element) }
        let sorted = named.sorted {
            $0.counts.sessions == $1.counts.sessions
                ? $0.name.span.order($1.name.span) < 0 : $0.counts.sessions > $1.counts.sessions
        }
        let rows = sorted.map { name, counts in
            [
                .text(name), .count(counts.sessions), .count(counts.selfLoops),
                .count(counts.repetitions), .rate(ratio(counts.with, counts.sessions)),
                .rate(ratio(counts.convertedWith, counts.with)),
                .rate(ratio(counts.convertedWithout, counts.sessions - counts.with)),
            ] as [Cell]
        }
        return Table(name: "rework.csv", columns: Self.reworkColumns, rows: rows)
    }
}
