import StageSupport

@testable import Sessionize
@testable import Sessions

/// The rules of sessions and identity once more, short and slow.
struct PlainModel {
    var rule: SessionRule
    var joinsIdentities = true
    var maximumVisitors = Links.maximumVisitors

    struct Session: Hashable {
        var customer: String
        var visitor: String
        /// The `event_id` of its rows.
        var rows: [String]
        var isQuarantined: Bool
    }

    func sessions(_ rows: [TestRow]) -> Set<Session> {
        let customers = customers(rows)
        var places: [String: [Int]] = [:]
        for place in rows.indices where !customers[place].isEmpty {
            let row = rows[place]
            let key = [
                customers[place], row["visitor"].isEmpty ? "user" : "visitor",
                row["visitor"].isEmpty ? row["user"] : row["visitor"],
                rule.usesDeclared ? row["session"] : "",
            ]
            places[key.joined(separator: "\u{1}"), default: []].append(place)
        }
        var all: Set<Session> = []
        for (_, unsorted) in places {
            let sorted = unsorted.sorted { (rows[$0].time, $0) < (rows[$1].time, $1) }
            for session in cut(sorted.map { rows[$0] }) {
                let length = (session.last?.time ?? 0) - (session.first?.time ?? 0)
                all.insert(
                    Session(
                        customer: customers[sorted[0]], visitor: session[0]["visitor"],
                        rows: session.map { $0["event_id"] },
                        isQuarantined: session.count > rule.maximumEvents
                            || length > rule.maximumLength))
            }
        }
        return all
    }

    private func cut(_ rows: [TestRow]) -> [[TestRow]] {
        var sessions: [[TestRow]] = []
        var day = rule.midnight
        for row in rows {
            guard let session = sessions.last, let first = session.first, let last = session.last
            else {
                sessions.append([row])
                continue
            }
            var splits = rule.splits(after: row.time - last.time)
            if rule.usesDeclared, !row["session"].isEmpty {
                splits = row.time - first.time > rule.maximumLength
            }
            if rule.midnight != nil, day?.day(at: row.time) != day?.day(at: last.time) {
                splits = true
            }
            let campaign = session.map { $0["campaign"] }.first { !$0.isEmpty } ?? ""
            if rule.splitsOnCampaign, !campaign.isEmpty, !row["campaign"].isEmpty,
                campaign.lowercased() != row["campaign"].lowercased()
            {
                splits = true
            }
            if splits { sessions.append([row]) } else { sessions[sessions.count - 1].append(row) }
        }
        return sessions
    }

    /// The customer of each row.
    func customers(_ rows: [TestRow]) -> [String] {
        let users = Set(
            rows.filter { joinsIdentities || $0["visitor"].isEmpty }.map { $0["user"] })
        func own(_ visitor: String) -> String {
            !visitor.isEmpty && users.contains(visitor) ? "visitor:" + visitor : visitor
        }
        guard joinsIdentities else {
            return rows.map { $0["visitor"].isEmpty ? $0["user"] : own($0["visitor"]) }
        }
        var first: [[String]: Int64] = [:]
        for row in rows where !row["visitor"].isEmpty && !row["user"].isEmpty {
            let pair = [row["visitor"], row["user"]]
            first[pair] = min(first[pair] ?? .max, row.time)
        }
        let edges = first.sorted {
            ($0.value, $0.key[0], $0.key[1]) < ($1.value, $1.key[0], $1.key[1])
        }
        var accepted: Set<[String]> = []
        var visitors: [String: Int] = [:]
        var owner: [String: String] = [:]
        for (pair, _) in edges where visitors[pair[1], default: 0] < maximumVisitors {
            visitors[pair[1], default: 0] += 1
            accepted.insert(pair)
            if owner[pair[0]] == nil { owner[pair[0]] = pair[1] }
        }
        return rows.map { row in
            guard row["user"].isEmpty else { return row["user"] }
            let logins = rows.enumerated().filter {
                $0.element["visitor"] == row["visitor"] && !$0.element["user"].isEmpty
                    && accepted.contains([row["visitor"], $0.element["user"]])
                    && $0.element.time <= row.time
            }
            let latest = logins.max { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
            return latest?.element["user"] ?? owner[row["visitor"]] ?? own(row["visitor"])
        }
    }
}

/// Numbers that repeat: a linear congruential generator.
///
/// Source: Knuth, "MMIX", multiplier and increment.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 2 &+ 1 }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
