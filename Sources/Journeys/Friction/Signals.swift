import BasicContainers

/// Finds where signals fire, customer after customer, in one pass over the rows of each session.
///
/// Expects customers with their rows in time order. Nothing looks ahead: a firing depends on the rows
/// up to its own. Automatic rows are not there for it. Memory: firings and attempts of the customer at hand,
/// one count a signal and touchpoint.
struct Signals: ~Copyable {
    /// The session so far.
    private struct Course: BitwiseCopyable {
        let number: Int
        var errors = 0
        var isBad = false
        /// The row before, and the touchpoint of the one before that; -1 for none.
        var touchpoint: Int32 = -1
        var page: Int32 = -1
        var time: Int64 = 0
        var touchpointBefore: Int32 = -1
        /// How many rows the alternation of two touchpoints has that the row before ends.
        var alternation = 0
        var repeats = Repeats()
    }

    private(set) var firings: Firings
    /// Not of the customer at hand alone.
    var counts = SignalCounts()
    /// The touchpoints of the customer at hand that bad signals were charged to, one for each firing.
    private(set) var badTouchpoints = UniqueArray<Int32>()

    private let rules: FrictionRules
    private let property: [UInt8]?
    /// Bit k: signal k is on.
    private let isOn: UInt32
    /// Bit k: signal k makes a session bad.
    private let isBad = Signal.bad
    private var labels: SignalLabels
    private var stepSignals: StepSignals
    private var pages = PageVisits()
    private var terms = SearchTerms()
    private var sessionCount = 0
    private var customerCount = 0
    /// By visitor of the customer: the last customer with an earlier session of that visitor.
    private var visitors = UniqueArray<Int>()

    /// `inline` numbers the inline rules of all funnels.
    init(_ journey: Journey, inline: [Funnel.Matcher: Int], _ attempts: AttemptSets) {
        let rules = journey.friction
        self.rules = rules
        labels = SignalLabels(journey, inline: inline, attempts)
        isOn = Signal.allCases.reduce(0) {
            rules.off.contains($1.name) ? $0 : $0 | $1.bit
        }
        property =
            isOn & Signal.searchRefinement.bit != 0
            ? rules.searchQuery.map { Array($0.utf8) } : nil
        firings = Firings(funnels: journey.funnels.count, attemptSets: attempts.count)
        stepSignals = StepSignals(journey.funnels, retryWithin: rules.retryWithin)
    }

    /// Learns the labels that `table` has gained since the last call.
    mutating func learn(_ table: LabelTable, _ facts: LabelFacts) { labels.learn(table, facts) }

    /// Finds the customer's firings, and marks the sessions in which a bad one fired.
    mutating func observe(_ customer: borrowing CustomerRows, _ sessions: inout CustomerSessions) {
        firings.begin()
        badTouchpoints.removeAll(keepingCapacity: true)
        counts.beginCustomer()
        var hasVisited = false
        for index in sessions.all.indices {
            let number = sessions.all[index].number
            var course = Course(number: sessionCount)
            counts.beginSession()
            terms.end()
            let visits = customer.visits(ofSession: number)
            if let first = visits.range.first {
                resume(
                    customer.number(first, in: .sessionVisits), customer, isLater: hasVisited)
                hasVisited = true
            }
            for index in visits.range {
                observe(customer.number(index, in: .sessionVisits), customer, &course)
            }
            // Where a funnel goes on from an automatic row, that is an attempt all the same.
            for index in customer.automatic(ofSession: number).range {
                let row = customer.number(index, in: .automatic)
                attempt(row, labels[Int(customer.rows[row].label)])
            }
            if course.isBad { sessions.markBad(number) }
            sessionCount += 1
        }
        customerCount += 1
        firings.close()
    }
}

// One row after another.
extension Signals {
    private mutating func observe(
        _ index: Int, _ customer: borrowing CustomerRows, _ course: inout Course
    ) {
        let row = customer.rows[index]
        let traits = labels[Int(row.label)]
        let touchpoint = traits.touchpoint
        let isError = row.status >= 400 || traits.isError
        if isError { error(row, traits, at: index, &course) }
        if row.duration > rules.slow { fire(.slow, touchpoint, at: index, &course) }
        if traits.isSupport { fire(.supportContact, touchpoint, at: index, &course) }
        compare(row, touchpoint, at: index, &course)
        if pages.isThird(
            page: row.page, touchpoint: touchpoint, session: course.number, at: row.time,
            within: rules.pageLoop)
        {
            fire(.pageLoop, touchpoint, at: index, &course)
        }
        if let property, terms.isRefined(by: index, customer, touchpoint, property: property) {
            fire(.searchRefinement, touchpoint, at: index, &course)
        }
        attempt(index, traits)
        if traits.firstStep < traits.endOfSteps {
            let row = StepSignals.Row(
                time: row.time, touchpoint: touchpoint, session: course.number,
                errors: course.errors, isError: isError)
            step(row, traits, at: index, &course)
        }
        if isError { course.errors += 1 }
    }

