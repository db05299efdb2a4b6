import StageSupport

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
        makeRoom(forTouchpoint: touchpoint)
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
        values[index(of: value, property)].add(isConverted)
    }

    private mutating func makeRoom(forTouchpoint touchpoint: Int) {
        while touchpoints.count <= touchpoint { touchpoints.append(Counts()) }
    }

    private mutating func index(of value: Int32, _ property: Int) -> Int {
        let index = Int(value) * propertyCount + property
        while values.count <= index { values.append(Counts()) }
        return index
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

// What adds up.
extension Correlation {
    /// `fields` are those of the properties in the segment table.
    func write(to partial: inout PartialWriter, fields: [Int]) {
        partial.begin("correlated")
        partial.append(converted)
        partial.append(dropped)
        partial.end()
        for touchpoint in partial.touchpoints.order where touchpoint < touchpoints.count {
            guard touchpoints[touchpoint].units > 0 else { continue }
            partial.begin("met")
            partial.append(touchpoint: Int32(touchpoint))
            partial.append(touchpoints[touchpoint])
            partial.end()
        }
        for (property, field) in fields.enumerated() {
            let found = values(ofProperty: property)
            let order = partial.order(found.indices) {
                (partial.values[field].rank(found[$0].value), 0)
            }
            for index in order {
                partial.begin("property")
                partial.append(property)
                partial.append(value: found[index].value, ofField: field)
                partial.append(found[index].counts)
                partial.end()
            }
        }
    }

    mutating func merge(_ partial: inout PartialReader, fields: [Int]) throws(Failure) {
        try partial.begin("correlated")
        try partial.add(to: &converted)
        try partial.add(to: &dropped)
        try partial.finishLine()
        while partial.isNext("met") {
            let touchpoint = try partial.touchpointIndex()
            makeRoom(forTouchpoint: touchpoint)
            try partial.add(to: &touchpoints[touchpoint])
            try partial.finishLine()
        }
        while partial.isNext("property") {
            let property = try partial.number(in: fields.indices)
            let value = try partial.value(ofField: fields[property])
            guard value != SegmentTable.none else { throw partial.damage("no value") }
            let index = index(of: value, property)
            try partial.add(to: &values[index])
            try partial.finishLine()
        }
    }
}

extension Correlation.Counts: SummedCounts {
    mutating func forEachSum<Problem>(
        _ use: (inout Int) throws(Problem) -> Void
    ) throws(Problem) {
        try use(&converted)
        try use(&dropped)
    }
}
