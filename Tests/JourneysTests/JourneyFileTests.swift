import StageSupport
import TestSupport
import Testing
import Rows

@testable import Journeys

struct JourneyFileTests {
    private func problems(_ text: String) -> [String] {
        do {
            _ = try JourneyFile.journey(from: text, path: "j.toml")
            return []
        } catch let failure as Failure {
            #expect(failure.status == .invalidJourney)
            return failure.problems
        } catch {
            return ["\(error)"]
        }
    }

    private static let good = """
        version = 1
        timezone = "Europe/Helsinki"
        [[touchpoint]]
        name = "product"
        stage = "comparison"
        match = [{ event = "product_view" }, { event = "page_view", page = "/product/**" }]
        [[touchpoint]]
        name = "payment_failed"
        kind = "error"
        match = [{ event = "payment", props.result = "declined" }, { status = ">= 400" }]
        [[funnel]]
        name = "purchase"
        steps = ["product", { touchpoint = "payment_failed", optional = true }, { event = "purchase" }]
        unit = "session"
        order = "strict"
        window = "2h30m"
        window_from = "previous"
        entry = "every"
        exclude = [{ event = "refund", from = 1, to = 3 }]
        exclusion_effect = "cut"
        breakdown = ["device", "props.plan"]
        attribution = "step:2"
        breakdown_limit = 5
        trend = "week"

        """

    @Test func readsAllOfAJourney() throws {
        let journey = try JourneyFile.journey(from: Self.good, path: "j.toml")
        #expect(journey.timezone == "Europe/Helsinki")
        #expect(journey.touchpoints.map(\.name) == ["product", "payment_failed"])
        #expect(journey.touchpoints[0].stage == "comparison")
        #expect(journey.touchpoints[1].kind == .error)
        let funnel = journey.funnels[0]
        #expect(funnel.steps.map(\.label) == ["product", "payment_failed", "event=purchase"])
        #expect(funnel.unit == .session)
        #expect(funnel.rules.order == .strict)
        #expect(funnel.rules.entry == .every)
        #expect(funnel.rules.window == 9_000_000_000)
        #expect(funnel.rules.windowFrom == .previous)
        #expect(funnel.rules.effect == .cut)
        #expect(funnel.rules.exclusions == [.init(from: 0, to: 2)])
        #expect(funnel.rules.steps.map(\.isOptional) == [false, true, false])
        #expect(funnel.breakdown.map(\.name) == ["device", "props.plan"])
        #expect(funnel.attribution == .step(1))
        #expect(funnel.breakdownLimit == 5)
        #expect(funnel.trend == .week)
    }

    @Test(arguments: [
        ("version = 1\nx = [1,\n", "j.toml:2:"),
        ("version = 2", "j.toml:1:1: version: version = 1 is expected"),
        ("version = 1\ntimezone = \"Mars\"", "unknown time zone 'Mars'"),
        ("version = 1\nfunel = []", "j.toml:2:1: funel: unknown key; did you mean 'funnel'?"),
        (
            "version = 1\n[[touchpoint]]\nmatch = [{event = \"a\"}]",
            "j.toml:2:3: first touchpoint: name is missing"
        ),
        (
            "version = 1\n[[touchpoint]]\nname = \"a\"",
            "j.toml:2:3: first touchpoint \"a\": match is missing or empty"
        ),
        (
            "version = 1\n[[touchpoint]]\nname = \"a\"\nmatch = [{evnt = \"a\"}]",
            "j.toml:4:11: first touchpoint \"a\", match 1, evnt: unknown key; did you mean 'event'?"
        ),
        (
            "version = 1\n[[touchpoint]]\nname = \"a\"\nmatch = [{status = \">= x\"}]",
            "j.toml:4:11: first touchpoint \"a\", match 1, status: a number is expected after >="
        ),
        (
            "version = 1\n[[touchpoint]]\nname = \"a\"\nkind = \"eror\"\nmatch = [{event=\"a\"}]",
            "did you mean 'error'?"
        ),
        (
            "version = 1\n[[funnel]]\nname = \"f\"\nsteps = []",
            "a funnel has one step or more"
        ),
        (
            "version = 1\n[[funnel]]\nname = \"f\"\nsteps = [\"a\", 5]",
            "j.toml:4:15: first funnel \"f\", step 2: "
        ),
    ])
    func tellsWhatIsWrongAndWhere(text: String, problem: String) {
        let found = problems(text)
        #expect(found.contains { $0.contains(problem) }, "\(found)")
    }

