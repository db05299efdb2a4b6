/// Whole numbers from 0 whose quantiles are wanted, in bounded memory.
///
/// Up to 65,536 values are kept and give exact type-7 quantiles. Past that they are counted in
/// logarithmic bins of at most 0.4 % width, so that a quantile is off by less than 0.5 %; the order of
/// the values never matters. Mean and count stay exact.
///
/// The bins have a mantissa of 8 bits beside the exponent.
public struct Sample: Sendable {
    public static let exactLimit = 65_536
    private static let mantissaBits = 8

    public private(set) var count = 0
    private var sum: Int128 = 0
    private var values: [Int64] = []
    private var bins: [UInt64] = []

    public init() {}

    /// A sample of at most `exactLimit` values, none below 0.
    init(values: [Int64]) {
        precondition(values.count <= Self.exactLimit)
        self.values = values
        count = values.count
        for value in values { sum += Int128(value) }
    }

    /// Adds a value; one below 0 counts as 0.
    public mutating func add(_ value: Int64) {
        let value = max(value, 0)
        count += 1
        sum += Int128(value)
        if bins.isEmpty {
            values.append(value)
            if values.count > Self.exactLimit { startBins() }
        } else {
            bins[Self.bin(value)] += 1
        }
    }

    /// Adds the values of another sample; the same as if they had been added here.
    public mutating func merge(_ other: Sample) {
        if bins.isEmpty, count + other.count <= Self.exactLimit {
            values += other.values
            count += other.count
            sum += other.sum
            return
        }
        guard !other.bins.isEmpty else {
            for value in other.values { add(value) }
            return
        }
        if bins.isEmpty { startBins() }
        for bin in bins.indices { bins[bin] += other.bins[bin] }
        count += other.count
        sum += other.sum
    }

    /// The mean; nil where there is no value.
    public var mean: Double? { count == 0 ? nil : Double(sum) / Double(count) }

    /// The quantiles at rising `shares` (0…1); nil where there is no value.
    public func quantiles(_ shares: [Double]) -> [Double]? {
        guard count > 0 else { return nil }
        guard bins.isEmpty else { return shares.map(binQuantile) }
        let ranks = Quantile.ranks(shares, of: count)
        let found = Dictionary(uniqueKeysWithValues: zip(ranks, values.orderStatistics(ranks)))
        return shares.map { Quantile.at($0, of: count) { found[$0] ?? 0 } }
    }

    private mutating func startBins() {
        bins = [UInt64](repeating: 0, count: Self.binCount)
        for value in values { bins[Self.bin(value)] += 1 }
        values = []
    }

    /// How many bins there are, from the number 0 on.
    public static var binCount: Int { LogBin.count(mantissaBits: mantissaBits) }

    private static func bin(_ value: Int64) -> Int {
        LogBin.number(of: value, mantissaBits: mantissaBits)
    }

    /// Interpolated between the ranks below and above, as type 7 does, on the bins' middles.
    private func binQuantile(_ share: Double) -> Double {
        let position = Double(count - 1) * share
        let rank = Int(position)
        let low = value(ofRank: rank)
        guard rank + 1 < count else { return low }
        return low + (value(ofRank: rank + 1) - low) * (position - Double(rank))
    }

    private func value(ofRank rank: Int) -> Double {
        var left = UInt64(rank)
        for (bin, count) in bins.enumerated() {
            if left < count { return LogBin.middle(bin, mantissaBits: Self.mantissaBits) }
            left -= count
        }
        return 0
    }
}

// What a sample holds, for those who write it.
extension Sample {
    public enum Content {
        /// At most `exactLimit` values.
        case values([Int64])
        /// The sum of all values, and by bin how many there are: more than `exactLimit`.
        case bins(sum: Int128, [UInt64])
    }

    public var content: Content { bins.isEmpty ? .values(values) : .bins(sum: sum, bins) }

    /// Nil for what no sample holds.
    public init?(content: Content) {
        switch content {
        case .values(let values):
            guard values.count <= Self.exactLimit, values.allSatisfy({ $0 >= 0 }) else {
                return nil
            }
            self.init(values: values)
        case .bins(let sum, let bins):
            let count = bins.reduce(0, +)
            guard bins.count == Self.binCount, count > Self.exactLimit, count < 1 << 62, sum >= 0
            else { return nil }
            self.init()
            (self.sum, self.bins, self.count) = (sum, bins, Int(count))
        }
    }
}
