/// What the converted and the others of a funnel met on their way, and what they came with.
///
/// Not corrected for time: those who convert are observed for a shorter time.
struct Correlation {
    struct Counts {
        var converted = 0
        var dropped = 0
        fileprivate var lastUnit = -1
        fileprivate var units: Int { converted + dropped }

        fileprivate mutating func add(_ isConverted: Bool) {
            if isConverted { converted += 1 } else { dropped += 1 }
        }

        /// Counts each unit once.
        fileprivate mutating func count(_ unit: Int, _ isConverted: Bool) {
            guard lastUnit != unit else { return }
            lastUnit = unit
            add(isConverted)
        }
    }

    /// By touchpoint: units that met it strictly between start and conversion, or start and end of the
    /// window. Rows that match a step of the funnel are left out.
    private(set) var touchpoints: [Counts] = []
    /// By value of the entry row, then property. A missing value is none.
    private var values: [Counts] = []
    private let propertyCount: Int
    private(set) var converted = 0
    private(set) var dropped = 0

    init(properties: Int) {
        propertyCount = properties
    }

    var units: Int { converted + dropped }

    mutating func begin(isConverted: Bool) {
        if isConverted { converted += 1 } else { dropped += 1 }
    }

    /// The unit that was begun last met `touchpoint`.
    mutating func count(_ touchpoint: Int, isConverted: Bool) {
        while touchpoints.count <= touchpoint { touchpoints.append(Counts()) }
        touchpoints[touchpoint].count(units, isConverted)
    }

    /// The unit that was begun last met the touchpoints whose bits are set.
    mutating func count(first64 touchpoints: UInt64, isConverted: Bool) {
        var left = touchpoints
        while left != 0 {
            count(left.trailingZeroBitCount, isConverted: isConverted)
            left &= left - 1
        }
    }

    /// The unit that was begun last entered with `value` of a property, which may be missing.
    mutating func enter(_ property: Int, _ value: Int32, isConverted: Bool) {
        guard value != SegmentTable.none else { return }
        let index = Int(value) * propertyCount + property
        while values.count <= index { values.append(Counts()) }
        values[index].add(isConverted)
    }

    /// The values of a property that units entered with.
    func values(ofProperty property: Int) -> [(value: Int32, counts: Counts)] {
        var found: [(Int32, Counts)] = []
        for (number, index) in stride(from: property, to: values.count, by: propertyCount)
            .enumerated() where values[index].units > 0
        {
            found.append((Int32(number), values[index]))
        }
        return found
    }
}
