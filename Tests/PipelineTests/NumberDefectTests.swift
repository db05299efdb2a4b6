import Foundation
import TestSupport
import Testing

/// What logs have wrong with clocks, ids and amounts, through the whole pipe: the cases of
/// `Fixtures/numbers` and their right values.
struct NumberDefectTests {
    /// One case, run.
    private struct Run {
        let scratch: Scratch
        /// What the stages said on standard error.
        let errors: String

        /// `events` is a file of the case's folder, `options` those of `ingest`.
        init(_ name: String, _ events: String, options: String = "") throws {
            scratch = try Scratch()
            let folder = Fixture.path("numbers/\(name)")
            let result = try Program.shell(
                """
                set -o pipefail
                ingest \(options) '\(folder)/\(events)' --summary i.json |
                    sessionize --sessions s.csv --summary s.json | tee p.tsv |
                    funnelstats --journey '\(folder)/journey.toml' -o out
                """, in: scratch)
            #expect(result.status == 0, "\(result.errors)")
            errors = result.errors
        }

        func summary(_ file: String) throws -> [String: Any] {
            let data = try Data(contentsOf: URL(filePath: scratch.path(file)))
            return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        }

        func rows(_ table: String) throws -> [[String: String]] {
            try csvRows(scratch.path("out/\(table).csv"))
        }

        func metrics(_ name: String) throws -> [[String: String]] {
            try rows("journey_metrics").filter { $0["metric"] == name }
        }

        var customers: Set<String> {
            get throws {
                let text = try String(contentsOfFile: scratch.path("p.tsv"), encoding: .utf8)
                let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
                return Set(lines.dropFirst().map { String($0.prefix { $0 != "\t" }) })
            }
        }
    }

    /// One row in 2038 or 2000 changes nothing for the others.
    @Test(arguments: [
        ("future-100", "events.ndjson", "future", "35", "65"),
        ("future-600", "events.ndjson.gz", "future", "210", "390"),
        ("past-clock", "events.ndjson", "ancient", nil, nil),
    ])
    func oneWrongClockMovesNothing(
        name: String, events: String, count: String, stillOpen: String?, followed: String?
    ) throws {
        let run = try Run(name, events)
        let summary = try run.summary("s.json")
        for other in ["future", "ancient"] {
            #expect(summary[other] as? Int == (other == count ? 1 : 0))
        }
        #expect(run.errors.contains("sessionize: 1 row lies more than 30 days "))
        #expect(try run.rows("retention").count == 6)
        #expect(try run.rows("funnel_trend").count == 20)
        #expect(try run.rows("retention").allSatisfy { $0["cohort"] ?? "" > "2025" })
        let total = try #require(run.rows("funnel_totals").first)
        guard let stillOpen, let followed else { return }
        #expect(total["still_open"] == stillOpen)
        #expect(total["km_rate"] == "0.5")
        // The row itself has entered.
        #expect(total["entered"] == "\((Int(total["converted"] ?? "") ?? 0) * 2 + 1)")
        let returns = try run.metrics("return_7d").map { $0["denominator"] }
        #expect(returns.contains(followed), "\(returns)")
    }

    /// The same where each night comes as a file of its own, and is too short to tell.
    @Test func shortNightsTogetherTellAWrongClock() throws {
        let scratch = try Scratch()
        let folder = Fixture.path("numbers/future-100")
        let result = try Program.shell(
            """
            set -e
            split -l 60 '\(folder)/events.ndjson' part-
            for part in part-*; do ingest $part | sessionize -o $part.tsv; done
            funnelstats --journey '\(folder)/journey.toml' -o out part-*.tsv
            """, in: scratch)
        #expect(result.status == 0, "\(result.errors)")
        #expect(try csvRows(scratch.path("out/retention.csv")).count == 6)
        #expect(try csvRows(scratch.path("out/funnel_trend.csv")).count == 20)
        let total = try #require(csvRows(scratch.path("out/funnel_totals.csv")).first)
        #expect(total["km_rate"] == "0.5")
    }

