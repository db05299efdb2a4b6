import ByteIO
import Foundation
import TestSupport
import Testing

@testable import Sessionize
@testable import Sessions

struct IdentityTests {
    private static let example: [TestRow] = [
        ("10:00:00", "d1", ""), ("10:01:00", "d1", "u1"), ("12:00:00", "d1", "u2"),
        ("15:00:00", "d2", "u1"),
    ].enumerated().map {
        TestRow(
            "2026-01-01T\($1.0)Z", ["visitor": $1.1, "user": $1.2, "event_id": "\($0 + 1)"])
    }

    /// The worked example in the specification of sessions.
    @Test func workedExample() throws {
        let engine = try Engine()
        let result = try engine.run(Self.example)
        let customers = result.paths.map { ($0["event_id"] ?? "") + ($0["customer"] ?? "") }
        #expect(customers == ["1u1", "2u1", "4u1", "3u2"])
        let counts = result.report.identity
        #expect(counts.users == 2)
        #expect(counts.visitors == 2)
        #expect(counts.linked == 2)
        #expect(counts.shared == 1)
        #expect(counts.backFilled == 1)
        #expect(counts.refused == 1)
    }

    @Test func withoutIdentitiesTheVisitorIsTheCustomer() throws {
        let engine = try Engine()
        engine.joinsIdentities = false
        let result = try engine.run(Self.example)
        #expect(result.paths.compactMap { $0["customer"] } == ["d1", "d1", "d1", "d2"])
        #expect(result.report.identity.users == 2)
        #expect(result.report.identity.visitors == 2)
        #expect(result.report.identity.linked == 0)
    }

    /// A row of a shared visitor at the very moment of a login belongs to who logged in; a microsecond before
    /// it, to the user before. In memory and sorted on disk, whatever the order of the rows.
    @Test(arguments: [1, 64 << 20], [false, true])
    func theMomentOfALoginIsTheUsers(memory: Int, isReversed: Bool) throws {
        let engine = try Engine()
        engine.memory = memory
        let rows = [
            ("10:00:00", "u1", "1"), ("11:59:59.999999", "", "2"), ("12:00:00", "", "3"),
            ("12:00:00", "u2", "4"), ("12:00:00", "", "5"), ("12:00:00.000001", "", "6"),
        ].map {
            TestRow("2026-01-01T\($0.0)Z", ["visitor": "d", "user": $0.1, "event_id": $0.2])
        }
        let result = try engine.run(isReversed ? rows.reversed() : rows)
        let customers = result.paths.map { ($0["event_id"] ?? "") + ($0["customer"] ?? "") }
        #expect(customers.sorted() == ["1u1", "2u1", "3u2", "4u2", "5u2", "6u2"])
    }

