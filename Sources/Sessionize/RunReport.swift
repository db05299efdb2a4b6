import Sessions
import StageSupport
import Rows

/// What a run read and made, for the summary.
struct RunReport {
    private(set) var rows = 0
    private(set) var stateRows = 0
    private(set) var carried = 0
    private(set) var late = 0
    /// When the rows of all runs happened, those of wrong clocks left out.
    private(set) var span: LogSpan?
    private(set) var streams: [UInt64] = []
    private var inputs: [Intake.InputReport] = []
    private var customers = 0
    var identity = IdentityCounts()
    var counts = SessionCounts()
    var zone = ""

    mutating func take(_ intake: borrowing Intake) {
        rows = intake.rows
        stateRows = intake.stateRows
        carried = intake.carried
        late = intake.late
        streams = intake.streams
        inputs = intake.inputs
        span = LogSpan(intake.times)
    }

    /// Counts a customer, and the visitor and user behind it.
    mutating func count(_ customer: MergedCustomer, joinsIdentities: Bool) {
        customers += 1
        if customer.hasUser, joinsIdentities { identity.users += 1 }
        if customer.hasVisitor || !joinsIdentities && customer.hasVisitorOfUser {
            identity.visitors += 1
        }
    }

    /// One line for a terminal.
    var line: String {
        "\(counts.rows) rows, \(counts.sessions) sessions, \(customers) customers"
    }

    /// The summary: one JSON object and LF.
    var text: String {
        JSONValue.object(
            [
                ("program", JSONValue.quoted(Sessionize.program)),
                ("version", JSONValue.quoted(Polku.version)),
                ("rows", "\(counts.rows)"), ("sessions", "\(counts.sessions)"),
                ("customers", "\(customers)"),
            ] + rowMembers + identityMembers + timeMembers + [("inputs", inputList)]) + "\n"
    }

    /// The counts, for a monitor.
    func add(to metrics: inout Metrics) {
        metrics.add("rows", counts.rows)
        metrics.add("sessions", counts.sessions)
        metrics.add("customers", customers)
        for (name, count) in rowCounts + identityCounts { metrics.add(name, count) }
    }

    private var rowMembers: [(String, String)] { rowCounts.map { ($0.0, "\($0.1)") } }

    private var identityMembers: [(String, String)] { identityCounts.map { ($0.0, "\($0.1)") } }

    private var rowCounts: [(String, Int)] {
        [
            ("rows_read", rows), ("state_rows", stateRows), ("no_key", counts.noKey),
            ("quarantined_rows", counts.quarantinedRows),
            ("quarantined_sessions", counts.quarantinedSessions), ("held_rows", counts.heldRows),
            ("held_sessions", counts.heldSessions), ("late", late),
            ("future", span?.future ?? 0), ("ancient", span?.ancient ?? 0),
            ("values", counts.values), ("other_values", counts.otherValues),
            ("undeclared", counts.undeclared), ("declared_gaps", counts.declaredGaps),
            ("declared_neighbours", counts.declaredNeighbours),
        ]
    }

    private var identityCounts: [(String, Int)] {
        [
            ("visitors", identity.visitors), ("users", identity.users),
            ("linked", identity.linked), ("shared", identity.shared),
            ("back_filled", identity.backFilled), ("refused_joins", identity.refused),
            ("capped_users", identity.capped), ("id_collisions", identity.collisions),
            ("late_links", identity.lateLinks),
        ]
    }

    private var timeMembers: [(String, String)] {
        let times = [("first", span?.first), ("horizon", span?.last)].map {
            ($0.0, $0.1.map { JSONValue.quoted(Timestamp(microseconds: $0).text) } ?? "null")
        }
        return times + [("timezone", zone.isEmpty ? "null" : JSONValue.quoted(zone))]
    }

    private var inputList: String {
        JSONValue.array(
            inputs.map { input in
                JSONValue.object([
                    ("name", JSONValue.quoted(input.name)), ("rows", "\(input.rows)"),
                    ("bytes", "\(input.bytes)"),
                    (
                        "checksums",
                        JSONValue.array(
                            input.checksums.map { JSONValue.quoted(String($0, radix: 16)) })
                    ),
                ])
            })
    }
}
