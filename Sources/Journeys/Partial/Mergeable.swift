import StageSupport

/// Counts that add up: what one of them writes, another merges. In whichever order and grouping that is done,
/// the counts are those of one that observed everything.
protocol Mergeable: ~Copyable {
    /// Writes all counts; equal ones give the same bytes.
    func write(to partial: inout PartialWriter)
    /// Adds the counts that another one wrote, which has the same rules.
    mutating func merge(_ partial: inout PartialReader) throws(Failure)
}

/// The plain counts of a cell, which add up one by one.
protocol SummedCounts {
    /// Calls `use` with each of them, always in the same order.
    mutating func forEachSum<Problem>(_ use: (inout Int) throws(Problem) -> Void) throws(Problem)
}

extension PartialWriter {
    mutating func append(_ counts: some SummedCounts) {
        var counts = counts
        counts.forEachSum { append(Int64($0)) }
    }
}

extension PartialReader {
    mutating func add(to counts: inout some SummedCounts) throws(Failure) {
        try counts.forEachSum { (sum: inout Int) throws(Failure) in try add(to: &sum) }
    }
}
