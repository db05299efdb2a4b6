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
        let converted = conversions.sorted()
        // Open units leave before the first conversion that is later than they are old.
        var leaving = [Int](repeating: 0, count: converted.count + 1)
        for time in open { leaving[firstIndex(after: time, in: converted)] += 1 }
        var survival = 1.0
        var next = 0
        while next < converted.count {
            let first = next
            while next < converted.count, converted[next] == converted[first] { next += 1 }
            atRisk -= leaving[first]
            survival *= 1 - Double(next - first) / Double(atRisk)
            atRisk -= next - first
        }
        return 1 - survival
    }

    /// The index of the first of the sorted times that is later than `time`.
    private static func firstIndex(after time: Int64, in sorted: [Int64]) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] <= time { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
