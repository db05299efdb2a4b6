/// Chances of error among all findings of a table, instead of p-values one by one.
///
/// Source: Benjamini and Hochberg, "Controlling the False Discovery Rate", 1995.
public enum BenjaminiHochberg {
    /// The q-value of each p-value, in their order: min over s >= r of p₍ₛ₎·m/s, at most 1.
    public static func qValues(_ pValues: [Double]) -> [Double] {
        let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
        var qValues = [Double](repeating: 1, count: pValues.count)
        var least = 1.0
        for (rank, index) in order.enumerated().reversed() {
            least = min(least, pValues[index] * Double(pValues.count) / Double(rank + 1))
            qValues[index] = least
        }
        return qValues
    }
}
