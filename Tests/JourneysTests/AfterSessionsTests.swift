import BasicContainers
import ByteIO
import StageSupport
import Statistics
import TestSupport
import Testing
import Rows

@testable import Journeys

extension AfterSessions {
    fileprivate mutating func observe(_ sessions: [CustomerSessions.Session], requests: [Int64]) {
        observe(sessions.span, requests: requests)
    }
}

struct AfterSessionsTests {
    private static let day = AfterSessions.day

    private static func session(
        _ start: Int64, _ end: Int64, isBad: Bool = false
    ) -> CustomerSessions.Session {
        CustomerSessions.Session(
            number: 0, start: start, end: end, visits: 1, channel: -1, hasVisitor: true,
            isBad: isBad)
    }

    /// When the next session starts after the end of one, and whether that is within 7 and 30 days.
    @Test(arguments: [
        (0, false, false), (1, true, true), (AfterSessions.week, true, true),
        (AfterSessions.week + 1, false, true), (AfterSessions.month, false, true),
        (AfterSessions.month + 1, false, false),
    ])
    func returnsAreWithinTheirSpan(away: Int64, inWeek: Bool, inMonth: Bool) {
        var after = AfterSessions(supportWithin: Self.day)
        after.observe([Self.session(5, 10), Self.session(10 + away, 10 + away)], requests: [])
        // Of the first session alone, the data end 30 days after it.
        let end = 10 + 30 * Self.day
        let isAlone = away > 0
        let week = after.backInWeek(afterBad: false, 10 + 7 * Self.day)
        let month = after.backInMonth(afterBad: false, end)
        #expect(month.part == (inMonth ? 1 : 0) && week.part == (inWeek ? 1 : 0))
        #expect(month.whole == (isAlone ? 1 : 2))
    }

    @Test func onlySessionsWithTheirFullTimeCount() {
        var after = AfterSessions(supportWithin: Self.day)
        // The first is back at once, and yet left out where its week is not over.
        after.observe([Self.session(0, 10), Self.session(20, 20)], requests: [])
        #expect(after.backInWeek(afterBad: false, 10 + 7 * Self.day - 1) == .init())
        #expect(
            after.backInWeek(afterBad: false, 10 + 7 * Self.day) == .init(part: 1, whole: 1))
        #expect(
            after.backInWeek(afterBad: false, 20 + 7 * Self.day) == .init(part: 1, whole: 2))
    }

    @Test func badSessionsAreApart() {
        var after = AfterSessions(supportWithin: Self.day)
        after.observe(
            [Self.session(0, 10, isBad: true), Self.session(20, 30), Self.session(25, 26)],
            requests: [])
        let end = 60 * Self.day
        #expect(after.backInMonth(afterBad: true, end) == .init(part: 1, whole: 1))
        #expect(after.backInMonth(afterBad: false, end) == .init(part: 0, whole: 2))
    }

    /// A session that ends late has later ones inside it.
    @Test func sessionsMayOverlap() {
        var after = AfterSessions(supportWithin: Self.day)
        after.observe(
            [Self.session(0, 100), Self.session(1, 2), Self.session(50, 60)], requests: [])
        #expect(
            after.backInWeek(afterBad: false, 60 * Self.day) == .init(part: 1, whole: 3))
    }

    @Test func timesBeforeTheEpochCountToo() {
        var after = AfterSessions(supportWithin: Self.day)
        let start = -40 * Self.day
        after.observe(
            [Self.session(start, start + 3), Self.session(-1, -1)], requests: [start + 3])
        #expect(after.backInMonth(afterBad: false, 0) == .init(part: 0, whole: 1))
        #expect(after.askedForSupport(0) == .init(part: 1, whole: 1))
    }
}

/// The definitions of the metrics (README, "Journey metrics") word by word, against the counts that are made in one pass.
struct JourneyMetricsModelTests {
    private enum Event: String, CaseIterable { case view, buy, ask, reply }

    private struct Row {
        let session: Int
        let time: Int64
        let event: Event
    }

    private struct Customer {
        let rows: [Row]
        let bad: Set<Int>

        func span(_ session: Int) -> ClosedRange<Int64> {
            let times = rows.filter { $0.session == session }.map(\.time)
            return (times.min() ?? 0)...(times.max() ?? 0)
        }

        var sessions: [Int] { Set(rows.map(\.session)).sorted() }
    }

    private struct Numbers: Equatable {
        var backAfterBad = [0, 0]
        var backAfterClean = [0, 0]
        var support = [0, 0]
        var answered = [0, 0]
        var waits: [Int64] = []
        var repeated = [0, 0]
    }

    /// Times on a coarse grid, so that many fall on the limits.
    private static func customers(_ random: inout SeededGenerator) -> [Customer] {
        (0..<Int.random(in: 1...12, using: &random)).map { _ in
            let sessions = Int.random(in: 1...5, using: &random)
            let rows = (0..<Int.random(in: 1...14, using: &random)).map { _ in
                Row(
                    session: Int.random(in: 0..<sessions, using: &random),
                    time: Int64.random(in: 0...40, using: &random) * 12 * 3600,
                    event: Event.allCases.randomElement(using: &random) ?? .view)
            }
            let sorted = rows.enumerated().sorted {
                ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
            }
            let bad = (0..<sessions).filter { _ in Bool.random(using: &random) }
            return Customer(rows: sorted.map(\.element), bad: Set(bad))
        }
    }

