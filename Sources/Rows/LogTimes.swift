/// The times of a log's rows, by bins of 12.7 days: enough to tell wrong clocks.
///
/// Memory: about 50 bytes for each bin in which a row lies.
public struct LogTimes: Sendable {
    @usableFromInline
    struct Bin: Sendable {
        @usableFromInline var rows = 0
        @usableFromInline var first = Int64.max
        @usableFromInline var last = Int64.min

        init() {}
    }

    /// A bin is 2⁴⁰ microseconds long, so that no long gap lies within one.
    @inlinable static var binBits: Int64 { 40 }

    private var bins: [Int64: Bin] = [:]
    /// The bin of the time observed last, which is not among `bins`.
    @usableFromInline var current = Bin()
    @usableFromInline var number = Int64.min

    public init() {}

    /// Observes the time of a row, in microseconds.
    @inlinable
    public mutating func observe(_ time: Int64) {
        if time >> Self.binBits != number { open(time) }
        current.rows += 1
        if time < current.first { current.first = time }
        if time > current.last { current.last = time }
    }

    /// Observes `count` rows from `first` to `last` at once; false, and nothing is observed, where these lie
    /// in two bins.
    public mutating func observe(together count: Int, from first: Int64, to last: Int64) -> Bool {
        guard first >> Self.binBits == last >> Self.binBits else { return false }
        observe(first)
        observe(last)
        current.rows += count - 2
        return true
    }

    /// Observes a time that a stream tells of; it is no row.
    public mutating func observe(told time: Int64) {
        observe(time)
        current.rows -= 1
    }

    @usableFromInline
    mutating func open(_ time: Int64) {
        if number != .min { bins[number] = current }
        number = time >> Self.binBits
        current = bins[number] ?? Bin()
    }

    /// What was observed: in the order of time, how many rows lie from which time to which.
    public var parts: [(rows: Int, first: Int64, last: Int64)] {
        all.sorted { $0.key < $1.key }.map { ($0.value.rows, $0.value.first, $0.value.last) }
    }

    /// Adds a part of what another one observed.
    public mutating func add(_ part: (rows: Int, first: Int64, last: Int64)) {
        observe(told: part.first)
        observe(told: part.last)
        current.rows += part.rows
    }

    private var all: [Int64: Bin] {
        var all = bins
        if number != .min { all[number] = current }
        return all
    }

    /// The times in the order of time, cut at long gaps, with those of the runs before.
    public func clusters(with known: [TimeCluster] = []) -> [TimeCluster] {
        let found = all.values.map {
            TimeCluster(first: $0.first, last: $0.last, freshRows: $0.rows)
        }
        return TimeCluster.joined(found + known)
    }
}
