import Testing

@testable import Journeys

/// Rows of kind `automatic`, `t` in the texts: in the ledger and for time, no step of anybody's path.
struct AutomaticRowsTests {
    private static let journey = Journey.text(
        "a b c t", kinds: ["t": "automatic", "c": "conversion"],
        """
        [[funnel]]
        name = "strict"
        steps = ["a", "b"]
        order = "strict"
        [[funnel]]
        name = "started"
        steps = ["t", "b"]
        unit = "session"
        """)

    private static func table(
        _ paths: WrittenPaths, _ table: (borrowing Analysis) -> Table
    ) throws -> [[String: String]] {
        try table(paths.analysis(journey)).written()
    }

    private static func lines(_ rows: [[String: String]], _ columns: String...) -> [String] {
        rows.map { row in columns.map { row[$0] ?? "?" }.joined(separator: " ") }
    }

    /// The same paths with and without them: every path table is the same but for the rows of `t` itself.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func pathsAreAsIfTheyWereNotThere(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var (all, without) = (WrittenPaths(), WrittenPaths())
        for customer in 0..<12 {
            for number in 0..<Int.random(in: 1...14, using: &random) {
                let isAutomatic = number > 0 && Int.random(in: 0..<3, using: &random) == 0
                let event = isAutomatic ? "t" : ["a", "b", "c"].randomElement(using: &random) ?? ""
                let time = number * 7 + Int.random(in: 0..<7, using: &random)
                let word = "\(event)@\(time)#\(Int.random(in: 1...2, using: &random))"
                // A session of automatic rows alone would be missing in the other.
                let first = number < 2 ? "a@\(number)#\(number + 1)" : word
                all.add("c\(customer)", first)
                if number < 2 || !isAutomatic { without.add("c\(customer)", first) }
            }
        }
        let one = try all.analysis(Self.journey)
        let other = try without.analysis(Self.journey)
        func same(_ one: Table, _ other: Table, but column: String = "touchpoint") throws {
            let rows = try one.written().filter { $0[column] != "t" }
            #expect(try rows == other.written().filter { $0[column] != "t" }, "seed \(seed)")
        }
        try same(one.transitionsTable(), other.transitionsTable(), but: "from")
        try same(one.pathsTable(), other.pathsTable())
        try same(one.reworkTable(), other.reworkTable())
        try same(one.signalsTable(), other.signalsTable())
        let columns = ["touchpoint", "events", "sessions", "entries", "exits"]
        func touchpoints(_ table: Table) throws -> [[String?]] {
            try table.written().filter { $0["touchpoint"] != "t" }.map { row in
                columns.map { row[$0] }
            }.sorted { "\($0)" < "\($1)" }
        }
        #expect(try touchpoints(one.touchpointsTable()) == touchpoints(other.touchpointsTable()))
        #expect(one.metrics.sessions.bounced == other.metrics.sessions.bounced)
    }

    @Test func theyStayInTheLedger() throws {
        var paths = WrittenPaths("t@0 a@0 t@30 b@40 t@90")
        paths.add("d", "t@5")
        let rows = try Self.table(paths) { $0.touchpointsTable() }
        #expect(
            Self.lines(rows, "touchpoint", "events", "customers", "sessions", "entries", "exits")
                == [
                    "t 4 2 2 0 0", "a 1 1 1 1 0", "b 1 1 1 0 1", "(unmapped) 0 0 0 0 0",
                    "c 0 0 0 0 0",
                ])
        // a lasts till b and not till the ping between; the last visit lasts till the last ping.
        #expect(
            Self.lines(rows, "touchpoint", "median_dwell_s") == [
                "t ", "a 40", "b 50", "(unmapped) ", "c ",
            ])
        let hours = try Self.table(paths) { $0.hoursTable() }
        #expect(hours.compactMap { $0["events"].flatMap(Int.init) }.reduce(0, +) == 6)
        #expect(hours.compactMap { $0["sessions"].flatMap(Int.init) }.reduce(0, +) == 2)
    }

    /// A session of one visit bounces, one of none does not.
    @Test func bouncesAreSessionsOfOneVisit() throws {
        var paths = WrittenPaths("t@0 a@0 t@9")
        paths.add("d", "t@0")
        paths.add("e", "a@0 b@1 t@2")
        let sessions = try paths.analysis(Self.journey).metrics.sessions
        #expect(sessions.bounced == 1 && sessions.count == 3)
    }

    /// A funnel from one of them has its friction too.
    @Test func frictionFromAnAutomaticStep() throws {
        var paths = WrittenPaths()
        for customer in 0..<4 {
            paths.add("c\(customer)", "t@0 a@1!500 t@2" + (customer > 0 ? " b@3" : ""))
        }
        let rows = try paths.analysis(Self.journey).frictionTable().written()
        let error = try #require(
            rows.first { $0["funnel"] == "started" && $0["signal"] == "server_error" })
        #expect(error["from"] == "t" && error["to"] == "b")
        #expect(
            error["eligible"] == "4" && error["exposed"] == "4" && error["dropped_exposed"] == "1")
    }

    /// Only for who asks for them they are steps; between two strict steps they are nothing.
    @Test func funnelsSeeThemWhereTheyAreSteps() throws {
        let paths = WrittenPaths("t@0 a@1 t@2 b@3 t@4#2 a@5#2 b@6#2 a@7#3 b@8#3")
        let analysis = try paths.analysis(Self.journey)
        #expect(analysis.funnels[0].whole.reached == [1, 1])
        #expect(analysis.funnels[1].whole.reached == [2, 2])
    }

    /// Without a rule of its own the name tells, whatever the rules look at.
    @Test(arguments: ["session_start", "first_visit", "user_engagement"])
    func gaNamesAreAutomatic(name: String) throws {
        let journey = Journey.text("a b")
        let paths = WrittenPaths("\(name)@0 a@1 \(name)@2 other@3")
        let rows = try paths.analysis(journey).pathsTable().written()
        #expect(rows.map { $0["path"] } == ["a > (unmapped)"])
        let plain = try paths.analysis("version = 1\n").pathsTable().written()
        #expect(plain.map { $0["path"] } == ["a > other"])
        let named = Journey.text("a \(name)")
        let visited = try paths.analysis(named).pathsTable().written()
        #expect(visited.map { $0["path"] } == ["\(name) > a > \(name) > (unmapped)"])
    }

    /// A session that nobody visited brings no conversion.
    @Test func aSessionWithoutAVisitIsNoTouch() throws {
        var rows = PathRows()
        rows.add("a", "1", at: 0, "session_start", channel: "email")
        rows.add("a", "2", at: 9000, "buy", channel: "direct")
        let tables = try rows.tables(PathRows.touchpoints("buy::conversion"))
        #expect(
            try tables.lines("attribution", "model", "channel").filter { $0.hasPrefix("first") }
                == ["first,direct"])
    }
}
