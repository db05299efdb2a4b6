import StatsFolder
import Statistics
import Rows

/// `journey_metrics.csv`: the metrics in the order in which the README lists them, their segments below
/// each.
extension JourneyMetrics {
    /// `dataEnd` in microseconds.
    func table(dataEnd: Int64) -> Table {
        Table(
            shape: .metrics,
            rows: conversionRows + abandonmentRows + sessionRows + returnRows(dataEnd)
                + supportRows(dataEnd) + feedbackRows)
    }

    private var conversionRows: [[Cell]] {
        [
            Self.rate("conversion_rate", of: "session", sessions.converted, sessions.count),
            Self.rate("conversion_rate", of: "customer", customers.converted, customers.count),
        ] + averageOrderValues + [
            Self.rate(
                "repeat_purchase_rate", of: "customer", customers.repeated, customers.converted)
        ]
    }

    /// A row a currency; one without a currency where no conversion has a value.
    private var averageOrderValues: [[Cell]] {
        let all = orders.sorted
        return (all.isEmpty ? [OrderValues.Orders(currency: [])] : all).map { orders in
            let sum = orders.sum.text
            let average = orders.count > 0 ? Double(sum).map { $0 / Double(orders.count) } : nil
            return [
                .text("average_order_value"), .missing, .text(orders.currency),
                .id(Array(sum.utf8)), .count(orders.count), .amount(average), .missing,
                .missing,
            ]
        }
    }

    private var abandonmentRows: [[Cell]] {
        abandonment.steps.map { step in
            Self.rate(
                "abandonment_rate", .text("\(step.funnel): \(step.label)"), of: "session",
                step.withoutLast, step.sessions)
        }
    }

    private var sessionRows: [[Cell]] {
        [
            Self.rate("bounce_rate", of: "session", sessions.bounced, sessions.count),
            Self.rate("error_session_rate", of: "session", sessions.withError, sessions.count),
        ]
    }

    /// A proportion with Wilson's interval.
    private static func rate(
        _ metric: String, _ segment: Cell = .missing, of unit: String, _ part: Int, _ whole: Int
    ) -> [Cell] {
        let interval = whole > 0 ? Wilson(successes: part, trials: whole) : nil
        return [
            .text(metric), segment, .text(unit), .count(part), .count(whole),
            .rate(ratio(part, whole)), .rate(interval?.low), .rate(interval?.high),
        ]
    }
}

// What depends on the end of the data, and feedback.
extension JourneyMetrics {
    private func returnRows(_ dataEnd: Int64) -> [[Cell]] {
        let spans = [
            (
                "return_7d", after.backInWeek(afterBad: true, dataEnd),
                after.backInWeek(afterBad: false, dataEnd)
            ),
            (
                "return_30d", after.backInMonth(afterBad: true, dataEnd),
                after.backInMonth(afterBad: false, dataEnd)
            ),
        ]
        return spans.flatMap { name, bad, clean in
            [
                Self.rate(name, .text("after_bad"), of: "session", bad.part, bad.whole),
                Self.rate(name, .text("after_clean"), of: "session", clean.part, clean.whole),
            ]
        } + spans.map { Self.difference("\($0)_difference", bad: $1, clean: $2) }
    }

    /// After bad − after clean; two denominators, so none is written.
    private static func difference(
        _ metric: String, bad: AfterSessions.Share, clean: AfterSessions.Share
    ) -> [Cell] {
        let found = Newcombe(after: (bad.part, bad.whole), before: (clean.part, clean.whole))
        return [
            .text(metric), .missing, .text("session"), .missing, .missing,
            .rate(found?.difference), .rate(found?.low), .rate(found?.high),
        ]
    }

    private func supportRows(_ dataEnd: Int64) -> [[Cell]] {
        let contacts = after.askedForSupport(dataEnd)
        let answered = responses.answeredInDay(dataEnd)
        let times = responses.times
        let quantiles = times.quantiles([0.5, 0.9])
        func response(_ metric: String, _ time: Double?) -> [Cell] {
            [
                .text(metric), .missing, .text("s"), .missing, .count(times.count),
                .seconds(time), .missing, .missing,
            ]
        }
        return [
            Self.rate("support_contact_rate", of: "session", contacts.part, contacts.whole),
            response("first_response_median", quantiles?[0]),
            response("first_response_p90", quantiles?[1]),
            Self.rate("answered_within_24h", of: "request", answered.part, answered.whole),
        ]
    }

    private var feedbackRows: [[Cell]] {
        let score = NetPromoterScore(
            promoters: answers.promoters, detractors: answers.detractors, answers: answers.nps)
        return [
            [
                .text("nps"), .missing, .text("answer"),
                .count(answers.promoters - answers.detractors), .count(answers.nps),
                .rate(score?.score), .rate(score?.low), .rate(score?.high),
            ],
            Self.rate("csat", of: "answer", answers.satisfied, answers.csat),
            Self.rate(
                "referral_rate", of: "customer", customers.referring,
                customers.count),
        ]
    }
}