    @Test func readsTheLimitsOfFriction() throws {
        let text =
            Self.good + """
                [friction]
                slow_ms = 1500
                rapid_repeat = "1s"
                page_loop = "20s"
                quick_back = "3s"
                retry_within = "5m"
                long_dwell = "20m"
                search_query = "term"
                support_within = "2d"
                min_units = 50
                min_cell = 7
                off = ["u_turn", "error:payment_failed"]
                """
        let rules = try JourneyFile.journey(from: text, path: "j.toml").friction
        #expect(
            rules
                == FrictionRules(
                    slow: 1_500_000, rapidRepeat: 1_000_000, pageLoop: 20_000_000,
                    quickBack: 3_000_000, retryWithin: 300_000_000, longDwell: 1_200_000_000,
                    searchQuery: "term", supportWithin: 172_800_000_000, minimumUnits: 50,
                    minimumCell: 7, off: ["u_turn", "error:payment_failed"]))
    }

    @Test(arguments: [
        (
            "off = [\"quik_back\"]",
            "friction, off 1: no signal 'quik_back'; did you mean 'quick_back'?"
        ),
        (
            "off = [\"slow\", \"error:payment_faild\"]",
            "friction, off 2: no signal 'error:payment_faild'; did you mean 'error:payment_failed'?"
        ),
        // A touchpoint, but no error.
        ("off = [\"error:product\"]", "friction, off 1: no signal 'error:product'"),
        ("off = \"slow\"", "friction, off: an array is expected"),
        ("off = [1]", "friction, off 1: a signal's name is expected"),
        ("slow_ms = 0", "friction, slow_ms: a number from 1"),
        ("quickback = \"1s\"", "friction, quickback: unknown key; did you mean 'quick_back'?"),
    ])
    func tellsWhatFrictionCannotDo(option: String, problem: String) {
        let found = problems(Self.good + "[friction]\n" + option)
        #expect(found.count == 1 && found[0].contains(problem), "\(found)")
    }

    @Test(
        arguments: [
            ("", nil), ("answers = \"product\"", ["product"]), ("answers = []", []),
            ("answers = [\"product\", \"cart\"]", ["product", "cart"]),
        ] as [(String, [String]?)])
    func readsWhatAnErrorAnswers(option: String, answers: [String]?) throws {
        let text = Self.answering(option, kind: "error")
        let journey = try JourneyFile.journey(from: text, path: "j.toml")
        #expect(journey.touchpoints[0].answers == answers)
    }

    @Test(arguments: [
        (
            "answers = \"prodct\"", "error",
            "5:1: first touchpoint \"declined\", answers: no touchpoint 'prodct'; did you mean 'product'?"
        ),
        (
            "answers = [\"cart\", \"checkout\"]", "error",
            "5:1: first touchpoint \"declined\", answers: no touchpoint 'checkout'"
        ),
        (
            "answers = \"declined\"", "error",
            "5:1: first touchpoint \"declined\", answers: 'declined' cannot answer itself"
        ),
        (
            "answers = \"product\"", "conversion",
            "5:1: first touchpoint \"declined\", answers: only a touchpoint of kind error answers another"
        ),
        (
            "answers = 5", "error",
            "5:1: first touchpoint \"declined\", answers: a touchpoint's name or an array of them is expected"
        ),
        (
            "answers = [5]", "error",
            "5:12: first touchpoint \"declined\", answer 1: a touchpoint's name is expected"
        ),
        (
            "answer = \"cart\"", "error",
            "5:1: first touchpoint \"declined\", answer: unknown key; did you mean 'answers'?"
        ),
    ])
    func tellsWhatCannotBeAnswered(option: String, kind: String, problem: String) {
        let found = problems(Self.answering(option, kind: kind))
        #expect(found == ["j.toml:" + problem])
    }

    private static func answering(_ option: String, kind: String) -> String {
        """
        version = 1
        [[touchpoint]]
        name = "declined"
        kind = "\(kind)"
        \(option)
        match = [{ event = "declined" }]
        [[touchpoint]]
        name = "product"
        match = [{ event = "product" }]
        [[touchpoint]]
        name = "cart"
        match = [{ event = "cart" }]

        """
    }

    private static let start =
        "version = 1\n[[funnel]]\nname = \"f\"\nsteps = [\"a\", \"b\", \"c\"]\n"

    @Test(arguments: [
        ("window = \"5 days\"", "j.toml:5:1: first funnel \"f\", window: '5 days' is no duration"),
        ("window = \"0s\"", "is no duration"),
        ("unit = \"person\"", "is not one of customer, visitor, session"),
        ("order = 1", "first funnel \"f\", order: text in quotes is expected"),
        ("exclude = [{event = \"x\", from = 2, to = 2}]", "1 <= from < to <= 3 is expected"),
        ("exclude = [{event = \"x\", to = 4}]", "1 <= from < to <= 3 is expected"),
        ("breakdown = [\"devce\"]", "did you mean 'device'?"),
        ("attribution = \"step:4\"", "is not one of first, last, all, step:1 … step:3"),
        ("breakdown_limit = 0", "1 or more is expected"),
        ("like = \"posthug\"", "did you mean 'posthog'?"),
        ("order = \"unordered\"\nattribution = \"step:2\"", "knows step:1 only"),
        (
            "order = \"unordered\"\nexclude = [{event = \"x\", from = 1, to = 2}]",
            "from 1 to the last step"
        ),
        ("entry = \"any\"\norder = \"strict\"", "\"f\", entry: \"any\" goes with order"),
        ("entry = \"any\"\norder = \"unordered\"", "\"f\", entry: \"any\" goes with order"),
        ("entry = \"any\"\nexclude = [{event = \"x\"}]", "\"any\" knows no exclude"),
        ("entry = \"any\"\n[friction]\nslow_ms = 1", "entry: \"any\" has no friction"),
        ("hold = [\"props.\"]", "j.toml:5:9: first funnel \"f\", hold 1: no column 'props.'"),
        ("hold = \"props.x\"", "first funnel \"f\", hold: an array is expected"),
        ("[conversion]\nid = \"ordr\"", "j.toml:6:1: conversion, id: no column 'ordr'"),
        (
            "[conversion]\nids = \"props.x\"",
            "6:1: conversion, ids: unknown key; did you mean 'id'?"
        ),
    ])
    func tellsWhatAFunnelCannotDo(option: String, problem: String) {
        let found = problems(Self.start + option)
        #expect(found.contains { $0.contains(problem) }, "\(found)")
        #expect(found.count == 1, "\(found)")
    }

    @Test func anOpenFunnelHasNoOptionalSteps() {
        let found = problems(
            "version = 1\n[[funnel]]\nname = \"f\"\nentry = \"any\"\n"
                + "steps = [\"a\", { touchpoint = \"b\", optional = true }, \"c\"]\n")
        #expect(found == ["j.toml:4:1: first funnel \"f\", entry: \"any\" knows no optional steps"])
    }

    @Test func readsWhatIsHeldAndWhatIsOneConversion() throws {
        let journey = try JourneyFile.journey(
            from: Self.start + "hold = [\"props.order\", \"site\"]\nentry = \"any\"\n"
                + "[conversion]\nid = \"event_id\"\n", path: "j.toml")
        #expect(journey.funnels[0].hold.map(\.name) == ["props.order", "site"])
        #expect(journey.funnels[0].rules.entry == .any)
        #expect(journey.conversion.id == .column(.eventID))
    }

    /// Only statuses, amounts, times and properties are compared.
    @Test(arguments: [
        ("event = \"<b>\"", RowRule.Test.text(Array("<b>".utf8))),
        ("event = \">= 500\"", .text(Array(">= 500".utf8))),
        ("page = \"<x>/*\"", .pattern(Pattern("<x>/*", for: .page))),
        ("channel = \"!= direct\"", .text(Array("!= direct".utf8))),
        ("device = \"== tv\"", .text(Array("== tv".utf8))),
        ("country = 12", .text(Array("12".utf8))),
        ("status = \">= 500\"", .number(.atLeast, 500)), ("value = \"< 0\"", .number(.below, 0)),
        ("duration_ms = 5", .number(.equal, 5)), ("props.n = \"!= 2\"", .number(.not, 2)),
    ])
    func namesAreNeverComparisons(rule: String, test: RowRule.Test) throws {
        let journey = try JourneyFile.journey(
            from: "version = 1\n[[touchpoint]]\nname = \"a\"\nmatch = [{ \(rule) }]",
            path: "j.toml")
        #expect(journey.touchpoints[0].rules[0].conditions.map(\.test) == [test])
    }

    private static let staged = """
        [[touchpoint]]
        name = "x"
        stage = "use"
        match = [{ event = "x" }]
        [[touchpoint]]
        name = "y"
        stage = "interest"
        match = [{ event = "y" }]

        """

    @Test(arguments: [
        ("", ["use", "interest"]),
        ("stages = [\"interest\", \"purchase\", \"use\"]\n", ["interest", "purchase", "use"]),
    ])
    func stagesStandAsListedOrAsFirstNamed(list: String, stages: [String]) throws {
        let journey = try JourneyFile.journey(
            from: "version = 1\n" + list + Self.staged, path: "j.toml")
        #expect(journey.stages == stages)
    }

    @Test(arguments: [
        (
            "stages = [\"interst\", \"use\"]\n",
            "second touchpoint \"y\", stage: 'interest' is not in stages; did you mean 'interst'?"
        ),
        (
            "stages = [\"interest\", \"use\", \"use\"]\n",
            "j.toml:2:30: third stage: a name that is not in the list yet"
        ),
        ("stages = \"use\"\n", "stages: an array is expected"),
    ])
    func tellsWhatStagesCannotBe(list: String, problem: String) {
        let found = problems("version = 1\n" + list + Self.staged)
        #expect(found.contains { $0.contains(problem) }, "\(found)")
    }

    @Test func tellsAllProblemsAtOnce() {
        #expect(problems(Self.start + "window = \"x\"\nunit = \"y\"\ntrend = \"z\"").count == 3)
    }

    // Rows "first step, then options" of the table of presets in the rules of funnels.
    @Test(arguments: [
        ("posthog", FunnelRules.Entry.best, FunnelRules.Effect.remove, 14 * 86_400 as Int64?),
        ("clickhouse", .best, .remove, 14 * 86_400), ("mixpanel", .first, .cut, 14 * 86_400),
        ("mixpanel_totals", .every, .cut, 14 * 86_400), ("ga4", .best, .remove, nil),
        ("plausible", .best, .remove, 86_400),
    ])
    func presetsSetWhatTheProductsDo(
        like: String, entry: FunnelRules.Entry, effect: FunnelRules.Effect, window: Int64?
    ) throws {
        let journey = try JourneyFile.journey(
            from: Self.start + "like = \"\(like)\"", path: "j.toml")
        let rules = journey.funnels[0].rules
        #expect(rules.entry == entry)
        #expect(rules.effect == effect)
        #expect(rules.window == window.map { $0 * 1_000_000 })
    }

    @Test func keysBesideAPresetWin() throws {
        let journey = try JourneyFile.journey(
            from: Self.start + "like = \"mixpanel\"\nentry = \"best\"\nwindow = \"7d\"",
            path: "j.toml")
        #expect(journey.funnels[0].rules.entry == .best)
        #expect(journey.funnels[0].rules.effect == .cut)
        #expect(journey.funnels[0].rules.window == 604_800_000_000)
    }

    @Test func remarksTellHiddenRules() throws {
        let text = """
            version = 1
            [[touchpoint]]
            name = "page"
            match = [{ page = "/**" }]
            [[touchpoint]]
            name = "cart"
            match = [{ event = "page_view", page = "/cart" }]
            """
        let journey = try JourneyFile.journey(from: text, path: "j.toml")
        #expect(
            journey.remarks == ["touchpoint 'cart': a rule is hidden behind one of 'page'"])
    }

    @Test func deepNestingIsRefused() {
        let keys = (0..<40).map { "a\($0)" }.joined(separator: ".")
        #expect(!problems("version = 1\n[\(keys)]\nx = 1").isEmpty)
        #expect(!problems("version = 1\nx = " + String(repeating: "[", count: 100_000)).isEmpty)
    }
}