    /// Adds a row to the attempts that it is one of.
    @inline(__always)
    private mutating func attempt(_ index: Int, _ traits: SignalLabels.Traits) {
        for at in traits.firstSet..<traits.endOfSets {
            firings.append(attempt: index, ofSet: labels.sets[at])
        }
    }

    private mutating func error(
        _ row: CustomerRows.Row, _ traits: SignalLabels.Traits, at index: Int,
        _ course: inout Course
    ) {
        if let signal = Signal(status: row.status) {
            fire(signal, traits.touchpoint, at: index, &course)
        }
        guard traits.errorSignal >= 0 else { return }
        add(traits.errorSignal, traits.touchpoint, at: index)
        markBad(traits.touchpoint, &course)
    }

    /// The row beside the two before it.
    private mutating func compare(
        _ row: CustomerRows.Row, _ touchpoint: Int32, at index: Int, _ course: inout Course
    ) {
        let dwell = row.time - course.time
        let isOther = touchpoint != course.touchpoint
        let isBack = isOther && touchpoint == course.touchpointBefore
        if course.touchpoint >= 0, dwell > rules.longDwell {
            fire(.longDwell, course.touchpoint, at: index, &course)
        }
        if isBack, dwell < rules.quickBack {
            fire(.quickBack, course.touchpoint, at: index, &course)
        }
        course.alternation = isBack ? course.alternation + 1 : isOther ? 2 : 1
        if course.alternation == 4 { fire(.pingPong, touchpoint, at: index, &course) }
        if isOther || row.page != course.page { course.repeats = Repeats() }
        if course.repeats.isThird(at: row.time, within: rules.rapidRepeat) {
            fire(.rapidRepeat, touchpoint, at: index, &course)
        }
        course.touchpointBefore = course.touchpoint
        course.touchpoint = touchpoint
        course.page = row.page
        course.time = row.time
    }

    /// A row of a step of one funnel or more; what it does in several counts once.
    private mutating func step(
        _ row: StepSignals.Row, _ traits: SignalLabels.Traits, at index: Int,
        _ course: inout Course
    ) {
        let touchpoint = row.touchpoint
        var all = StepSignals.Found()
        for at in traits.firstStep..<traits.endOfSteps {
            let steps = labels.steps[at]
            let found = stepSignals.observe(row, steps: steps.mask, ofFunnel: steps.funnel)
            if found.left >= 0, isOn(.uTurn) {
                firings.append(
                    firing(.uTurn, found.left, at: index), toFunnel: steps.funnel)
                if all.left < 0 { all.left = found.left }
            }
            if found.isRetry, isOn(.retryLoop) {
                firings.append(
                    firing(.retryLoop, touchpoint, at: index), toFunnel: steps.funnel)
                all.isRetry = true
            }
        }
        if all.left >= 0 { counts.add(Signal.uTurn.rawValue, all.left) }
        if all.isRetry {
            counts.add(Signal.retryLoop.rawValue, touchpoint)
            markBad(touchpoint, &course)
        }
    }

    /// The first row of a session; `isLater` where the customer has an earlier one.
    private mutating func resume(
        _ index: Int, _ customer: borrowing CustomerRows, isLater: Bool
    ) {
        let row = customer.rows[index]
        var scope: Firing.Scope = isLater ? .customer : []
        if row.visitor >= 0 {
            let visitor = Int(row.visitor)
            while visitors.count <= visitor { visitors.append(-1) }
            if visitors[visitor] == customerCount { scope.insert(.visitor) }
            visitors[visitor] = customerCount
        }
        guard !scope.isEmpty, isOn(.resumedLater) else { return }
        add(
            Signal.resumedLater.rawValue, labels[Int(row.label)].touchpoint, at: index, scope)
    }
}

// What fires.
extension Signals {
    private func isOn(_ signal: Signal) -> Bool { isOn & signal.bit != 0 }

    private mutating func fire(
        _ signal: Signal, _ touchpoint: Int32, at row: Int, _ course: inout Course
    ) {
        guard isOn(signal) else { return }
        add(signal.rawValue, touchpoint, at: row)
        if isBad & signal.bit != 0 { markBad(touchpoint, &course) }
    }

    private mutating func markBad(_ touchpoint: Int32, _ course: inout Course) {
        course.isBad = true
        badTouchpoints.append(touchpoint)
    }

    private mutating func add(
        _ signal: Int32, _ touchpoint: Int32, at row: Int, _ scope: Firing.Scope = .all
    ) {
        firings.append(
            Firing(row: Int32(row), signal: signal, touchpoint: touchpoint, scope: scope))
        counts.add(signal, touchpoint)
    }

    private func firing(_ signal: Signal, _ touchpoint: Int32, at row: Int) -> Firing {
        Firing(row: Int32(row), signal: signal.rawValue, touchpoint: touchpoint, scope: .all)
    }
}
