import StageSupport
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

        mutating func add(_ other: Counts) {
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

// What adds up.
extension PathVariants: Mergeable {
    /// A line for each node of the tree, its parents before it: where that is among the lines, counted from 1, 0
    /// for the root, the touchpoint, and who came to its end.
    func write(to partial: inout PartialWriter) {
        let times = conversionTimes()
        var lines = [Int32](repeating: 0, count: nodes.pairs.count + 1)
        write("paths", Self.root, times, to: &partial)
        partial.end()
        for (index, node) in orderedNodes(partial).enumerated() {
            lines[node + 1] = Int32(index + 1)
            let pair = nodes.pairs[node]
            write("path", Int32(node), times, to: &partial) {
                $0.append(Int(lines[Int(pair.from) + 1]))
                $0.append(touchpoint: pair.to)
            }
            partial.end()
        }
    }

    private func write(
        _ word: StaticString, _ node: Int32, _ times: [[Int64]], to partial: inout PartialWriter,
        key: (inout PartialWriter) -> Void = { _ in }
    ) {
        partial.begin(word)
        key(&partial)
        let path = Int(node) + 1 < paths.count ? Int(paths[Int(node) + 1]) : -1
        partial.append(path < 0 ? Counts() : counts[path])
        partial.append(unordered: path < 0 ? [] : times[path])
    }

    /// By path.
    private func conversionTimes() -> [[Int64]] {
        var times = [[Int64]](repeating: [], count: counts.count)
        for index in conversions.indices {
            times[conversions[index].path].append(conversions[index].time)
        }
        return times
    }

    /// Level after level, each in the order of its parents, then of touchpoints.
    private func orderedNodes(_ partial: PartialWriter) -> [Int] {
        guard partial.isSorted else { return Array(nodes.pairs.indices) }
        var levels: [[Int]] = []
        var depths = [Int](repeating: 0, count: nodes.pairs.count)
        for (node, pair) in nodes.pairs.enumerated() {
            if pair.from != Self.root { depths[node] = depths[Int(pair.from)] + 1 }
            if levels.count == depths[node] { levels.append([]) }
            levels[depths[node]].append(node)
        }
        var places = [Int32](repeating: 0, count: nodes.pairs.count + 1)
        var ordered: [Int] = []
        for level in levels {
            let keys = level.map {
                (
                    places[Int(nodes.pairs[$0].from) + 1],
                    partial.touchpoints.rank(nodes.pairs[$0].to)
                )
            }
            for index in partial.order(level.indices, key: { keys[$0] }) {
                ordered.append(level[index])
                places[level[index] + 1] = Int32(ordered.count)
            }
        }
        return ordered
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        try partial.begin("paths")
        try merge(Self.root, &partial)
        // By line: the node.
        var known = [Self.root]
        while partial.isNext("path") {
            let parent = known[try partial.number(in: 0..<known.count)]
            let touchpoint = try partial.touchpoint()
            guard touchpoint >= Self.more else { throw partial.damage("no step of a path") }
            let node = child(touchpoint, of: parent)
            known.append(node)
            try merge(node, &partial)
        }
    }

    private mutating func merge(_ node: Int32, _ partial: inout PartialReader) throws(Failure) {
        var more = Counts()
        try partial.add(to: &more)
        let times = try partial.list()
        try partial.finishLine()
        guard more.customers > 0 else { return }
        let path = number(ofPathTo: node)
        counts[path].add(more)
        for time in times { conversions.append(Conversion(path: path, time: time)) }
    }
}

extension PathVariants.Counts: SummedCounts {
    mutating func forEachSum<Problem>(
        _ use: (inout Int) throws(Problem) -> Void
    ) throws(Problem) {
        try use(&customers)
        try use(&converted)
    }
}
