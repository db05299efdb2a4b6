import ByteIO
import Statistics

/// `paths.csv` and `rework.csv`.
struct VariantTables {
    private static let pathColumns: [StaticString] = [
        "rank", "path", "customers", "share", "cumulative_share", "conversion_rate", "median_s",
    ]
    private static let reworkColumns: [StaticString] = [
        "touchpoint", "sessions", "self_loops", "repetitions", "rework_rate", "conversion_with",
        "conversion_without",
    ]
    private static let pathLimit = 1000

    let analysis: Analysis

    /// The paths that most customers took, and the rest of them as `(other)`, without a rank.
    func paths() -> Table {
        let variants = analysis.variants
        let total = variants.counts.reduce(0) { $0 + $1.customers }
        let sorted = variants.counts.indices
            .map { (name: name(ofPath: $0), counts: variants.counts[$0]) }
            .sorted {
                $0.counts.customers == $1.counts.customers
                    ? $0.name.span.order($1.name.span) < 0
                    : $0.counts.customers > $1.counts.customers
            }
        var rows: [[Cell]] = []
        var sum = 0
        for (place, path) in sorted.prefix(Self.pathLimit).enumerated() {
            sum += path.counts.customers
            rows.append([.count(place + 1)] + cells(path.name, path.counts, sum, total))
        }
        if var other = sorted.dropFirst(Self.pathLimit).first?.counts {
            for rest in sorted.dropFirst(Self.pathLimit + 1) { other.merge(rest.counts) }
            rows.append([.missing] + cells(Array("(other)".utf8), other, total, total))
        }
        return Table(name: "paths.csv", columns: Self.pathColumns, rows: rows)
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

    /// Touchpoints joined by ` > `; one within a name becomes `>`.
    private func name(ofPath number: Int) -> [UInt8] {
        let (touchpoints, isCut) = analysis.variants.path(number)
        var name: [UInt8] = []
        for (place, touchpoint) in touchpoints.enumerated() {
            if place > 0 { name.append(" > ") }
            let text = String(decoding: analysis.name(Int32(touchpoint)), as: UTF8.self)
            name.append(contentsOf: text.replacing(" > ", with: ">").utf8)
        }
        if isCut { name.append(" > …") }
        return name
    }

    /// Touchpoints of any session, most sessions first.
    func rework() -> Table {
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
