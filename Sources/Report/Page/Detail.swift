/// How much a page shows, so that no folder makes it large.
struct Detail {
    /// Funnels with sections of their own.
    var funnels: Int
    /// Funnels whose charts have their tables under them.
    var tables: Int
    /// Tables of more rows show the first `top` of them.
    var rows: Int
    var top: Int
    /// Rows of a table that goes on with ever less important ones.
    var list: Int
    /// Touchpoints, stages, channels or cohorts of a heat map.
    var heat: Int
    /// Rows of a chart of dots.
    var dots: Int
    var ribbons: Int
    /// Names are cut after so many marks, even where they stand whole.
    var name: Int

    static let levels = [
        Detail(
            funnels: 8, tables: 8, rows: 200, top: 50, list: 25, heat: 20, dots: 15, ribbons: 80,
            name: 4000),
        Detail(
            funnels: 6, tables: 6, rows: 60, top: 31, list: 15, heat: 20, dots: 12, ribbons: 60,
            name: 1000),
        Detail(
            funnels: 5, tables: 1, rows: 31, top: 12, list: 10, heat: 14, dots: 10, ribbons: 60,
            name: 400),
        Detail(
            funnels: 4, tables: 1, rows: 13, top: 10, list: 5, heat: 8, dots: 7, ribbons: 40,
            name: 200),
        Detail(
            funnels: 2, tables: 1, rows: 12, top: 8, list: 8, heat: 8, dots: 8, ribbons: 30,
            name: 120),
        Detail(
            funnels: 1, tables: 1, rows: 6, top: 5, list: 5, heat: 6, dots: 5, ribbons: 20,
            name: 64),
    ]

    /// A page of up to so many bytes is light enough to mail and to open anywhere; the first
    /// `lightLevels` are tried for it.
    static let lightBytes = 250_000
    static let lightLevels = 4
    /// The level to begin with: no page of many rows is light, so that the fullest need no try.
    static func first(_ tables: Tables) -> Int {
        let rows = TableName.allCases.reduce(0) { $0 + tables.rowCount($1) }
        return rows > 20_000 ? 2 : 0
    }

    /// A larger page is too large.
    static let mostBytes = 290_000
    /// Funnels of more steps have no bars.
    static let mostSteps = 12
    /// Fewer units say little: their rates are grey.
    static let fewUnits = 30

    func shown(of rows: Int) -> Int { rows > self.rows ? top : rows }

    func listed(of rows: Int) -> Int { min(rows, list) }
}
