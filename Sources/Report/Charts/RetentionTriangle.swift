/// Cohorts and the share of each that came back so many periods later.
struct RetentionTriangle {
    struct Cohort {
        let name: String
        let customers: Cell
        /// By period; nil where it has not ended.
        var cells: [Row?]
    }

    let cohorts: [Cohort]
    let periods: Int

    /// Expects rows by cohort, then period; keeps the latest `most` cohorts and the first `most`
    /// periods.
    init(_ rows: [Row], most: Int) {
        var cohorts: [Cohort] = []
        for row in rows {
            let name = row.text("cohort")
            if cohorts.last?.name != name {
                cohorts.append(Cohort(name: name, customers: row.cell("customers"), cells: []))
            }
            let period = row.count("period")
            guard (0..<most).contains(period) else { continue }
            let last = cohorts.count - 1
            while cohorts[last].cells.count <= period { cohorts[last].cells.append(nil) }
            cohorts[last].cells[period] = row
        }
        self.cohorts = cohorts.suffix(most)
        periods = self.cohorts.map(\.cells.count).max() ?? 0
    }
}
