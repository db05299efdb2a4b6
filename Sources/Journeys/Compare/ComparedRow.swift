import StageSupport
import StatsFolder

/// A row of a compared table: what it is of, and its rates in the table's order.
package struct ComparedRow {
    struct Rate {
        /// As the table has it; empty for none.
        let text: [UInt8]
        /// Successes and trials; nil where the table does not tell them.
        let counts: (successes: Int, trials: Int)?

        var number: Double? {
            if let counts { return ratio(counts.successes, counts.trials) }
            return Double(String(decoding: text, as: UTF8.self))
        }
    }

    /// `funnel=purchase;step=2`, empty columns left out. A `;` or `\` of a value has a `\` before it.
    let key: [UInt8]
    let rates: [Rate]
}

extension ComparedRow {
    /// The rows of one table of a folder; nil where the folder has no such table.
    ///
    /// Throws exit 65 where the table lacks a column, or a rate is not that of its counts.
    static func rows(
        of compared: ComparedTable, in folder: StatsFolder
    ) throws(Failure) -> [ComparedRow]? {
        guard let table = try folder.table(compared.shape.file, columns: compared.columns) else {
            return nil
        }
        let steps = FunnelSteps(folder.manifest)
        var rows: [ComparedRow] = []
        for row in table.rows {
            var rates: [Rate] = []
            for rate in compared.rates {
                rates.append(try Self.rate(rate, row, table, steps))
            }
            rows.append(ComparedRow(key: key(row, compared.keys), rates: rates))
        }
        return rows
    }

    private static func key(_ row: StatsTable.Row, _ columns: [String]) -> [UInt8] {
        var key: [UInt8] = []
        for column in columns {
            let value = row.bytes(column)
            guard !value.isEmpty else { continue }
            if !key.isEmpty { key.append(0x3B) }
            key += Array(column.utf8)
            key.append(0x3D)
            for byte in value {
                if byte == 0x3B || byte == 0x5C { key.append(0x5C) }
                key.append(byte)
            }
        }
        return key
    }

    private static func rate(
        _ rate: ComparedTable.Rate, _ row: StatsTable.Row, _ table: StatsTable,
        _ steps: FunnelSteps
    ) throws(Failure) -> Rate {
        let text = row.bytes(rate.column)
        guard let number = row.number(rate.column),
            let counts = counts(rate, row, table, steps), counts.trials > 0
        else { return Rate(text: text, counts: nil) }
        // 9 decimals are printed.
        guard (0...counts.trials).contains(counts.successes),
            abs(Double(counts.successes) / Double(counts.trials) - number) < 1e-8
        else {
            throw Failure(
                .damagedInput,
                "\(table.name):\(row.record): \(rate.column) is not \(counts.successes) of "
                    + "\(counts.trials); run funnelstats again")
        }
        return Rate(text: text, counts: counts)
    }

    private static func counts(
        _ rate: ComparedTable.Rate, _ row: StatsTable.Row, _ table: StatsTable,
        _ steps: FunnelSteps
    ) -> (successes: Int, trials: Int)? {
        switch rate.counts {
        case .none: return nil
        case .columns(let part, let whole): return pair(row.count(part), row.count(whole))
        case .reachedOfFirst: return pair(row.count("reached"), steps.first(of: row, in: table))
        case .reachedOfPrevious:
            return pair(row.count("reached"), steps.previous(of: row, in: table))
        case .share(let column):
            guard let whole = row.count(column), let share = row.number(rate.column) else {
                return nil
            }
            return (Int((share * Double(whole)).rounded()), whole)
        case .proportion:
            guard !ComparedTable.notProportions.contains(row.text("metric")) else { return nil }
            return pair(row.count("numerator"), row.count("denominator"))
        }
    }

    private static func pair(_ part: Int?, _ whole: Int?) -> (successes: Int, trials: Int)? {
        guard let part, let whole else { return nil }
        return (part, whole)
    }
}

/// Finds the rows of `funnel.csv` that a step's rates are taken of; a segment's steps follow each other.
private struct FunnelSteps {
    /// By funnel: whether each step is optional.
    private let optional: [String: [Bool]]

    init(_ manifest: StatsManifest) {
        let known = manifest.funnels.map { funnel in
            (
                funnel.name,
                funnel.stepRules.map { $0.split(separator: ", ").contains("optional") }
            )
        }
        optional = Dictionary(known) { first, _ in first }
    }

    func first(of row: StatsTable.Row, in table: StatsTable) -> Int? {
        row.count("step").flatMap { reached(row.index - ($0 - 1), table) }
    }

    /// That of the required step before, or of the first step; nil for the first.
    func previous(of row: StatsTable.Row, in table: StatsTable) -> Int? {
        guard let step = row.count("step"), step > 1 else { return nil }
        let optional = optional[row.text("funnel")] ?? []
        var before = step - 1
        while before > 1, before <= optional.count, optional[before - 1] { before -= 1 }
        return reached(row.index - (step - before), table)
    }

    private func reached(_ index: Int, _ table: StatsTable) -> Int? {
        (0..<table.rowCount).contains(index) ? table.row(index).count("reached") : nil
    }
}
