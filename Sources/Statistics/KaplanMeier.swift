/// The share that will have converted, where some are still open when the data end.
///
/// Source: Kaplan and Meier, "Nonparametric Estimation from Incomplete Observations", 1958.
public enum KaplanMeier {
    /// 1 − Π(1 − dᵢ/nᵢ) over the distinct conversion times.
    ///
    /// Times are microseconds from entry: of conversions, and of censoring for open units. `closed`
    /// units did not convert and stay at risk to the end. Nil where there is nobody.
    public static func rate(conversions: [Int64], open: [Int64], closed: Int) -> Double? {
        var atRisk = conversions.count + open.count + closed
        guard atRisk > 0 else { return nil }
        let (converted, censored) = (conversions.sorted(), open.sorted())
        var survival = 1.0
        var (next, left) = (0, 0)
        while next < converted.count {
            let time = converted[next]
            while left < censored.count, censored[left] < time {
                left += 1
                atRisk -= 1
            }
            var count = 0
            while next < converted.count, converted[next] == time {
                next += 1
                count += 1
            }
            survival *= 1 - Double(count) / Double(atRisk)
            atRisk -= count
        }
        return 1 - survival
    }
}
