import BasicContainers
import ByteIO
import Statistics

/// The different ways on which customers come to their first conversion, or to their last row.
///
/// A path is what comes before the conversion, so that of a customer whose first row converts is empty.
/// Expects customers one after another, each with its rows in time order. Memory: about 60 bytes and
/// 4 a touchpoint for each different path, and 16 for each conversion.
struct PathVariants: ~Copyable {
    /// Longer paths are cut.
    static let limit = 10

    /// The customers who took one path.
    struct Counts: BitwiseCopyable {
        var customers = 0
        var converted = 0

        mutating func merge(_ other: Counts) {
            customers += other.customers
            converted += other.converted
        }
    }

    /// A conversion at the end of a path.
    struct Conversion: BitwiseCopyable {
        let path: Int
        /// From the customer's first row, in microseconds.
        let time: Int64
    }

    /// By the path's number.
    private(set) var counts = UniqueArray<Counts>()
    private(set) var conversions = UniqueArray<Conversion>()
    private var paths = Interner()
    private var key: [UInt8] = []

    mutating func observe(_ customer: borrowing CustomerRows, _ facts: LabelFacts) {
        guard customer.rows.count > 0 else { return }
        var (last, length) = (-1, 0)
        var conversion: Int64?
        key.removeAll(keepingCapacity: true)
        for index in customer.rows.indices {
            let label = facts.label(customer.rows[index])
            if label.isConversion {
                conversion = customer.rows[index].time
                break
            }
            let touchpoint = Int(label.touchpoint)
            guard touchpoint != last else { continue }
            last = touchpoint
            length += 1
            if length <= Self.limit { append(touchpoint) }
        }
        if length > Self.limit { key.append(0) }
        let path = paths.number(of: key)
        if path == counts.count { counts.append(Counts()) }
        counts[path].customers += 1
        if let conversion {
            counts[path].converted += 1
            conversions.append(Conversion(path: path, time: conversion - customer.rows[0].time))
        }
    }

    private mutating func append(_ touchpoint: Int) {
        key.append(word32: UInt32(touchpoint))
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
