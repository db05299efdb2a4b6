import StageSupport
import Testing

@testable import Journeys

/// Words for people: they go into the manifest, and change no number and no name of a table.
struct JourneyLabelTests {
    private static let journey = """
        site = "Shop"
        language = "fi"
        stages = [{ name = "buy", label = "Buying" }, "use"]
        [[touchpoint]]
        name = "card"
        label = { en = "Card refused", fi = "Kortti" }
        stage = "buy"
        match = [{ event = "card" }]
        [[funnel]]
        name = "all"
        label = "Everything"
        steps = ["card", { event = "done", label = "Bought" }]
        [[segment]]
        breakdown = "device"
        label = "Kind of device"
        [[segment]]
        breakdown = "device"
        segment = "mobile"
        label = { en = "Phones" }
        """

    @Test func theManifestTellsThem() throws {
        var rows = PathRows()
        rows.add("1", "1", events: ["card", "done"])
        let tables = try rows.tables(Self.journey)
        let manifest = try tables.manifest
        for part in [
            #""site":"Shop","language":"fi""#,
            #"{"of":"stage","name":"buy","text":{"*":"Buying"}}"#,
            #"{"of":"touchpoint","name":"card","text":{"en":"Card refused","fi":"Kortti"}}"#,
            #"{"of":"funnel","name":"all","text":{"*":"Everything"}}"#,
            #"{"of":"step","name":"event=done","funnel":"all","step":2,"text":{"*":"Bought"}}"#,
            #"{"of":"breakdown","name":"device","text":{"*":"Kind of device"}}"#,
            #"{"of":"segment","name":"mobile","breakdown":"device","text":{"en":"Phones"}}"#,
        ] { #expect(manifest.contains(part), "\(part) in \(manifest)") }
        #expect(try tables.lines("funnel", "touchpoint", "reached") == ["card,1", "event=done,1"])
        #expect(try tables.rows("stages").map { $0["stage"] } == ["buy", "use", "(unmapped)"])
    }

    /// What is wrong, and the words that say it.
    @Test(arguments: [
        ("language = \"de\"", "language: 'de' is not one of en, fi"),
        ("site = 1", "site: text in quotes is expected"),
        ("stages = [{ label = \"x\" }]", "first stage: a name"),
        ("[[segment]]\nlabel = \"x\"", "first segment: breakdown is missing"),
        ("[[segment]]\nbreakdown = \"device\"", "first segment: label is missing"),
        ("[[segment]]\nbreakdown = \"devise\"\nlabel = \"x\"", "first segment, breakdown: "),
        (
            "[[touchpoint]]\nname = \"a\"\nlabel = 1\nmatch = [{ event = \"a\" }]",
            "label: text in quotes"
        ),
        (
            "[[touchpoint]]\nname = \"a\"\nlabel = \"\"\nmatch = [{ event = \"a\" }]",
            "label: text in quotes"
        ),
        (
            "[[touchpoint]]\nname = \"a\"\nlabel = { eng = \"A\" }\nmatch = [{ event = \"a\" }]",
            "label, eng: unknown key; did you mean 'en'?"
        ),
        (
            "[[touchpoint]]\nname = \"a\"\ncontact = \"\"\nmatch = [{ event = \"a\" }]",
            "contact: a name"
        ),
    ])
    func mistakesAreTold(text: String, problem: String) {
        do {
            _ = try JourneyFile.journey(from: "version = 1\n" + text, path: "j.toml")
            Issue.record("no problem found")
        } catch {
            let problems = (error as? Failure)?.problems ?? []
            #expect(problems.contains { $0.contains(problem) }, "\(problems)")
        }
    }
}

/// Where touchpoints meet people: what the journey file says; else pages are on the web, and others where
/// more than half of their visits come from.
struct ContactTests {
    private static let journey = """
        [[touchpoint]]
        name = "call"
        match = [{ event = "call" }]
        [[touchpoint]]
        name = "said"
        contact = "kiosk"
        match = [{ event = "said" }]
        [[touchpoint]]
        name = "page"
        match = [{ event = "page_view" }]
        [[touchpoint]]
        name = "mixed"
        match = [{ event = "mixed" }]
        """

    @Test func contactsOfTouchpoints() throws {
        var rows = PathRows()
        rows.add("1", "1", events: ["call", "mixed", "said", "page_view"], channel: "phone")
        rows.add("2", "2", events: ["mixed", "call"], channel: "paid_search")
        rows.add("3", "3", events: ["call"], channel: "call_centre")
        let found = try rows.tables(Self.journey).lines("touchpoints", "touchpoint", "contact")
        // Two of three visits with a call are by phone; of `mixed` one of two, which is no more than half.
        #expect(
            Set(found) == ["call,phone", "said,kiosk", "page,web", "mixed,web", "(unmapped),web"])
    }

    @Test func withoutAJourneyFileChannelsTell() throws {
        var rows = PathRows()
        rows.add("1", "1", events: ["visit"], channel: "in_store")
        rows.add("2", "2", events: ["opened"], channel: "email")
        rows.add("3", "3", events: ["/page"], channel: "email")
        let found = try rows.tables("").lines("touchpoints", "touchpoint", "contact")
        #expect(Set(found) == ["visit,store", "opened,email", "/page,web"])
    }
}

/// How it went in each stage: who met something bad there, each once.
struct StageExperienceTests {
    private static let journey = PathRows.touchpoints(
        "home:look", "empty:look:error", "pay:buy", "refused:buy:error", "login", "broken::error")

    /// By hand: of three who look one has an empty search, twice; of two who pay both are refused or fail.
    @Test func customersCountOnceInAStage() throws {
        var rows = PathRows()
        rows.add("1", "1", events: ["home", "empty", "home", "empty", "pay", "refused"])
        rows.add("2", "1", at: 0, "home")
        rows.add("2", "1", at: 60, "pay", status: "500")
        rows.add("3", "1", events: ["home", "login", "broken"])
        let lines = try rows.tables(Self.journey).lines(
            "stage_experience", "stage", "customers", "bad_customers", "share")
        #expect(lines == ["look,3,1,0.333333333", "buy,2,2,1", "(unmapped),1,1,1"])
    }

    /// A slow page and a way back are no failure; nobody at a stage leaves its share empty.
    @Test func onlyBadSignalsCount() throws {
        var rows = PathRows()
        rows.add("1", "1", at: 0, "home", duration: "90000")
        rows.add("1", "1", at: 1, "login")
        rows.add("1", "1", at: 2, "home")
        let lines = try rows.tables(Self.journey).lines(
            "stage_experience", "stage", "customers", "bad_customers", "share", "ci_low", "ci_high")
        // Wilson's interval of 0 in 1.
        #expect(
            lines == ["look,1,0,0,0,0.793450686", "buy,0,0,,,", "(unmapped),1,0,0,0,0.793450686"])
    }
}
