/// Bins for whole numbers from 0 by their size: all as wide as a share of what they hold.
///
/// Source: Tene, HdrHistogram.
enum LogBin {
    /// The bin of a value, from 0: values below 2 << `mantissaBits` have one each, then 1 << `mantissaBits` bins to
    /// each power of two.
    @inline(__always)
    static func number(of value: Int64, mantissaBits: Int) -> Int {
        let bits = 64 - value.leadingZeroBitCount
        let shift = max(bits - mantissaBits - 1, 0)
        return (shift << mantissaBits) + Int(value >> Int64(shift))
    }

    /// How many bins there are.
    static func count(mantissaBits: Int) -> Int { number(of: .max, mantissaBits: mantissaBits) + 1 }

    /// The middle of a bin.
    static func middle(_ bin: Int, mantissaBits: Int) -> Double {
        let half = 1 << mantissaBits
        let shift = max(bin / half - 1, 0)
        let low = Double(bin - shift * half) * Double(UInt64(1) << UInt64(shift))
        return low + Double((UInt64(1) << UInt64(shift)) - 1) / 2
    }
}
