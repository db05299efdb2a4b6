import StageSupport
import BasicContainers
import ByteIO

/// The counts behind `journey_metrics.csv`.
///
/// Expects customers one after another, each with its rows in time order, and bad sessions marked.
/// Memory: 8 bytes a session and a support request.
package struct JourneyMetrics: ~Copyable {
    /// What rows of a label are looked at for.
    private struct Roles: OptionSet {
        let rawValue: UInt8
        static let conversion = Roles(rawValue: 1)
        static let request = Roles(rawValue: 2)
        static let reply = Roles(rawValue: 4)
        static let feedback = Roles(rawValue: 8)
        static let referral = Roles(rawValue: 16)
        static let step = Roles(rawValue: 32)
        static let refund = Roles(rawValue: 64)
    }

    struct Customers {
        var count = 0
        /// With one conversion or more, with two or more.
        var converted = 0
        var repeated = 0
        /// With a row of kind `referral`.
        var referring = 0
    }

    struct Sessions {
        var count = 0
        var converted = 0
        /// Of one row, automatic ones aside, with a visitor.
        var bounced = 0
        var withError = 0
    }

    private(set) var customers = Customers()
    private(set) var sessions = Sessions()
    private(set) var orders = OrderValues()
    private(set) var abandonment: Abandonment
    private(set) var after: AfterSessions
    private(set) var responses = FirstResponses()
    package private(set) var answers = FeedbackAnswers()

    /// By label.
    private var roles: [Roles] = []
    private var requests: [Int64] = []
    private var props: [UInt8] = []

    /// `inline` numbers the inline rules of all funnels.
    init(_ journey: Journey, inline: [Funnel.Matcher: Int]) {
        abandonment = Abandonment(journey.funnels, inline: inline)
        after = AfterSessions(supportWithin: journey.friction.supportWithin)
    }

    /// Counts a customer whose labels were all learnt.
    mutating func observe(
        _ customer: borrowing CustomerRows, _ sessions: borrowing CustomerSessions
    ) {
        if !requests.isEmpty { requests.removeAll(keepingCapacity: true) }
        abandonment.begin(sessions: customer.sessions.count)
        let conversions = observeRows(customer)
        customers.count += 1
        if conversions > 0 { customers.converted += 1 }
        if conversions > 1 { customers.repeated += 1 }
        abandonment.end(sessions: customer.sessions.count)
        responses.end()
        after.observe(sessions.all.span, requests: requests)
        for index in sessions.all.indices { count(sessions.all[index]) }
    }

    /// Learns the labels that `table` has gained since the last call; `facts` know them.
    mutating func learn(_ table: LabelTable, _ facts: LabelFacts) {
        abandonment.learn(table)
        for label in roles.count..<facts.labels.count {
            var role: Roles =
                switch facts.kinds[Int(facts.labels[label].touchpoint)] {
                case .supportRequest: .request
                case .supportReply: .reply
                case .feedback: .feedback
                case .referral: .referral
                case .conversion, .error, .automatic, nil: []
                }
            if facts.labels[label].isRefund { role.insert(.refund) }
            if facts.labels[label].isConversion { role.insert(.conversion) }
            if abandonment.concerns(label) { role.insert(.step) }
            roles.append(role)
        }
    }

    /// Counts the rows; returns how many of them are conversions.
    private mutating func observeRows(_ customer: borrowing CustomerRows) -> Int {
        var conversions = 0
        var refers = false
        for index in customer.rows.indices {
            let row = customer.rows[index]
            let role = roles[Int(row.label)]
            guard !role.isEmpty else { continue }
            if role.contains(.step) {
                abandonment.observe(Int(row.label), session: Int(row.session))
            }
            if role.contains(.conversion) {
                conversions += 1
                if row.value >= 0 { orders.add(customer.values[Int(row.value)]) }
            }
            if role.contains(.refund), row.value >= 0 {
                orders.takeBack(customer.values[Int(row.value)])
            }
            if role.contains(.request) {
                requests.append(row.time)
                responses.request(at: row.time)
            }
            if role.contains(.reply) { responses.reply(at: row.time) }
            if role.contains(.referral) { refers = true }
            if role.contains(.feedback) { observeAnswers(ofRow: index, customer) }
        }
        if refers { customers.referring += 1 }
        return conversions
    }

    private mutating func observeAnswers(ofRow row: Int, _ customer: borrowing CustomerRows) {
        // Moved out and back: a span of a member keeps the others from changing.
        var props = self.props
        self.props = []
        defer { self.props = props }
        props.removeAll(keepingCapacity: true)
        guard customer.append(propertiesOfRow: row, to: &props) else { return }
        answers.observe(props.span)
    }

    private mutating func count(_ session: CustomerSessions.Session) {
        sessions.count += 1
        if session.hasConversion { sessions.converted += 1 }
        if session.visits == 1, session.hasVisitor { sessions.bounced += 1 }
        if session.hasError { sessions.withError += 1 }
    }
}

// What adds up.
extension JourneyMetrics: Mergeable {
    func write(to partial: inout PartialWriter) {
        partial.line("customer_metrics", customers)
        partial.line("session_metrics", sessions)
        partial.line("answers", answers)
        orders.write(to: &partial)
        abandonment.write(to: &partial)
        after.write(to: &partial)
        responses.write(to: &partial)
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        try partial.addLine("customer_metrics", to: &customers)
        try partial.addLine("session_metrics", to: &sessions)
        try partial.addLine("answers", to: &answers)
        try orders.merge(&partial)
        try abandonment.merge(&partial)
        try after.merge(&partial)
        try responses.merge(&partial)
    }
}

extension JourneyMetrics.Customers: SummedCounts {
    mutating func forEachSum<Problem>(
        _ use: (inout Int) throws(Problem) -> Void
    ) throws(Problem) {
        try use(&count)
        try use(&converted)
        try use(&repeated)
        try use(&referring)
    }
}

extension JourneyMetrics.Sessions: SummedCounts {
    mutating func forEachSum<Problem>(
        _ use: (inout Int) throws(Problem) -> Void
    ) throws(Problem) {
        try use(&count)
        try use(&converted)
        try use(&bounced)
        try use(&withError)
    }
}
