import ByteIO
package import StageSupport
import Rows

/// All counts of one run: customers in, one after another, sums out.
package struct Analysis {
    let journey: Journey
    private(set) var classifier: RowClassifier
    package private(set) var funnels: [FunnelCounter]
    private(set) var transitions = Transitions()
    private(set) var touchpoints = TouchpointCounts()
    private(set) var variants = PathVariants()
    private(set) var rework = Rework()
    private(set) var stages: Stages
    private(set) var hours: Hours
    private(set) var retention: Retention
    private(set) var attribution: Attribution
    package private(set) var metrics: JourneyMetrics
    package private(set) var segments: SegmentTable
    package private(set) var customerCount = 0
    package private(set) var rowCount = 0
    private(set) var sessionCount = 0
    /// The earliest and the latest time of any row, in microseconds.
    package private(set) var firstTime = Int64.max
    package private(set) var lastTime = Int64.min

    /// What the labels met so far are.
    private(set) var facts: LabelFacts
    private(set) var signals: Signals
    private(set) var sessions: CustomerSessions
    /// By label: bit k says that funnel k, or one 64 places later, may be entered by such a row.
    private var entries: [UInt64] = []
    private let countsVisitors: Bool
    /// Whether tables beside the funnels are asked for.
    let isWhole: Bool

    /// Counts for all tables, or with `isWhole` false for those of the funnels alone.
    ///
    /// Throws exit 64 for an unknown time zone.
    package init(_ journey: Journey, isWhole: Bool = true) throws(Failure) {
        self.journey = journey
        self.isWhole = isWhole
        let (rules, inline) = journey.inlineRules
        classifier = RowClassifier(journey, inline: rules)
        facts = LabelFacts(journey, inline: inline)
        metrics = JourneyMetrics(journey, inline: inline)
        // The channel is there for sessions.
        var fields: [RowRule.Field] = [.column(.channel)]
        for column in FunnelCounter.correlated
        where !journey.funnels.isEmpty && column != .channel {
            fields.append(.column(column))
        }
        for field in journey.funnels.flatMap(\.breakdown) where !fields.contains(field) {
            fields.append(field)
        }
        let table = SegmentTable(fields)
        segments = table
        sessions = CustomerSessions(channelPlace: 0)
        signals = Signals(journey, inline: inline)
        let zone = try TimeZoneRules(named: journey.timezone)
        stages = Stages(count: facts.stages.count)
        hours = Hours(in: zone)
        retention = Retention(in: zone)
        attribution = Attribution(journey.attribution)
        funnels = journey.funnels.enumerated().map { place, funnel in
            FunnelCounter(
                funnel, inline: inline, segments: table, zone: zone,
                landmark: Landmark(funnel, place: place, journey.friction))
        }
        countsVisitors = journey.funnels.contains { $0.unit == .visitor }
    }

    /// Reads everything; `member` gets the funnel's place and what `FunnelCounter` tells of each unit.
    package mutating func read(
        _ paths: inout PathMerge, _ progress: inout Progress,
        member: (Int, [UInt8], Outcome) throws -> Void
    ) throws -> Int {
        var rows = CustomerRows(keeping: segments.columns)
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
        // Taken once: each access to a member of `self` would copy it.
        let table = classifier.table
        facts.learn(table)
        customerCount += 1
        rowCount += customer.rows.count
        sessionCount += customer.sessions.count
        if let first = customer.rows.first { firstTime = min(firstTime, first.time) }
        if let last = customer.rows.last { lastTime = max(lastTime, last.time) }
        segments.begin(customer)
        if isWhole { count(customer, table) }
        let firings = isWhole ? signals.firings : nil
        learnEntries(table)
        let entered = customer.rows.reduce(0) { $0 | entries[Int($1.label)] }
        for place in funnels.indices where entered & 1 << UInt64(place & 63) != 0 {
            try funnels[place].see(customer, table, &segments, firings: firings) {
                try member(place, $0, $1)
            }
        }
    }

    /// Takes in which funnels the labels met since the last customer may enter.
    private mutating func learnEntries(_ table: LabelTable) {
        guard entries.count < table.labels.count else { return }
        for place in funnels.indices { funnels[place].learn(table) }
        while entries.count < table.labels.count {
            entries.append(
                funnels.indices.reduce(0) {
                    funnels[$1].isConcerned(by: entries.count) ? $0 | 1 << UInt64($1 & 63) : $0
                })
        }
    }

    /// Counts the customer for the tables beside the funnels.
    private mutating func count(_ customer: borrowing CustomerRows, _ table: LabelTable) {
        sessions.begin(customer, facts, &segments)
        signals.see(customer, table, facts, &sessions)
        transitions.see(customer, facts)
        touchpoints.see(customer, facts)
        variants.see(customer, facts)
        rework.see(customer, facts, sessions)
        stages.see(customer, facts, sessions)
        hours.see(customer, facts, sessions)
        retention.see(sessions)
        attribution.see(customer, facts, sessions)
        metrics.see(customer, table, facts, sessions)
    }

    /// The counts, for a monitor.
    package func add(to metrics: inout Metrics) {
        metrics.add("rows", rowCount)
        metrics.add("customers", customerCount)
        metrics.add("sessions", sessionCount)
        metrics.add("entered", label: "funnel", funnels.map { ($0.funnel.name, $0.whole.entered) })
        metrics.add(
            "converted", label: "funnel", funnels.map { ($0.funnel.name, $0.whole.converted) })
    }

    /// The text of a session's channel; empty where there is none.
    func channel(_ number: Int32) -> [UInt8] { segments.text(number, ofField: 0) }

    /// The name of a touchpoint in the tables, `(entry)` and `(exit)` among them.
    func name(_ touchpoint: Int32) -> [UInt8] {
        switch touchpoint {
        case Transitions.entry: Array("(entry)".utf8)
        case Transitions.exit: Array("(exit)".utf8)
        default: classifier.table.name(Int(touchpoint))
        }
    }
}
