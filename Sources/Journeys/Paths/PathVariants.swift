import BasicContainers
import ByteIO
import StageSupport
import Statistics

/// The different ways on which customers come to their first conversion, or to their last row.
///
/// A path is the visits before the conversion, so that of a customer whose first row converts is empty.
/// Expects customers one after another, each with its rows in time order. Memory: about 60 bytes for
/// each different path, and 16 for each conversion.
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

    /// By the path's number.
    private(set) var counts = UniqueArray<Counts>()
    private(set) var conversions = UniqueArray<Conversion>()
    /// Of each path the steps: touchpoints + 1, each in groups of seven bits, the lowest first (LEB128).
    private var paths = Interner()
    /// Those of the path at hand.
    private var steps = UniqueArray<UInt8>()

    mutating func observe(_ customer: borrowing CustomerRows, _ facts: LabelFacts) {
        guard customer.rows.count > 0 else { return }
        steps.removeAll(keepingCapacity: true)
        var (last, length) = (Int32(-1), 0)
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
            if length <= Self.limit { append(last) }
        }
        if length > Self.limit { append(Self.more) }
        let path = numberOfSteps()
        counts[path].customers += 1
        if let conversion {
            counts[path].converted += 1
            conversions.append(Conversion(path: path, time: conversion - customer.rows[0].time))
        }
    }

    /// Adds a step to the path at hand.
    private mutating func append(_ touchpoint: Int32) {
        var rest = UInt32(bitPattern: touchpoint + 1)
        while rest > 0x7F {
            steps.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        steps.append(UInt8(truncatingIfNeeded: rest))
    }

    /// The number of the path at hand.
    private mutating func numberOfSteps() -> Int {
        // Moved out and back: a span of a member keeps the others from changing.
        var steps = UniqueArray<UInt8>()
        swap(&steps, &self.steps)
        let number = paths.number(of: steps.span)
        swap(&steps, &self.steps)
        if number == counts.count { counts.append(Counts()) }
        return number
    }

    private func steps(ofPath number: Int) -> [Int32] {
        let bytes = paths[number]
        var steps: [Int32] = []
        var (step, shift) = (UInt32(0), UInt32(0))
        for index in bytes.indices {
            step |= UInt32(bytes[index] & 0x7F) << shift
            shift += 7
            if bytes[index] < 0x80 {
                steps.append(Int32(bitPattern: step) - 1)
                (step, shift) = (0, 0)
            }
        }
        return steps
    }

    /// The touchpoints of a path, and whether more followed.
    func path(_ number: Int) -> (touchpoints: [Int], isCut: Bool) {
        let steps = steps(ofPath: number)
        return (steps.prefix(Self.limit).map(Int.init), steps.count > Self.limit)
    }
}

// What adds up.
extension PathVariants: Mergeable {
    /// A line for each path: how many steps it has, each step, and who took it.
    func write(to partial: inout PartialWriter) {
        let times = conversionTimes()
        for (number, steps) in orderedPaths(partial) {
            partial.begin("path")
            partial.append(steps.count)
            for step in steps { partial.append(touchpoint: step) }
            partial.append(counts[number])
            partial.append(unordered: times[number])
            partial.end()
        }
    }

    /// By path.
    private func conversionTimes() -> [[Int64]] {
        var times = [[Int64]](repeating: [], count: counts.count)
        for index in conversions.indices {
            times[conversions[index].path].append(conversions[index].time)
        }
        return times
    }

    private func orderedPaths(_ partial: PartialWriter) -> [(number: Int, steps: [Int32])] {
        let all = counts.indices.map { (number: $0, steps: steps(ofPath: $0)) }
        guard partial.isSorted else { return all }
        let ranks = all.map { $0.steps.map { partial.touchpoints.rank($0) } }
        return all.indices.sorted { ranks[$0].lexicographicallyPrecedes(ranks[$1]) }.map { all[$0] }
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        while partial.isNext("path") {
            steps.removeAll(keepingCapacity: true)
            for index in 0..<(try partial.number(in: 0..<Self.limit + 2)) {
                let step = try partial.touchpoint()
                guard index < Self.limit ? step >= 0 : step == Self.more else {
                    throw partial.damage("no step of a path")
                }
                append(step)
            }
            var more = Counts()
            try partial.add(to: &more)
            let times = try partial.list()
            try partial.finishLine()
            let path = numberOfSteps()
            counts[path].add(more)
            for time in times { conversions.append(Conversion(path: path, time: time)) }
        }
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
