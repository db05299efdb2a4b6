import BasicContainers
import Statistics

/// The different ways on which customers come to their first conversion, or to their last row.
///
/// A path is the visits before the conversion, so that of a customer whose first row converts is empty.
/// Expects customers one after another, each with its rows in time order. Memory: about 50 bytes for
/// each different path and each different beginning of one, and 16 for each conversion.
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

    /// What stands behind the touchpoints of a longer path.
    private static let more: Int32 = -1
    /// Where all paths begin.
    private static let root: Int32 = -1

    /// By the path's number.
    private(set) var counts = UniqueArray<Counts>()
    private(set) var conversions = UniqueArray<Conversion>()
    /// A tree: each pair of a node and what follows there is a node.
    private var nodes = PairTable()
    /// By node, one on, the first is the root: the number of the path that ends there, -1 for none.
    private var paths = UniqueArray<Int32>(repeating: -1, count: 1)
    /// By the path's number.
    private var ends = UniqueArray<Int32>()

    mutating func observe(_ customer: borrowing CustomerRows, _ facts: LabelFacts) {
        guard customer.rows.count > 0 else { return }
        var (node, last, length) = (Self.root, Int32(-1), 0)
        var conversion: Int64?
        for index in customer.visits.range {
            let row = customer.rows[customer.number(index, in: .visits)]
            let label = facts.label(row)
            if label.isConversion {
                conversion = row.time
                break
            }
            guard label.touchpoint != last else { continue }
            last = label.touchpoint
            length += 1
            if length <= Self.limit { node = child(last, of: node) }
        }
        if length > Self.limit { node = child(Self.more, of: node) }
        let path = number(ofPathTo: node)
        counts[path].customers += 1
        if let conversion {
            counts[path].converted += 1
            conversions.append(Conversion(path: path, time: conversion - customer.rows[0].time))
        }
    }

    private mutating func child(_ touchpoint: Int32, of node: Int32) -> Int32 {
        Int32(nodes.number(from: node, to: touchpoint))
    }

    private mutating func number(ofPathTo node: Int32) -> Int {
        let index = Int(node) + 1
        while paths.count <= index { paths.append(-1) }
        if paths[index] < 0 {
            paths[index] = Int32(counts.count)
            counts.append(Counts())
            ends.append(node)
        }
        return Int(paths[index])
    }

    /// The touchpoints of a path, and whether more followed.
    func path(_ number: Int) -> (touchpoints: [Int], isCut: Bool) {
        var touchpoints: [Int] = []
        var (node, isCut) = (ends[number], false)
        while node != Self.root {
            let pair = nodes.pairs[Int(node)]
            if pair.to == Self.more { isCut = true } else { touchpoints.append(Int(pair.to)) }
            node = pair.from
        }
        return (touchpoints.reversed(), isCut)
    }
}
