/// Quantiles by linear interpolation between order statistics (type 7).
///
/// Source: Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996, definition 7; the
/// default of NumPy, and DuckDB's `quantile_cont`.
public enum Quantile {
    /// The quantile at `share` (0…1) of values in rising order; nil where there are none.
    public static func of(sorted values: [Int64], at share: Double) -> Double? {
        values.isEmpty ? nil : at(share, of: values.count) { values[$0] }
    }

    /// The quantile at `share` (0…1) of `count` values, at least one; `value` gives that of a rank, and is asked for
    /// those of `ranks` alone.
    static func at(_ share: Double, of count: Int, value: (Int) -> Int64) -> Double {
        let position = Double(count - 1) * share
        let below = Int(position)
        let low = Double(value(below))
        guard below + 1 < count else { return low }
        return low + (Double(value(below + 1)) - low) * (position - Double(below))
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
