package import StageSupport
import Statistics
package import StatsFolder

/// `compare.csv`: every rate of two folders side by side.
package struct Comparison {
    /// One rate; it may be on one side only.
    private struct Finding {
        let table: String
        let key: [UInt8]
        let metric: String
        let before: ComparedRow.Rate?
        let after: ComparedRow.Rate?
    }

    private var findings: [Finding] = []

    /// Throws exit 65 where a folder lacks a table that the other has, or both have none.
    package init(before: StatsFolder, after: StatsFolder) throws(Failure) {
        var isEmpty = true
        for compared in ComparedTable.all {
            let old = try ComparedRow.rows(of: compared, in: before)
            let new = try ComparedRow.rows(of: compared, in: after)
            guard let old, let new else {
                if old == nil, new == nil { continue }
                throw Self.lacks(old == nil ? before : after, compared.name)
            }
            isEmpty = false
            add(compared, old, new)
        }
        if isEmpty { throw Self.lacks(before, ComparedTable.all[0].name) }
    }

    private static func lacks(_ folder: StatsFolder, _ name: String) -> Failure {
        Failure(
            .damagedInput,
            "\(folder.path): incomplete: no \(name).csv in manifest.json; run funnelstats again")
    }

    /// Rows of `new` in their order, then those that are in `old` only.
    private mutating func add(
        _ compared: ComparedTable, _ old: [ComparedRow], _ new: [ComparedRow]
    ) {
        // A key that stands twice is told apart by its turn.
        let oldKeys = Self.numbered(old)
        let newKeys = Self.numbered(new)
        let indices = Dictionary(uniqueKeysWithValues: zip(oldKeys, old.indices))
        for (key, row) in zip(newKeys, new) {
            add(compared, row.key, before: indices[key].map { old[$0] }, after: row)
        }
        let known = Set(newKeys)
        for (key, row) in zip(oldKeys, old) where !known.contains(key) {
            add(compared, row.key, before: row, after: nil)
        }
    }

    private struct NumberedKey: Hashable {
        let key: [UInt8]
        let turn: Int
    }

    private static func numbered(_ rows: [ComparedRow]) -> [NumberedKey] {
        var turns: [[UInt8]: Int] = [:]
        return rows.map { row in
            turns[row.key, default: 0] += 1
            return NumberedKey(key: row.key, turn: turns[row.key] ?? 0)
        }
    }

    /// Adds the rates of a row; one that has a value on neither side is none.
    private mutating func add(
        _ compared: ComparedTable, _ key: [UInt8], before: ComparedRow?, after: ComparedRow?
    ) {
        for (index, rate) in compared.rates.enumerated() {
            let (old, new) = (before?.rates[index], after?.rates[index])
            guard old?.text.isEmpty == false || new?.text.isEmpty == false else { continue }
            findings.append(
                Finding(
                    table: compared.name, key: key, metric: rate.column, before: old, after: new))
        }
    }
}

// What a difference is, and how sure it is.
extension Comparison {
    /// The q-values are over the whole table.
    package func table() -> Table {
        let tests = findings.map { finding -> Double? in
            guard let before = finding.before?.counts, let after = finding.after?.counts else {
                return nil
            }
            return ProportionTest(after: after, before: before)?.pValue
        }
        var qValues = BenjaminiHochberg.qValues(tests.compactMap { $0 })[...]
        let rows = zip(findings, tests).map { finding, pValue in
            Self.row(finding, qValue: pValue.flatMap { _ in qValues.popFirst() })
        }
        return Table(shape: .compare, rows: rows)
    }

    private static func row(_ finding: Finding, qValue: Double?) -> [Cell] {
        var difference: Double?
        var interval: Newcombe?
        if let before = finding.before, let after = finding.after {
            if let old = before.counts, let new = after.counts {
                interval = Newcombe(after: new, before: old)
            }
            if let old = before.number, let new = after.number { difference = new - old }
        }
        return [
            .text(finding.table), .text(finding.key), .text(finding.metric),
            .id(finding.before?.text ?? []), .id(finding.after?.text ?? []),
            .amount(difference), .rate(interval?.low), .rate(interval?.high), .number(qValue),
        ]
    }
}
