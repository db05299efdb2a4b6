public import BasicContainers

/// The hashes of a block's texts, so that the memory behind them is asked for some rows ahead.
///
/// Worth it where texts are too many for the caches: the wait for memory is then most of a look-up.
public struct LookAhead: ~Copyable {
    /// Rows between asking for a slot, asking for its record, and needing both.
    @usableFromInline static var distance: Int { @inlinable get { 8 } }

    @usableFromInline var hashes = UniqueArray<UInt64>()

    public init() {}

    /// The rows of `block` come next; their texts are `columns`, for `interner`.
    public mutating func begin(
        _ block: borrowing RowBlock, _ columns: ClosedRange<Int>, in interner: borrowing Interner
    ) {
        hashes.removeAll(keepingCapacity: true)
        hashes.reserveCapacity(block.rows)
        for row in 0..<block.rows {
            hashes.append(interner.hash(of: block.fields(columns, of: row)))
        }
    }

    /// The hash of the row's text. Call it row by row.
    @inlinable @inline(__always)
    public func hash(of row: Int, in interner: borrowing Interner) -> UInt64 {
        if row + 2 * Self.distance < hashes.count {
            interner.prefetchSlot(hashes[row + 2 * Self.distance])
            interner.prefetchRecord(hashes[row + Self.distance])
        }
        return hashes[row]
    }
}
