import ByteIO
import Rows

/// Finds rows of one customer that two inputs deliver: equal `session_id`, `step` and event columns.
///
/// Rows of one input are never copies of each other.
struct DuplicateRows {
    /// Inputs that rows of this customer came from.
    private(set) var inputCount = 0
    /// The rows of inputs before the present one, and those of the present one.
    private var known = Interner()
    private var current: [[UInt8]] = []
    private var key: [UInt8] = []
    /// Whether rows of the input at hand may be copies.
    private(set) var isOn = false

    mutating func removeAll() {
        inputCount = 0
        guard isOn else { return }
        known.removeAll()
        current.removeAll(keepingCapacity: true)
    }

    /// The next input's rows follow. Where the customer is in one input alone, nothing is kept.
    mutating func begin(alone: Bool) {
        inputCount += 1
        isOn = !alone
        for row in current { _ = known.number(of: row.span) }
        current.removeAll(keepingCapacity: true)
    }

    /// Whether an input before delivered the row; asked where it `isOn`.
    mutating func isCopy(
        _ row: Int, of block: borrowing RowBlock, _ layout: borrowing PathLayout
    ) -> Bool {
        key.removeAll(keepingCapacity: true)
        key.append(block.field(layout.sessionID, of: row))
        key.append(0x09)
        key.append(block.field(at: layout.step, of: row))
        for column in EventColumn.allCases {
            key.append(0x09)
            key.append(block.field(column, of: row, layout))
        }
        if inputCount > 1, known.known(key.span) != nil { return true }
        current.append(key)
        return false
    }
}
