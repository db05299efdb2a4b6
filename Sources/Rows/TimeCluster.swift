/// Rows of a log between whose times no gap is longer than 30 days.
///
/// The text form, as a state keeps it: `2026-01-01T00:00:00.000000Z/2026-01-20T19:14:00.000000Z/250`,
/// the earliest and the latest time and the number of rows.
public struct TimeCluster: Equatable, Sendable {
    /// Where a gap is longer than this, in microseconds, a new cluster begins.
    static let longestGap: Int64 = 30 * 86_400 * 1_000_000

    public private(set) var first: Int64
    public private(set) var last: Int64
    public private(set) var rows: Int
    /// Those of them that this run read, and no earlier one.
    public private(set) var freshRows: Int

    init(first: Int64, last: Int64, freshRows: Int) {
        self.first = first
        self.last = last
        rows = freshRows
        self.freshRows = freshRows
    }

    /// Nil where the text is damaged.
    public init?(_ text: Substring) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, let rows = Int(parts[2]), rows >= 0,
            let first = Timestamp(row: Array(parts[0].utf8).span),
            let last = Timestamp(row: Array(parts[1].utf8).span), first <= last
        else { return nil }
        self.init(first: first.microseconds, last: last.microseconds, freshRows: 0)
        self.rows = rows
    }

    public var text: String {
        "\(Timestamp(microseconds: first).text)/\(Timestamp(microseconds: last).text)/\(rows)"
    }

    /// The same, of rows that are this run's.
    public var ofThisRun: TimeCluster {
        var cluster = self
        cluster.freshRows = rows
        return cluster
    }

    /// In the order of time, those that no long gap parts put together.
    static func joined(_ clusters: [TimeCluster]) -> [TimeCluster] {
        var joined: [TimeCluster] = []
        for cluster in clusters.sorted(by: { $0.first < $1.first }) {
            guard let before = joined.last, cluster.first - before.last <= longestGap else {
                joined.append(cluster)
                continue
            }
            joined[joined.count - 1].last = max(before.last, cluster.last)
            joined[joined.count - 1].rows += cluster.rows
            joined[joined.count - 1].freshRows += cluster.freshRows
        }
        return joined
    }
}