    /// A visitor that has the id of a user is another customer.
    @Test func visitorsAndUsersAreTwoNameSpaces() throws {
        let run = try Run("visitor-equals-user", "events.ndjson")
        #expect(try run.customers == ["7", "visitor:7"])
        #expect(try run.summary("s.json")["id_collisions"] as? Int == 1)
        #expect(try run.rows("funnel_totals").map { $0["converted"] } == ["0"])
    }

    /// The case of an e-mail address tells no two users apart.
    @Test(arguments: ["user", "visitor"])
    func emailAddressesHaveNoCase(column: String) throws {
        let scratch = try Scratch()
        let lines = ["anna@example.com", "Anna@Example.COM", "ANNA@example.com"].map {
            #"{"time":"2026-01-05T10:00:00Z","event":"e","\#(column)":"\#($0)"}"#
        }
        _ = try scratch.file("e.ndjson", lines.joined(separator: "\n").utf8)
        for option in ["", "--hash-ids"] {
            let result = try Program.shell("ingest \(option) e.ndjson | cut -f 2,3", in: scratch)
            let ids = Set(
                result.text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map {
                    $0.trimmingCharacters(in: .whitespaces)
                })
            #expect(ids.count == 1)
            // printf 'user\x1eanna@example.com' | openssl dgst -sha256 -hmac 'polku public visitor key 1'
            if column == "user" { #expect(ids == ["9e5527ac7ae79ad42cd0a8e94f4bea27"]) }
        }
    }

    /// Ids that stand for nobody join nobody.
    @Test(arguments: [
        "", "-NaN", "-None", "-anonymous", "-dash", "-guest", "-object", "-unknown",
        "-zero-number", "-zero-text",
    ])
    func placeholdersAreNoUsers(name: String) throws {
        let run = try Run("placeholder-user", "events\(name).ndjson")
        #expect(try run.customers.count == 5)
        #expect(try run.rows("funnel").map { $0["reached"] } == ["5", "5", "0"])
        // A dash is how logs write a missing value, and no word that stands for one.
        let isDash = name.isEmpty || name == "-dash"
        let notes = try run.summary("i.json")["notes"] as? [String: Int]
        #expect(notes?["placeholder"] == (isDash ? nil : 10))
    }

    /// Amounts are read where they have one meaning, else noted.
    @Test(arguments: [
        ("blanks", "19.99"), ("comma", "19.99"), ("euro", "19.99"), ("exponent", "1000"),
        ("hex", nil), ("plain", "19.99"), ("plus", "5"), ("thousands", "1299.00"),
    ])
    func amountsAreReadOrNoted(name: String, value: String?) throws {
        let run = try Run("value-text", "events-\(name).ndjson")
        let notes = try run.summary("i.json")["notes"] as? [String: Int]
        #expect(notes == (value == nil ? ["bad_value": 1] : [:]))
        let session = try #require(csvRows(run.scratch.path("s.csv")).first)
        #expect(session["value"] == value ?? "")
        #expect(session["currency"] == (value == nil ? "" : "EUR"))
    }

    /// An amount without a currency is none of another's.
    @Test func sessionsKeepCurrenciesApart() throws {
        let run = try Run("currency-mix", "events-usd.ndjson")
        let sessions = try csvRows(run.scratch.path("s.csv")).map {
            "\($0["visitor"] ?? "") \($0["value"] ?? "") \($0["currency"] ?? "")"
        }
        #expect(sessions == ["v0 20 EUR", "v1 30 USD", "v2 10 "])
    }

    /// A session is worth what was bought in it, however often the same amount was shown.
    @Test func aSessionsValueIsThatOfItsPurchases() throws {
        let run = try Run("session-value", "events.ndjson")
        let session = try #require(csvRows(run.scratch.path("s.csv")).first)
        #expect(session["value"] == "25" && session["currency"] == "EUR")
        let summary = try run.summary("s.json")
        #expect(summary["values"] as? Int == 1 && summary["other_values"] as? Int == 3)
    }

    /// GA4's automatic events make no second row.
    @Test func automaticEventsLeaveABounce() throws {
        let run = try Run("ga4-bounce", "events.ndjson", options: "--format ga4")
        let sessions = try csvRows(run.scratch.path("s.csv"))
        #expect(sessions.map { $0["bounced"] } == ["true", "true"])
        #expect(sessions.map { $0["events"] } == ["3", "3"])
    }
}
