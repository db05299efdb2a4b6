import ByteIO
import Statistics

/// The different ways on which customers come to their first conversion, or to their last row.
///
/// A path is what comes before the conversion, so that of a customer whose first row converts is empty.
/// Expects customers one after another, each with its rows in time order. Memory: about 100 bytes and
/// 4 a touchpoint for each different path, and 8 for each conversion.
package struct PathVariants {
    /// Longer paths are cut.
    static let limit = 10

    /// The customers who took one path.
    struct Counts {
        var customers = 0
        var converted = 0
        /// First row to conversion, in microseconds.
        var times = Sample()

        mutating func merge(_ other: Counts) {
            customers += other.customers
            converted += other.converted
            times.merge(other.times)
        }
    }

    /// By the path's number.
    private(set) var counts: [Counts] = []
    private var paths = Interner()
    private var key: [UInt8] = []

    mutating func see(_ customer: borrowing CustomerRows, _ facts: LabelFacts) {
        guard customer.rows.count > 0 else { return }
        let first = customer.rows[0].time
        var (last, length) = (-1, 0)
        var conversion: Int64?
        key.removeAll(keepingCapacity: true)
        for row in customer.rows {
            if facts.isConversion(row) {
                conversion = row.time
                break
            }
            let touchpoint = facts.touchpoint(row)
            guard touchpoint != last else { continue }
            last = touchpoint
            length += 1
            if length <= Self.limit { append(touchpoint) }
        }
        if length > Self.limit { key.append(0) }
        let number = paths.number(of: key)
        if number == counts.count { counts.append(Counts()) }
        counts[number].customers += 1
        if let conversion {
            counts[number].converted += 1
            counts[number].times.add(conversion - first)
        }
    }

    private mutating func append(_ touchpoint: Int) {
        for shift in 0..<4 { key.append(UInt8(truncatingIfNeeded: touchpoint >> (8 * shift))) }
    }

    /// The touchpoints of a path, and whether more followed.
    func path(_ number: Int) -> (touchpoints: [Int], isCut: Bool) {
        let key = paths[number]
        var touchpoints: [Int] = []
        for start in stride(from: 0, to: key.count / 4 * 4, by: 4) {
            touchpoints.append(
                Int(key[start]) | Int(key[start + 1]) << 8 | Int(key[start + 2]) << 16
                    | Int(key[start + 3]) << 24)
        }
        return (touchpoints, key.count % 4 != 0)
    }
}
