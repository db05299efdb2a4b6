import BasicContainers
import ByteIO
import StageSupport

/// How a journey fits paths: what no row matched, and what the unmapped rows are.
package struct JourneyCoverage: ~Copyable {
    private static let topCount = 10
    /// Names of unmapped rows begin so.
    private static let prefix = LabelTable.unmapped + " "

    private let journey: Journey
    private var classifier: RowClassifier
    private var labels: [FunnelLabels]
    /// Rows by touchpoint, and by funnel and step.
    private var counts: [Int] = []
    private var stepCounts: [[Int]]
    private var rowCount = 0

    package init(_ journey: Journey) {
        self.journey = journey
        let (rules, numbers) = journey.inlineRules
        classifier = RowClassifier(journey, inline: rules, namesUnmapped: true)
        labels = journey.funnels.map { FunnelLabels($0, inline: numbers) }
        stepCounts = journey.funnels.map { [Int](repeating: 0, count: $0.steps.count) }
    }

    /// Counts all rows of the paths.
    package mutating func read(_ merge: inout PathMerge) throws {
        var rows = CustomerRows()
        while let chunk = try merge.next() {
            var customers = try CustomerMerge(chunk) { try merge.more(ofInput: $0) }
            while try customers.next(
                into: &rows, labelled: &classifier, { try merge.more(ofInput: $0) })
            {
                for index in labels.indices { labels[index].learn(classifier.table) }
                for index in rows.rows.indices { count(Int(rows.rows[index].label)) }
            }
        }
    }

    private mutating func count(_ label: Int) {
        let touchpoint = classifier.table.labels[label].touchpoint
        while counts.count <= touchpoint { counts.append(0) }
        counts[touchpoint] += 1
        rowCount += 1
        for index in labels.indices {
            for step in stepCounts[index].indices
            where labels[index].steps[label] & (1 << step) != 0 {
                stepCounts[index][step] += 1
            }
        }
    }

    /// What there is to say, one line each; `first` are names that the rows have.
    package func lines(_ first: FirstNames?) -> [String] {
        let names = first?.names ?? metNames
        return touchpointLines(names) + stepLines(names)
            + (journey.touchpoints.isEmpty ? [] : [unmappedLine])
    }

    private func touchpointLines(_ names: [String]) -> [String] {
        journey.touchpoints.map(\.name).filter { rows(of: $0) == 0 }.map {
            "touchpoint '\($0)': no row matches"
                + journey.suggestion(for: .touchpoint($0), among: names)
        }
    }

    private func rows(of name: String) -> Int {
        let known = classifier.table.touchpoints.known(Array(name.utf8).span)
        return known.map { $0 < counts.count ? counts[$0] : 0 } ?? 0
    }

    private func stepLines(_ names: [String]) -> [String] {
        zip(journey.funnels, stepCounts).flatMap { funnel, counts in
            counts.indices.filter { counts[$0] == 0 }.map {
                UnmatchedStep(funnel: funnel, step: $0).line(journey, among: names)
            }
        }
    }

    /// Most frequent first, without what tells an unmapped row.
    private var metNames: [String] {
        counts.indices.filter { counts[$0] > 0 }.sorted { counts[$0] > counts[$1] }.map {
            let name = name($0)
            return name.hasPrefix(Self.prefix) ? String(name.dropFirst(Self.prefix.count)) : name
        }
    }

    private func name(_ touchpoint: Int) -> String {
        String(decoding: classifier.table.name(touchpoint), as: UTF8.self)
    }

    private var unmappedLine: String {
        let unmapped = counts.indices.map { (name: name($0), count: counts[$0]) }
            .filter { $0.name.hasPrefix(Self.prefix) && $0.count > 0 }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
        let total = unmapped.reduce(0) { $0 + $1.count }
        let share = rowCount == 0 ? 0 : (Double(total) / Double(rowCount) * 1000).rounded() / 10
        let top = unmapped.prefix(Self.topCount).map {
            "\($0.name.dropFirst(Self.prefix.count)) (\($0.count))"
        }
        let rest =
            unmapped.count > Self.topCount ? ", and \(unmapped.count - Self.topCount) more" : ""
        return "unmapped: \(total) of \(rowCount) rows (\(share) %)"
            + (top.isEmpty ? "" : ": " + top.joined(separator: ", ") + rest)
    }
}
