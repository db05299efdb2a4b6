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
        let steps = try FunnelSteps(folder)
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

    fileprivate static func key(_ row: StatsTable.Row, _ columns: [String]) -> [UInt8] {
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
        if steps.isTrivial(rate, row) { return Rate(text: [], counts: nil) }
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
        case .reachedOfEntered: return pair(row.count("reached"), steps.entered(of: row, in: table))
        case .reachedOfPrevious:
            guard let whole = steps.previous(of: row, in: table) else { return nil }
            // In an open funnel some came to the step another way.
            return steps.isOpen(row) ? share(rate, row, whole) : pair(row.count("reached"), whole)
        case .share(let column):
            return row.count(column).flatMap { share(rate, row, $0) }
        case .proportion:
            guard !ComparedTable.notProportions.contains(row.text("metric")) else { return nil }
            return pair(row.count("numerator"), row.count("denominator"))
        }
    }

    /// The part is a whole number, which the rounded rate tells.
    private static func share(
        _ rate: ComparedTable.Rate, _ row: StatsTable.Row, _ whole: Int
    ) -> (successes: Int, trials: Int)? {
        row.number(rate.column).map { (Int(($0 * Double(whole)).rounded()), whole) }
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
    /// Open funnels: who entered need not have reached the first step.
    private let open: Set<String>
    /// By the segment's key: who entered it, where there are open funnels.
    private var entered: [[UInt8]: Int] = [:]

    private static let segment = ["funnel", "breakdown", "segment"]

    init(_ folder: StatsFolder) throws(Failure) {
        let funnels = folder.manifest.funnels
        let known = funnels.map { funnel in
            (
                funnel.name,
                funnel.stepRules.map { $0.split(separator: ", ").contains("optional") }
            )
        }
        optional = Dictionary(known) { first, _ in first }
        open = Set(funnels.filter { $0.entry == "any" }.map(\.name))
        guard !open.isEmpty else { return }
        let totals = try folder.table(
            TableShape.totals.file, columns: Self.segment + ["entered"])
        guard let totals else { return }
        for row in totals.rows {
            entered[ComparedRow.key(row, Self.segment)] = row.count("entered")
        }
    }

    func isOpen(_ row: StatsTable.Row) -> Bool { open.contains(row.text("funnel")) }

    /// Of those who reached the first step all did.
    func isTrivial(_ rate: ComparedTable.Rate, _ row: StatsTable.Row) -> Bool {
        guard case .reachedOfEntered = rate.counts else { return false }
        return row.count("step") == 1 && !isOpen(row)
    }

    func entered(of row: StatsTable.Row, in table: StatsTable) -> Int? {
        isOpen(row)
            ? entered[ComparedRow.key(row, Self.segment)]
            : row.count("step").flatMap { reached(row.index - ($0 - 1), table) }
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
