import BasicContainers
import ByteIO

/// What the cutter looks at in a row.
struct CutRow {
    var time: Int64
    /// The number of the visitor's field as it stands in the row, or of the user's where there is none.
    var field: UInt32
    /// The number of what the field stands for.
    var name: UInt32
    var isUsers: Bool
    /// What the state says of the start of the row's session; 0 for nothing.
    var mark: UInt32 = 0
    /// Whether it is a session of which only the totals are here.
    var isCarried = false
}

/// The rows of one customer, by time, then input order.
///
/// The cutter is given one after another, and tells of each in which slot its session is; from then on
/// the row waits, and the first of those that wait goes out first.
protocol CutRows: ~Copyable {
    /// The row at hand as text, in our columns and order.
    var row: Span<UInt8> { @_lifetime(borrow self) get }
    /// A name or a field by its number.
    @_lifetime(borrow self)
    func text(_ number: UInt32) -> Span<UInt8>

    /// The row at hand waits for the session in `slot`.
    mutating func wait(for slot: Int) throws(IOFailure)
    /// The slot of the session of the first row that waits; nil where none does.
    mutating func firstSlot() throws(IOFailure) -> Int?
    /// The time of the first row that waits.
    var firstTime: Int64 { get }
    /// Where it stood in the input, with its kind.
    var firstOrder: UInt64 { get }
    /// Appends it, without its LF.
    mutating func appendFirst(to bytes: inout UniqueArray<UInt8>)
    /// Appends it as a path row, behind `prefix` and `step`, with its LF.
    mutating func appendFirst(
        behind prefix: borrowing UniqueArray<UInt8>, step: Int, to bytes: inout UniqueArray<UInt8>)
    /// The first row that waits has gone out.
    mutating func removeFirst()
}
