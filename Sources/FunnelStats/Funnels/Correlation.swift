/// What the converted and the others of a funnel met on their way, and what they came with.
///
/// Not corrected for time: those who convert are observed for a shorter time.
struct Correlation {
    struct Counts {
        var converted = 0
        var dropped = 0
        fileprivate var lastUnit = -1
    }

    /// By touchpoint: units that met it strictly between start and conversion, or start and end of the
    /// window. Rows that match a step of the funnel are left out.
    private(set) var touchpoints: [Counts] = []
    /// By property of the entry row, then value; the first is that of a missing value.
    private var properties: [[Counts]]
    private(set) var converted = 0
    private(set) var dropped = 0

    init(properties: Int) {
        self.properties = [[Counts]](repeating: [], count: properties)
    }

    var units: Int { converted + dropped }

    mutating func begin(isConverted: Bool) {
        if isConverted { converted += 1 } else { dropped += 1 }
    }

    /// The unit that was begun last met `touchpoint`.
    mutating func meet(_ touchpoint: Int, isConverted: Bool) {
        while touchpoints.count <= touchpoint { touchpoints.append(Counts()) }
        guard touchpoints[touchpoint].lastUnit != units else { return }
        touchpoints[touchpoint].lastUnit = units
        touchpoints[touchpoint].add(isConverted)
    }

    /// The unit that was begun last entered with `value` of a property.
    mutating func enter(_ property: Int, _ value: Int32, isConverted: Bool) {
        let place = Int(value - SegmentTable.none)
        while properties[property].count <= place { properties[property].append(Counts()) }
        properties[property][place].add(isConverted)
    }

    /// The values of a property that units entered with.
    func values(ofProperty property: Int) -> [(value: Int32, counts: Counts)] {
        properties[property].enumerated().map { (SegmentTable.none + Int32($0), $1) }
    }
}

extension Correlation.Counts {
    fileprivate mutating func add(_ isConverted: Bool) {
        if isConverted { converted += 1 } else { dropped += 1 }
    }
}
