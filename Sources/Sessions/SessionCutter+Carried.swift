import BasicContainers
import ByteIO
import Rows
import StageSupport

// Sessions in quarantine that went on when the last run ended.
extension SessionCutter {
    /// Goes on with a session of which the state keeps the totals only: the row at hand.
    mutating func carry<Rows: CutRows & ~Copyable>(
        _ row: CutRow, _ rows: inout Rows
    ) throws {
        endIDs(&rows)
        var parts = RowFields(count: CarriedSession.Column.allCases.count)
        let isRow = parts.split(rows.row)
        let declared = parts[CarriedSession.Column.session.rawValue]
        let key = key(of: row, declared: isRow && rule.usesDeclared ? declared : 0..<0, &rows)
        if let before = open.slot(of: key, among: sessions) {
            try complete(before, successor: nil, &rows)
        }
        let slot = begin(key, field: row.field, at: 0)
        guard CarriedSession.read(rows.row, into: &sessions[slot]) else {
            throw Failure(.damagedInput, "state: bad session")
        }
        sessions[slot].isOverLimit = true
        sessions[slot].day = rule.day(at: sessions[slot].totals.end)
    }
}