    private static func plain(_ customers: [Customer], dataEnd: Int64) -> Numbers {
        let (day, week) = (MetricRows.day, 7 * MetricRows.day)
        var numbers = Numbers()
        for customer in customers {
            for session in customer.sessions {
                let span = customer.span(session)
                if span.upperBound + week <= dataEnd {
                    let isBack = customer.sessions.contains {
                        let start = customer.span($0).lowerBound
                        return $0 != session && start > span.upperBound
                            && start <= span.upperBound + week
                    }
                    let add = [isBack ? 1 : 0, 1]
                    if customer.bad.contains(session) {
                        numbers.backAfterBad = zip(numbers.backAfterBad, add).map(+)
                    } else {
                        numbers.backAfterClean = zip(numbers.backAfterClean, add).map(+)
                    }
                }
                if span.upperBound + day <= dataEnd {
                    let asks = customer.rows.contains {
                        $0.event == .ask && $0.time >= span.lowerBound
                            && $0.time <= span.upperBound + day
                    }
                    numbers.support = zip(numbers.support, [asks ? 1 : 0, 1]).map(+)
                }
            }
            for (place, row) in customer.rows.enumerated() where row.event == .ask {
                let reply = customer.rows[place...].first { $0.event == .reply }
                if let reply { numbers.waits.append(reply.time - row.time) }
                if row.time + day <= dataEnd {
                    let inTime = reply.map { $0.time - row.time <= day } ?? false
                    numbers.answered = zip(numbers.answered, [inTime ? 1 : 0, 1]).map(+)
                }
            }
            let buys = customer.rows.count { $0.event == .buy }
            if buys > 0 {
                numbers.repeated = zip(numbers.repeated, [buys > 1 ? 1 : 0, 1]).map(+)
            }
        }
        numbers.waits.sort()
        return numbers
    }

    private static func counted(_ customers: [Customer], dataEnd: Int64) throws -> Numbers {
        var stream = MetricRows()
        for (place, customer) in customers.enumerated() {
            for row in customer.rows {
                stream.add(
                    "c\(place + 10)", session: "\(row.session)", at: row.time, row.event.rawValue)
            }
        }
        let journey = MetricRows.journey([
            "view": "", "buy": "conversion", "ask": "support_request", "reply": "support_reply",
        ])
        let metrics = try MarkedMetrics.of(stream.text, journey) { customer, session in
            let place = (Int(customer.dropFirst()) ?? 0) - 10
            let number = Int(session.split(separator: "/").last ?? "") ?? 0
            return customers[place].bad.contains(number)
        }
        let end = dataEnd * 1_000_000
        let support = metrics.after.askedForSupport(end)
        let bad = metrics.after.backInWeek(afterBad: true, end)
        let clean = metrics.after.backInWeek(afterBad: false, end)
        let answered = metrics.responses.answeredInDay(end)
        let times = metrics.responses.times
        let shares = (0..<max(times.count, 1)).map {
            times.count > 1 ? Double($0) / Double(times.count - 1) : 0
        }
        return Numbers(
            backAfterBad: [bad.part, bad.whole], backAfterClean: [clean.part, clean.whole],
            support: [support.part, support.whole], answered: [answered.part, answered.whole],
            waits: (times.quantiles(shares) ?? []).map { Int64(($0 / 1_000_000).rounded()) },
            repeated: [metrics.customers.repeated, metrics.customers.converted])
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func agreeWithThePlainRules(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let customers = Self.customers(&random)
        let last = customers.flatMap(\.rows).map(\.time).max() ?? 0
        let dataEnd = last - Int64.random(in: -4...4, using: &random) * 2 * MetricRows.day
        let (found, wanted) = (
            try Self.counted(customers, dataEnd: dataEnd), Self.plain(customers, dataEnd: dataEnd)
        )
        #expect(found == wanted, "seed \(seed)")
    }
}

/// Journey metrics whose bad sessions a test marks.
enum MarkedMetrics {
    /// `isBad` gets a customer and a session id.
    static func of(
        _ paths: String, _ journey: String, isBad: (String, String) -> Bool
    ) throws -> JourneyMetrics {
        let journey = try JourneyFile.journey(from: journey, path: "j.toml")
        return try of(paths, journey) { customer, facts, sessions in
            for index in sessions.all.indices {
                let session = sessions.all[index]
                let id = customer.sessions[session.number].text
                if isBad(String(decoding: customer.customer, as: UTF8.self), id) {
                    sessions.markBad(session.number)
                }
            }
        }
    }

    /// `mark` marks the bad sessions of a customer.
    static func of(
        _ paths: String, _ journey: Journey,
        mark: (borrowing CustomerRows, LabelFacts, inout CustomerSessions) -> Void
    ) throws -> JourneyMetrics {
        let scratch = try Scratch()
        var merge = try PathMerge([scratch.file("paths.tsv", paths.utf8)])
        let (rules, inline) = journey.inlineRules
        var classifier = RowClassifier(journey, inline: rules)
        var facts = LabelFacts(journey, inline: inline)
        var segments = SegmentTable([.column(.channel)])
        var sessions = CustomerSessions()
        var metrics = JourneyMetrics(journey, inline: inline)
        var rows = CustomerRows(keeping: segments.columns)
        while let chunk = try merge.next() {
            var customers = try CustomerMerge(chunk) { _ in nil }
            while try customers.next(into: &rows, labelled: &classifier, { _ in nil }) {
                facts.learn(classifier.table)
                metrics.learn(classifier.table, facts)
                segments.begin(rows)
                sessions.begin(rows, facts, &segments)
                mark(rows, facts, &sessions)
                metrics.observe(rows, sessions)
            }
        }
        return metrics
    }
}
