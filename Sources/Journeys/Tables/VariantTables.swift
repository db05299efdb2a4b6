import StatsFolder
import BasicContainers
import ByteIO
import Statistics

/// `paths.csv` and `rework.csv`.
extension Analysis {
    private static let pathLimit = 1000

    /// The paths that most customers took, and the rest of them as `(other)`, without a rank.
    func pathsTable() -> Table {
        let top = commonestPaths()
        let times = times(ofPaths: top.map(\.number))
        var rows: [[Cell]] = []
        var sum = 0
        var other = PathVariants.Counts()
        for index in variants.counts.indices { other.add(variants.counts[index]) }
        for (index, (name, number)) in top.enumerated() {
            let counts = variants.counts[number]
            sum += counts.customers
            other.customers -= counts.customers
            other.converted -= counts.converted
            rows.append(
                [.count(index + 1)] + cells(name, counts, times.sample(of: index), through: sum))
        }
        if top.count < variants.counts.count {
            let name = Array("(other)".utf8)
            rows.append(
                [.missing]
                    + cells(name, other, times.sample(of: top.count), through: customerCount))
        }
        return Table(shape: .paths, rows: rows)
    }

    /// The times of conversions by the index of their path in `numbers`, and behind these of all others.
    private func times(ofPaths numbers: [Int]) -> Samples {
        var cells = [Int](repeating: numbers.count, count: variants.counts.count)
        for (index, number) in numbers.enumerated() { cells[number] = index }
        var times = Samples()
        times.extend(to: numbers.count + 1)
        for index in variants.conversions.indices {
            let conversion = variants.conversions[index]
            times.add(conversion.time, to: cells[conversion.path])
        }
        return times
    }

    /// The first paths by customers falling, then bytes. Names are made only of paths that may be among
    /// them: of all there may be as many as customers.
    private func commonestPaths() -> [(name: [UInt8], number: Int)] {
        let customers = variants.counts.indices.map { variants.counts[$0].customers }
        let least = customers.sorted(by: >).prefix(Self.pathLimit).last ?? 0
        let touchpoints = touchpointNames()
        let sorted = customers.indices
            .filter { customers[$0] >= least }
            .map { (name: name(ofPath: $0, touchpoints), number: $0) }
            .sorted {
                let (left, right) = (customers[$0.number], customers[$1.number])
                if left != right { return left > right }
                let order = $0.name.span.order($1.name.span)
                return order == 0 ? precedes($0.number, $1.number) : order < 0
            }
        return Array(sorted.prefix(Self.pathLimit))
    }

    /// The order of paths that are written alike: that of the touchpoints' own names.
    private func precedes(_ left: Int, _ right: Int) -> Bool {
        func names(_ path: Int) -> [[UInt8]] {
            variants.path(path).touchpoints.map { name(Int32($0)) }
        }
        return names(left).lexicographicallyPrecedes(names(right)) { $0.span.order($1.span) < 0 }
    }

    /// `through` are the customers of this path and those before it.
    private func cells(
        _ name: [UInt8], _ counts: PathVariants.Counts, _ times: Sample, through sum: Int
    ) -> [Cell] {
        [
            .text(name), .count(counts.customers), .rate(ratio(counts.customers, customerCount)),
            .rate(ratio(sum, customerCount)), .rate(ratio(counts.converted, counts.customers)),
            .seconds(times.quantiles([0.5])?.first),
        ]
    }

    /// By touchpoint; a ` > ` within a name becomes `>`.
    private func touchpointNames() -> [[UInt8]] {
        (0..<classifier.table.touchpoints.count).map {
            name(Int32($0)).replacing(Array(" > ".utf8), with: Array(">".utf8))
        }
    }

    private func name(ofPath number: Int, _ names: [[UInt8]]) -> [UInt8] {
        let (touchpoints, isCut) = variants.path(number)
        var name: [UInt8] = []
        for (index, touchpoint) in touchpoints.enumerated() {
            if index > 0 { name.append(" > ") }
            name += names[touchpoint]
        }
        if isCut { name.append(" > …") }
        return name
    }

    /// Touchpoints of any session, most sessions first.
    func reworkTable() -> Table {
        let named = rework.counts.indices
            .filter { rework.counts[$0].sessions > 0 }
            .map { (name: name(Int32($0)), counts: rework.counts[$0]) }
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
        return Table(shape: .rework, rows: rows)
    }
}