    /// Who logs in between other logins, too: neither first nor last on the visitor.
    @Test(arguments: [1, 64 << 20], [false, true])
    func everyLoginCountsFromItsMoment(memory: Int, isReversed: Bool) throws {
        let engine = try Engine()
        engine.memory = memory
        let rows = [
            ("10", "u1"), ("11", "u2"), ("12", "u1"), ("13", "u2"), ("14", "u1"), ("15", "u2"),
        ].flatMap { hour, user in
            [("00:00", ""), ("00:00", user), ("30:00", "")].map {
                TestRow(
                    "2026-01-01T\(hour):\($0.0)Z",
                    ["visitor": "d", "user": $0.1, "event_id": user])
            }
        }
        let result = try engine.run(isReversed ? rows.reversed() : rows)
        #expect(result.paths.count == 18)
        for row in result.paths { #expect(row["customer"] == row["event_id"]) }
    }

    /// A NUL ends no name.
    @Test(arguments: [1, 64 << 20])
    func namesMayHoldNUL(memory: Int) throws {
        let engine = try Engine()
        engine.memory = memory
        engine.keepsMap = true
        let pairs = [("a\0b", "u\0"), ("a", "b\0u"), ("\0", "v"), ("a\0", "w")]
        let rows = pairs.flatMap { visitor, user in
            ["", user].map { name in
                TestRow(
                    "2026-01-01T10:00:0\(name.isEmpty ? 0 : 1)Z",
                    ["visitor": visitor, "user": name, "event_id": user])
            }
        }
        for _ in 0..<2 {
            let result = try engine.run(rows)
            #expect(result.paths.count == 8)
            for row in result.paths { #expect(row["customer"] == row["event_id"]) }
        }
    }

    @Test func userOnManyVisitorsCollectsNoMore() throws {
        let engine = try Engine()
        var rows: [TestRow] = []
        for number in 0...500 {
            let visitor = "d\(1000 + number)"
            rows.append(TestRow(Int64(number) * 1_000_000, ["visitor": visitor, "user": "null"]))
            rows.append(TestRow(Int64(number) * 1_000_000 + 1, ["visitor": visitor]))
        }
        let result = try engine.run(rows.reversed())
        let own = result.paths.filter { $0["user"] == "" && $0["customer"] != "null" }
        #expect(own.compactMap { $0["visitor"] } == ["d1500"])
        #expect(own.compactMap { $0["customer"] } == ["d1500"])
        #expect(result.report.identity.capped == 1)
        #expect(result.report.identity.linked == 500)
        #expect(result.report.identity.visitors == 501)
    }

    @Test func mapRemembersAndForgets() throws {
        let engine = try Engine()
        engine.keepsMap = true
        _ = try engine.run([
            TestRow("2026-01-01T10:00:00Z", ["visitor": "d\t1", "user": "u1"]),
            TestRow("2026-01-01T10:00:00Z", ["visitor": "d", "user": "#u"]),
            TestRow("2026-01-01T11:00:00Z", ["visitor": "d", "user": "#u"]),
        ])
        let path = engine.scratch.path("identities")
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        #expect(
            lines.prefix(4) == [
                "#polku identities 1", "visitor\tuser\tfirst_seen\tlast_seen",
                "d\t#u\t2026-01-01T10:00:00.000000Z\t2026-01-01T11:00:00.000000Z",
                "d\\t1\tu1\t2026-01-01T10:00:00.000000Z\t2026-01-01T10:00:00.000000Z",
            ])
        let anonymous = [TestRow("2026-01-02T10:00:00Z", ["visitor": "d"])]
        let known = try engine.run(anonymous)
        #expect(known.paths.first?["customer"] == "\\#u")
        #expect(known.report.identity.visitors == 1)
        #expect(known.report.identity.linked == 1)
        // A row after the login is no back-fill.
        #expect(known.report.identity.backFilled == 0)
        let kept = lines.filter { !$0.hasPrefix("d\t") && !$0.hasPrefix("#end") }
        try Data((kept.joined(separator: "\n") + "\n#end rows=1 complete=true\n").utf8)
            .write(to: URL(filePath: path))
        #expect(try engine.run(anonymous).paths.first?["customer"] == "d")
    }

    @Test func firstUserAfterEarlierNightsIsALateLink() throws {
        let engine = try Engine()
        engine.keepsMap = true
        engine.keepsState = true
        let login = ["visitor": "d1", "user": "u1"]
        let first = try engine.run([TestRow("2026-01-01T10:00:00Z", ["visitor": "d1"])])
        #expect(first.report.identity.lateLinks == 0)
        let second = try engine.run([TestRow("2026-01-02T10:00:00Z", login)])
        #expect(second.paths.compactMap { $0["customer"] } == ["u1"])
        #expect(second.report.identity.lateLinks == 1)
        let third = try engine.run([TestRow("2026-01-03T10:00:00Z", login)])
        #expect(third.report.identity.lateLinks == 0)
    }

    @Test func sharedVisitorByTheMapGoesToTheUserSeenLast() throws {
        let engine = try Engine()
        engine.keepsMap = true
        _ = try engine.run(Self.example)
        let result = try engine.run(
            ["09:00:00", "11:00:00", "12:00:00", "13:00:00"].map {
                TestRow("2026-01-01T\($0)Z", ["visitor": "d1", "event_id": $0])
            })
        let customers = result.paths.sorted { $0["event_id"] ?? "" < $1["event_id"] ?? "" }
        #expect(customers.compactMap { $0["customer"] } == ["u1", "u1", "u2", "u2"])
        #expect(result.report.identity.shared == 1)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func agreesWithThePlainModel(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        var rows: [TestRow] = []
        let padding = String(repeating: "x", count: 200)
        for number in 0..<Int.random(in: 1...400, using: &numbers) {
            let visitor = Int.random(in: 0..<12, using: &numbers)
            let user = Int.random(in: 0..<20, using: &numbers)
            rows.append(
                TestRow(
                    Int64.random(in: 0..<200, using: &numbers) * 300_000_000,
                    [
                        "visitor": visitor == 0 ? "" : visitor == 1 ? "u1" : "v\(visitor)",
                        "user": user > 5 || visitor > 8 ? "" : "u\(user)",
                        "event_id": "\(number)", "props": padding,
                    ]))
        }
        let engine = try Engine()
        engine.memory = seed % 2 == 0 ? 1 : 64 << 20
        engine.maximumVisitors = seed % 3 == 0 ? 2 : 500
        let result = try engine.run(rows)
        let model = PlainModel(rule: engine.rule, maximumVisitors: engine.maximumVisitors)
        #expect(result.sessions == model.sessions(rows), "seed \(seed)")
        // A user that is named like a visitor may share its ids, which are hashes of the name.
        let ids = result.table.map { [$0["session_id"], $0["visitor"]] }
        #expect(Set(ids).count == ids.count)
        let visitors = Set(rows.map { $0["visitor"] }.filter { !$0.isEmpty })
        #expect(result.report.identity.visitors == visitors.count)
        let users = Set(rows.map { $0["user"] }.filter { !$0.isEmpty })
        #expect(result.report.identity.users == users.count)
    }
}

extension Engine.Result {
    /// Sessions as the model has them.
    var sessions: Set<PlainModel.Session> {
        var sessions: Set<PlainModel.Session> = []
        for (rows, isQuarantined) in [(paths, false), (quarantine, true)] {
            let known = rows.filter { $0["session_id"] != "" }
            var byID: [[String]: [[String: String]]] = [:]
            for row in known {
                byID[[row["customer"] ?? "", row["session_id"] ?? ""], default: []].append(row)
            }
            for (key, rows) in byID {
                sessions.insert(
                    PlainModel.Session(
                        customer: key[0], visitor: rows[0]["visitor"] ?? "",
                        rows: rows.map { $0["event_id"] ?? "" }, isQuarantined: isQuarantined))
            }
        }
        return sessions
    }
}
