public import BasicContainers

/// A `Sample` for each of many cells, which are numbered from 0.
///
/// The values of all cells share one pool of blocks, so that adding one is a store; a cell of many
/// values gets a `Sample` of its own. Memory: 8 bytes a value, at least 256 a cell that has any, and 24
/// a cell.
public struct Samples: ~Copyable, Sendable {
    @usableFromInline
    struct Cell: BitwiseCopyable, Sendable {
        /// The pool's index of its next value; -1 where it has no block.
        @usableFromInline var next = -1
        @usableFromInline var count = 0
        /// Index in `large`; -1 for none.
        var large = -1
    }

    /// Values of a block, and one more: the index at which the block before it is full, -1 for none.
    @usableFromInline static var width: Int { @inlinable get { 32 } }
    private static let zeros = [Int64](repeating: 0, count: width)
    /// A cell with so many values gets a `Sample`.
    private static let limit = 1 << 15

    @usableFromInline var cells = UniqueArray<Cell>()
    @usableFromInline var pool = UniqueArray<Int64>()
    private var large: [Sample] = []
    /// The last index of a block that is free, and of the one before in that one's place; -1 for none.
    private var free = -1

    public init() {}

    /// How many cells there are.
    public var count: Int { cells.count }

    /// Adds empty cells until there are `count`.
    public mutating func extend(to count: Int) {
        while cells.count < count { cells.append(Cell()) }
    }

    /// Adds a value to a cell; one below 0 counts as 0.
    @inlinable
    public mutating func add(_ value: Int64, to cell: Int) {
        if cells[cell].next & (Self.width &- 1) == Self.width &- 1, !open(cell) {
            return addToLarge(value, cell)
        }
        let next = cells[cell].next
        pool[next] = max(value, 0)
        cells[cell].next = next &+ 1
        cells[cell].count &+= 1
    }

    /// The values of a cell.
    public func sample(of cell: Int) -> Sample {
        let found = cells[cell]
        return found.large >= 0 ? large[found.large] : Sample(values: values(of: cell))
    }

    /// Adds the values of a sample to a cell; the same as if they had been added one by one.
    public mutating func merge(_ sample: Sample, to cell: Int) {
        if case .values(let values) = sample.content {
            for value in values { add(value, to: cell) }
            return
        }
        if cells[cell].large < 0 { enlarge(cell) }
        large[cells[cell].large].merge(sample)
    }

    @usableFromInline @inline(never)
    mutating func addToLarge(_ value: Int64, _ cell: Int) { large[cells[cell].large].add(value) }

    /// Gives a cell its next block; false where it has too many values for one.
    @usableFromInline @inline(never)
    mutating func open(_ cell: Int) -> Bool {
        if cells[cell].large >= 0 { return false }
        if cells[cell].count >= Self.limit {
            enlarge(cell)
            return false
        }
        let full = cells[cell].next
        var link = free
        if link >= 0 {
            free = Int(pool[link])
        } else {
            // Twice as large: by half, which is the usual growth, twice as much would be copied.
            if pool.freeCapacity < Self.width { pool.reserveCapacity(pool.count * 2 + Self.width) }
            pool.append(copying: Self.zeros.span)
            link = pool.count - 1
        }
        pool[link] = Int64(full)
        cells[cell].next = link - (Self.width - 1)
        return true
    }

    /// Moves the values of a cell to a `Sample`; its blocks are free.
    private mutating func enlarge(_ cell: Int) {
        large.append(Sample(values: values(of: cell)))
        // The last block may not be full.
        var link = cells[cell].next | (Self.width - 1)
        while link >= 0 {
            let before = Int(pool[link])
            pool[link] = Int64(free)
            free = link
            link = before
        }
        cells[cell].next = -1
        cells[cell].large = large.count - 1
    }

    private func values(of cell: Int) -> [Int64] {
        let pool = pool.span
        return [Int64](capacity: cells[cell].count) { values in
            var end = cells[cell].next
            while end >= 0 {
                let start = end & ~(Self.width - 1)
                for index in start..<end { values.append(pool[index]) }
                end = Int(pool[start + Self.width - 1])
            }
        }
    }
}
