import BasicContainers
import CBits

extension RowBlock {
    /// How many plain rows follow `next`, and where they end; from then on `ends` tells their fields.
    ///
    /// A mask of 64 compares finds all separators: jumping from one to the next by memchr took four
    /// times as many instructions.
    mutating func scan() -> (rows: Int, end: Int) {
        let (start, limit, columns) = (next, filled, columns)
        var found = Found(rows: 0, end: start)
        ends.removeAll(keepingCapacity: true)
        unsafe bytes.withUnsafeBufferPointer { bytes in
            ends.append(addingCount: max(room / 4, 2 * columns + 256)) { output in
                unsafe output.withUnsafeMutableBufferPointer { ends, filled in
                    guard let base = bytes.baseAddress, let ends = unsafe Ends(ends) else { return }
                    unsafe found = Self.scan(base, start, limit, columns, ends)
                    filled = found.ends
                }
            }
        }
        return (found.rows, found.end)
    }

    private struct Found {
        var rows: Int
        /// Where the rows end.
        var end: Int
        /// How many ends were written.
        var ends = 0
    }

    @unsafe
    private struct Ends {
        let base: UnsafeMutablePointer<UInt32>
        let count: Int

        init?(_ buffer: UnsafeMutableBufferPointer<UInt32>) {
            guard let base = buffer.baseAddress else { return nil }
            unsafe self.base = unsafe base
            unsafe count = buffer.count
        }
    }

    private static func scan(
        _ base: UnsafePointer<UInt8>, _ start: Int, _ limit: Int, _ columns: Int, _ ends: Ends
    ) -> Found {
        // Fields found, and how many there are where the row under way is whole.
        var (found, expected) = (0, columns)
        var (rows, rowStart, at) = (0, start, start)
        unsafe ends.base[0] = UInt32(truncatingIfNeeded: start &- 1)
        while at < limit, unsafe found &+ 64 < ends.count {
            // The last bytes apart: told together, each 64 cost 25 instructions more.
            let marks =
                limit &- at >= 64
                ? unsafe cbits_separators(base + at) : unsafe lastSeparators(base + at, limit &- at)
            var all = marks.all
            while all != 0 {
                found &+= 1
                unsafe ends.base[found] = UInt32(
                    truncatingIfNeeded: at &+ all.trailingZeroBitCount)
                all &= all &- 1
            }
            var feeds = marks.feeds
            while feeds != 0 {
                let feed = at &+ feeds.trailingZeroBitCount
                guard expected <= found,
                    unsafe ends.base[expected] == UInt32(truncatingIfNeeded: feed),
                    unsafe base[rowStart] != 0x23,
                    unsafe feed == rowStart || base[feed &- 1] != 0x0D,
                    feed &- rowStart <= maximumLine
                else { return Found(rows: rows, end: rowStart, ends: found &+ 1) }
                rows &+= 1
                expected &+= columns
                rowStart = feed &+ 1
                feeds &= feeds &- 1
            }
            at &+= 64
        }
        return Found(rows: rows, end: rowStart, ends: found &+ 1)
    }

    /// The separators among the last `count` bytes, fewer than 64.
    @inline(never)
    private static func lastSeparators(
        _ bytes: UnsafePointer<UInt8>, _ count: Int
    ) -> cbits_separators_t {
        var few = InlineArray<64, UInt8>(repeating: 0)
        for at in 0..<count { unsafe few[at] = bytes[at] }
        return unsafe withUnsafeBytes(of: &few) { raw in
            unsafe raw.baseAddress.map {
                unsafe cbits_separators($0.assumingMemoryBound(to: UInt8.self))
            } ?? cbits_separators_t(all: 0, feeds: 0)
        }
    }
}
