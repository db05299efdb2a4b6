/// From when to when a log reaches, rows with wrong clocks left out.
///
/// A clock counts as wrong where a gap of more than 30 days parts its rows from all others, and they are few:
/// a device that came up in 1970, or is set to 2038.
public struct LogSpan: Equatable, Sendable {
    /// Fewer rows than this tell nothing of clocks.
    private static let leastRows = 100
    /// Of so many rows one may have a wrong clock, and one of fewer rows.
    private static let rowsPerStray = 1000

    /// In microseconds.
    public private(set) var first: Int64
    public private(set) var last: Int64
    /// The rows within, for later runs.
    public let clusters: [TimeCluster]
    /// Rows of this run before `first` and behind `last`.
    public let ancient: Int
    public let future: Int

    /// `clusters` come in the order of time; nil where there are none.
    public init?(_ clusters: [TimeCluster]) {
        let behind = Self.strays(clusters, among: clusters)
        let ahead = Self.strays(clusters.reversed(), among: clusters)
        let rest = Array(clusters.dropFirst(behind).dropLast(ahead))
        guard let first = rest.first?.first, let last = rest.last?.last else { return nil }
        self.first = first
        self.last = last
        self.clusters = rest
        ancient = clusters.prefix(behind).reduce(0) { $0 + $1.freshRows }
        future = clusters.suffix(ahead).reduce(0) { $0 + $1.freshRows }
    }

    /// How many clusters, from one end on, are of wrong clocks: few of all rows, and few of this run's. A run
    /// that has all of its rows there goes on after a pause, and one without rows tells nothing new.
    private static func strays(
        _ clusters: some Sequence<TimeCluster>, among all: [TimeCluster]
    ) -> Int {
        let (rows, freshRows) = all.reduce((0, 0)) { ($0.0 + $1.rows, $0.1 + $1.freshRows) }
        guard rows >= leastRows else { return 0 }
        var (count, stray, freshStray) = (0, 0, 0)
        for (index, cluster) in clusters.enumerated() {
            stray += cluster.rows
            freshStray += cluster.freshRows
            guard stray <= max(1, rows / rowsPerStray),
                freshStray <= max(1, freshRows / rowsPerStray), freshStray < freshRows
            else { break }
            // Times without rows are what streams tell of, and are believed.
            if stray > 0 { count = index + 1 }
        }
        return count
    }

    /// The part of it that lies between these times.
    public func narrowed(first: Int64?, last: Int64?) -> LogSpan {
        var span = self
        if let first { span.first = max(span.first, first) }
        if let last { span.last = min(span.last, last) }
        return span
    }

    public func contains(_ time: Int64) -> Bool { first <= time && time <= last }
}
