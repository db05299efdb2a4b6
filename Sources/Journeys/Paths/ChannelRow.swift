import ByteIO

/// The channels that stand in one row of `attribution.csv`: one, or those that are pooled as `(other)`.
///
/// A Markov chain over n channels costs n³, and what a channel is called is up to the log. So the
/// `limit` channels with most touches have rows of their own, of equally many those whose names come first
/// by their bytes. All others are as one channel to the chain; by the other models they have what they
/// have together.
struct ChannelRow {
    static let limit = 200
    private static let other = Array("(other)".utf8)

    let name: [UInt8]
    let channels: [Int32]
    let isPooled: Bool

    /// By the bytes of names, so that sums over the rows do not depend on the order of the input; pooled
    /// ones last. `touches` has how often each channel was met.
    static func rows(
        of touches: [(channel: Int32, count: Int)], name: (Int32) -> [UInt8]
    ) -> [ChannelRow] {
        var all = touches.map { (name: name($0.channel), touches: $0) }
        all.sort { $0.name.span.order($1.name.span) < 0 }
        var pooled: [Int32] = []
        if all.count > limit {
            // Sorting keeps the order of names among equals.
            let ranked = all.indices.sorted {
                (all[$1].touches.count, $0) < (all[$0].touches.count, $1)
            }
            // A channel of that very name would be a second row of it.
            let kept = Set(ranked.filter { all[$0].name != other }.prefix(limit))
            pooled = all.indices.filter { !kept.contains($0) }.map { all[$0].touches.channel }
            all = all.indices.filter(kept.contains).map { all[$0] }
        }
        let own = all.map {
            ChannelRow(name: $0.name, channels: [$0.touches.channel], isPooled: false)
        }
        return pooled.isEmpty
            ? own : own + [ChannelRow(name: other, channels: pooled, isPooled: true)]
    }
}
