import ByteIO
import StageSupport
import Touchpoints

/// All counts of one run: customers in, one after another, sums out.
struct Analysis {
    let journey: Journey
    private(set) var classifier: RowClassifier
    private(set) var funnels: [FunnelCounter]
    private(set) var transitions = Transitions()
    private(set) var touchpoints = TouchpointCounts()
    private(set) var segments: SegmentTable
    private(set) var customerCount = 0
    private(set) var rowCount = 0
    private(set) var sessionCount = 0
    /// The latest time of any row, in microseconds.
    private(set) var lastTime = Int64.min

    /// The touchpoint of each label.
    private var touchpointOfLabel: [Int32] = []
    private let errorNames: Set<[UInt8]>
    private var isError: [Bool] = []
    private let countsVisitors: Bool

    /// Throws exit 64 for an unknown time zone.
    init(_ journey: Journey) throws(Failure) {
        self.journey = journey
        let (rules, inline) = journey.inlineRules
        classifier = RowClassifier(journey, inline: rules)
        var fields: [RowRule.Field] = FunnelCounter.correlated.map { .column($0) }
        for field in journey.funnels.flatMap(\.breakdown) where !fields.contains(field) {
            fields.append(field)
        }
        let table = SegmentTable(fields)
        segments = table
        let zone = try TimeZoneRules(named: journey.timezone)
        funnels = journey.funnels.map {
            FunnelCounter($0, inline: inline, segments: table, zone: zone)
        }
        countsVisitors = journey.funnels.contains { $0.unit == .visitor }
        errorNames = Set(
            journey.touchpoints.filter { $0.kind == .error }.map { Array($0.name.utf8) })
    }

    /// Reads everything; `member` gets the funnel's place and what `FunnelCounter` tells of each unit.
    mutating func read(
        _ paths: inout PathMerge, _ progress: inout Progress,
        member: (Int, [UInt8], Outcome) throws -> Void
    ) throws -> Int {
        var rows = CustomerRows(keeping: journey.funnels.isEmpty ? [] : segments.columns)
        while try paths.next(into: &rows, labelled: &classifier) {
            if customerCount & 1023 == 0 {
                progress.update(bytes: paths.compressedCount, rows: rowCount, rejected: 0)
            }
            if countsVisitors { rows.groupVisitors() }
            try see(rows, member: member)
        }
        progress.clear()
        for place in funnels.indices { funnels[place].finish() }
        return rows.duplicateCount
    }

    private mutating func see(
        _ customer: borrowing CustomerRows, member: (Int, [UInt8], Outcome) throws -> Void
    ) throws {
        learn()
        customerCount += 1
        rowCount += customer.rows.count
        sessionCount += customer.sessions.count
        if let last = customer.rows.last { lastTime = max(lastTime, last.time) }
        transitions.see(customer, touchpoints: touchpointOfLabel)
        let isError = isError
        touchpoints.see(customer, touchpoints: touchpointOfLabel) { isError[$0] }
        segments.begin(customer)
        for place in funnels.indices {
            try funnels[place].see(customer, classifier.table, &segments) {
                try member(place, $0, $1)
            }
        }
    }

    /// Takes in the labels and touchpoints that the classifier has met since the last customer.
    private mutating func learn() {
        let table = classifier.table
        while touchpointOfLabel.count < table.labels.count {
            touchpointOfLabel.append(Int32(table.labels[touchpointOfLabel.count].touchpoint))
        }
        while isError.count < table.touchpoints.count {
            isError.append(errorNames.contains(table.name(isError.count)))
        }
    }

    /// The counts, for a monitor.
    func add(to metrics: inout Metrics) {
        metrics.add("rows", rowCount)
        metrics.add("customers", customerCount)
        metrics.add("sessions", sessionCount)
        metrics.add("entered", label: "funnel", funnels.map { ($0.funnel.name, $0.whole.entered) })
        metrics.add(
            "converted", label: "funnel", funnels.map { ($0.funnel.name, $0.whole.converted) })
    }

    /// The name of a touchpoint in the tables, `(entry)` and `(exit)` among them.
    func name(_ touchpoint: Int32) -> [UInt8] {
        switch touchpoint {
        case Transitions.entry: Array("(entry)".utf8)
        case Transitions.exit: Array("(exit)".utf8)
        default: classifier.table.name(Int(touchpoint))
        }
    }
}
