import BasicContainers
import ByteIO
package import StageSupport
package import Rows

/// All counts of one run: customers in, one after another, sums out.
package struct Analysis: ~Copyable, Sendable {
    /// What is counted.
    struct Rules: Sendable {
        let journey: Journey
        let part: Part
        let isWhole: Bool
        let listsMembers: Bool
        /// Whether it tells whose rows it counted, as partials do.
        let tellsCustomers: Bool
    }

    let rules: Rules
    var classifier: RowClassifier
    package internal(set) var funnels: [FunnelCounter]
    var transitions = Transitions()
    var touchpoints = TouchpointCounts()
    var variants = PathVariants()
    var rework = Rework()
    var stages: Stages
    var experience: StageExperience
    var hours: Hours
    var retention: Retention
    var activity: Activity
    var attribution: Attribution
    package internal(set) var metrics: JourneyMetrics
    package internal(set) var segments: SegmentTable
    package internal(set) var customerCount = 0
    package internal(set) var rowCount = 0
    /// Nil where nobody asks whose rows they are.
    var customers: CustomerHashes?
    /// Rows that a second input delivered too.
    package internal(set) var duplicateCount = 0
    var sessionCount = 0
    /// The times of all rows.
    package internal(set) var times = LogTimes()

    /// Of the customer at hand; kept to be filled again.
    private var rows: CustomerRows?
    /// Whether it was ever given a chunk.
    private(set) var hasCounted = false
    /// What the labels so far are.
    private(set) var facts: LabelFacts
    var signals: Signals
    private(set) var sessions: CustomerSessions
    /// By label: bit k says that funnel k, or one 64 later, may be entered by such a row.
    private var entries: [UInt64] = []
    var reports: ConversionReports
    /// What tables look at beside the texts that all rows have.
    private let keptColumns: [EventColumn]
    private let countsVisitors: Bool
    /// Nil where all rows are counted.
    var filter: PartFilter?

    /// Counts `part` of the rows for all tables, or with `isWhole` false for those of the funnels alone.
    ///
    /// Throws exit 64 for an unknown time zone.
    package init(
        _ journey: Journey, _ part: Part = Part(), isWhole: Bool = true, listsMembers: Bool = false,
        tellsCustomers: Bool = false
    ) throws(Failure) {
        try self.init(
            Rules(
                journey: journey, part: part, isWhole: isWhole, listsMembers: listsMembers,
                tellsCustomers: tellsCustomers))
    }

    init(_ rules: Rules) throws(Failure) {
        self.rules = rules
        customers = rules.tellsCustomers ? CustomerHashes() : nil
        let (journey, part) = (rules.journey, rules.part)
        let (inlineRules, inline) = journey.inlineRules
        classifier = RowClassifier(journey, inline: inlineRules)
        facts = LabelFacts(journey, inline: inline)
        metrics = JourneyMetrics(journey, inline: inline)
        // The channel is there for sessions: see `CustomerSessions.channelField`.
        var fields: [RowRule.Field] = [.column(.channel)]
        for column in FunnelCounter.correlated
        where !journey.funnels.isEmpty && column != .channel {
            fields.append(.column(column))
        }
        for field in journey.funnels.flatMap(\.breakdown) + part.conditions.map(\.field)
        where !fields.contains(field) {
            fields.append(field)
        }
        var table = SegmentTable(fields)
        let direct = table.number(of: Array("direct".utf8), ofField: 0)
        var columns = table.columns
        reports = ConversionReports(journey.conversion, keeping: &columns)
        segments = table
        filter = part.isWhole ? nil : PartFilter(part, table)
        sessions = CustomerSessions()
        let attempts = AttemptSets(journey)
        let kinds = SignalKinds(journey, attempts)
        signals = Signals(journey, inline: inline, attempts)
        let zone = try TimeZoneRules(named: journey.timezone)
        stages = Stages(count: facts.stages.count)
        experience = StageExperience(count: facts.stages.count)
        hours = Hours(in: zone)
        retention = Retention(journey.retention, in: zone)
        activity = Activity(in: zone)
        attribution = Attribution(journey.attribution, direct: direct)
        funnels = journey.funnels.enumerated().map { index, funnel in
            FunnelCounter(
                funnel, inline: inline, segments: table, keeping: &columns, zone: zone,
                landmark: Landmark(funnel, index: index, journey.friction, kinds),
                listsMembers: rules.listsMembers)
        }
        keptColumns = columns
        countsVisitors = journey.funnels.contains { $0.unit == .visitor }
    }

    /// Counts the customers of a chunk; `member` gets each unit that entered a funnel, where members are listed.
    /// `more` gives the rows of a customer who goes on.
    mutating func count(
        _ chunk: PathChunk, more: PathInput.More = { _ in nil },
        member: (Member) throws -> Void
    ) throws {
        hasCounted = true
        // Moved out and back: they are lent while the counters change.
        var rows = self.rows.take() ?? CustomerRows(keeping: keptColumns)
        let duplicates = rows.duplicateCount
        try count(chunk, in: &rows, more, member)
        duplicateCount += rows.duplicateCount - duplicates
        self.rows = consume rows
    }

    private mutating func count(
        _ chunk: PathChunk, in rows: inout CustomerRows, _ more: PathInput.More,
        _ member: (Member) throws -> Void
    ) throws {
        var customers = try CustomerMerge(chunk, more)
        while try customers.next(into: &rows, labelled: &classifier, more) {
            if filter != nil {
                filter?.apply(to: &rows, automatic: classifier.automaticLabels, &segments)
                if rows.rows.isEmpty { continue }
            }
            if countsVisitors { rows.groupVisitors() }
            learnLabels()
            if reports.concern(rows) {
                reports.settle(&rows, facts, &classifier)
                learnLabels()
            }
            try observe(&rows, member: member)
        }
    }

    /// No more customers come.
    package mutating func finish() {
        for index in funnels.indices { funnels[index].finish() }
    }

    private mutating func observe(
        _ customer: inout CustomerRows, member: (Member) throws -> Void
    ) throws {
        let entered = observeBesideFunnels(customer)
        guard entered != 0 else { return }
        let firings = isWhole ? signals.firings : nil
        for index in funnels.indices where entered & 1 << UInt64(index & 63) != 0 {
            try funnels[index].observe(&customer, facts, &segments, firings: firings) {
                try member(Member(funnel: index, unit: $0, held: $1, outcome: $2, value: $3))
            }
        }
    }

    /// Counts the customer for all but the funnels; one bit a funnel, by its number modulo 64, where it may concern
    /// them.
    ///
    /// Not inlined: rows that are changed later are copied at each call that borrows them, here once.
    @inline(never)
    private mutating func observeBesideFunnels(_ customer: borrowing CustomerRows) -> UInt64 {
        let count = customer.rows.count
        customerCount += 1
        customers?.add(customer.customer)
        rowCount += count
        sessionCount += customer.sessions.count
        if count > 0 { observeTimes(of: customer) }
        segments.begin(customer)
        var entered: UInt64 = 0
        for index in 0..<count { entered |= entries[Int(customer.rows[index].label)] }
        if isWhole || entered != 0 { sessions.begin(customer, facts, &segments) }
        if isWhole { observeWhole(customer) }
        return entered
    }

    private mutating func observeTimes(of customer: borrowing CustomerRows) {
        let count = customer.rows.count
        let (first, last) = (customer.rows[0].time, customer.rows[count - 1].time)
        guard !times.observe(together: count, from: first, to: last) else { return }
        for index in 0..<count { times.observe(customer.rows[index].time) }
    }

    /// Learns what rows can be since the last customer.
    mutating func learnLabels() {
        guard facts.labels.count < classifier.table.labels.count else { return }
        let table = classifier.table
        facts.learn(table)
        if isWhole {
            signals.learn(table, facts)
            metrics.learn(table, facts)
            retention.learn(table)
        }
        for index in funnels.indices { funnels[index].learn(table) }
        while entries.count < table.labels.count {
            entries.append(
                funnels.indices.reduce(0) {
                    funnels[$1].isConcerned(by: entries.count) ? $0 | 1 << UInt64($1 & 63) : $0
                })
        }
    }

    /// Counts the customer for the tables beside the funnels.
    private mutating func observeWhole(_ customer: borrowing CustomerRows) {
        signals.observe(customer, &sessions)
        transitions.observe(customer, facts)
        touchpoints.observe(customer, facts, sessions, segments)
        experience.observe(bad: signals.badTouchpoints, facts)
        variants.observe(customer, facts)
        rework.observe(customer, facts, sessions)
        stages.observe(customer, facts, sessions)
        hours.observe(customer, facts, sessions)
        retention.observe(customer, facts, sessions)
        activity.observe(customer, facts, sessions)
        attribution.observe(customer, facts, sessions)
        metrics.observe(customer, sessions)
    }

    var journey: Journey { rules.journey }
    /// Whether tables beside the funnels are asked for.
    var isWhole: Bool { rules.isWhole }

    /// The counts, for a monitor.
    package func add(to metrics: inout Metrics) {
        metrics.add("rows", rowCount)
        metrics.add("customers", customerCount)
        metrics.add("sessions", sessionCount)
        metrics.add("rows_left_out", filter?.leftOut.count ?? 0)
        metrics.add("entered", label: "funnel", funnels.map { ($0.funnel.name, $0.whole.entered) })
        metrics.add(
            "converted", label: "funnel",
            funnels.filter { !$0.funnel.rules.isSingleStep }.map {
                ($0.funnel.name, $0.whole.converted)
            })
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
