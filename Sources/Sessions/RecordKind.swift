/// What a record of stored or sorted rows is; it stands in the lowest bits of the order.
package enum RecordKind {
    package static let row: UInt64 = 0
    /// A row with a start mark in front of it.
    package static let marked: UInt64 = 1
    /// A session of which only the totals are here.
    package static let carried: UInt64 = 2
    static let bits: UInt64 = 2
    package static let mask: UInt64 = 3
}
