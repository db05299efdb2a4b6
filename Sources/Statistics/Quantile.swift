/// Quantiles by linear interpolation between order statistics (type 7).
///
/// Source: Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996, definition 7; the
/// default of NumPy, and DuckDB's `quantile_cont`.
public enum Quantile {
    /// The quantile at `share` (0…1) of values in rising order; nil where there are none. Only the values
    /// at its `ranks` have to be where that order puts them.
    public static func of(sorted values: [Int64], at share: Double) -> Double? {
        guard let last = values.last else { return nil }
        let position = Double(values.count - 1) * share
        let below = Int(position)
        guard below + 1 < values.count else { return Double(last) }
        let (low, high) = (Double(values[below]), Double(values[below + 1]))
        return low + (high - low) * (position - Double(below))
    }

    /// The ranks, rising, of the values that make the quantiles at rising `shares` of `count` of them.
    static func ranks(_ shares: [Double], of count: Int) -> [Int] {
        var ranks: [Int] = []
        for share in shares {
            let below = Int(Double(count - 1) * share)
            for rank in [below, below + 1] where rank < count && rank > ranks.last ?? -1 {
                ranks.append(rank)
            }
        }
        return ranks
    }
}
