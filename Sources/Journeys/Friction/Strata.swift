import StageSupport
import Statistics

/// How many units dropped and went on, by a stratum or by how many strata they were in.
///
/// Strata count from 0; all past the thousandth are one, so the counts stay few however long units are.
struct Strata {
    /// The stratum of all past it.
    static let last = 1001

    private var counts: [Int] = []

    static func stratum(_ number: Int) -> Int { min(number, last) }

    mutating func add(_ index: Int, isDropped: Bool) {
        let index = min(index, Self.last + 1) * 2 + (isDropped ? 1 : 0)
        while counts.count <= index { counts.append(0) }
        counts[index] += 1
    }

    var count: Int { (counts.count + 1) / 2 }
    func dropped(_ index: Int) -> Int { at(index * 2 + 1) }
    func wentOn(_ index: Int) -> Int { at(index * 2) }
    private func at(_ index: Int) -> Int { index < counts.count ? counts[index] : 0 }

    var allDropped: Int { stride(from: 1, to: counts.count, by: 2).reduce(0) { $0 + counts[$1] } }
    var allWentOn: Int { stride(from: 0, to: counts.count, by: 2).reduce(0) { $0 + counts[$1] } }
}

/// The units of a pair that met one signal, by one clock.
struct Exposures {
    /// By the stratum in which they met it.
    private(set) var met = Strata()
    /// Those who met it in no stratum, by how many strata they were in before.
    private(set) var unplaced = Strata()
    /// All of them by how many strata they were in.
    private(set) var lengths = Strata()

    /// Counts a unit of `length` strata; with `stratum` nil it met the signal in none, after `before`.
    mutating func add(stratum: Int?, before: Int, length: Int, isDropped: Bool) {
        if let stratum {
            met.add(Strata.stratum(stratum), isDropped: isDropped)
        } else {
            unplaced.add(before, isDropped: isDropped)
        }
        lengths.add(length, isDropped: isDropped)
    }

    /// The 2 × 2 table of each stratum, in order; `all` are the pair's units by how many strata they were
    /// in. A case is a unit that dropped; the unexposed have not met the signal before either.
    func tables(of all: Strata) -> [MantelHaenszel.Stratum] {
        var tables: [MantelHaenszel.Stratum] = []
        // Units of this stratum that have not met the signal up to it, from the last stratum on.
        var (dropped, wentOn) = (0, 0)
        for stratum in (0..<max(all.count - 1, 0)).reversed() {
            let next = stratum + 1
            dropped += all.dropped(next) - lengths.dropped(next) + unplaced.dropped(next)
            wentOn += all.wentOn(next) - lengths.wentOn(next) + unplaced.wentOn(next)
            tables.append(
                .init(
                    exposedCases: met.dropped(stratum), exposedOthers: met.wentOn(stratum),
                    unexposedCases: dropped, unexposedOthers: wentOn))
            dropped += met.dropped(stratum)
            wentOn += met.wentOn(stratum)
        }
        return tables.reversed()
    }
}

// What adds up.
extension PartialWriter {
    mutating func append(_ strata: Strata) { strata.append(to: &self) }

    mutating func append(_ exposures: Exposures) {
        append(exposures.met)
        append(exposures.unplaced)
        append(exposures.lengths)
    }
}

extension PartialReader {
    mutating func add(to strata: inout Strata) throws(Failure) { try strata.add(&self) }

    mutating func add(to exposures: inout Exposures) throws(Failure) {
        try exposures.add(&self)
    }
}

extension Strata {
    /// How many counts there are, then each.
    fileprivate func append(to partial: inout PartialWriter) {
        partial.append(counts.count)
        for count in counts { partial.append(count) }
    }

    fileprivate mutating func add(_ partial: inout PartialReader) throws(Failure) {
        let count = try partial.number(in: 0..<2 * (Self.last + 2) + 1)
        while counts.count < count { counts.append(0) }
        for index in 0..<count { try partial.add(to: &counts[index]) }
    }
}

extension Exposures {
    fileprivate mutating func add(_ partial: inout PartialReader) throws(Failure) {
        try partial.add(to: &met)
        try partial.add(to: &unplaced)
        try partial.add(to: &lengths)
    }
}
