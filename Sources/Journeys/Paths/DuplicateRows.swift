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
    private var isOn = false

    mutating func removeAll() {
        inputCount = 0
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

    mutating func isCopy(_ row: Span<UInt8>, _ layout: PathLayout) -> Bool {
        guard isOn else { return false }
        key.removeAll(keepingCapacity: true)
        key.append(row.extracting(layout.fields[layout.sessionID]))
        key.append(0x09)
        if let step = layout.step { key.append(row.extracting(layout.fields[step])) }
        for column in EventColumn.allCases {
            key.append(0x09)
            key.append(row.extracting(layout.range(column)))
        }
        if inputCount > 1, known.known(key.span) != nil { return true }
        current.append(key)
        return false
    }
}
