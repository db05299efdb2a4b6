import Foundation
import Testing

@testable import Report

struct SectionTests {
    @Test func sectionsStandInTheirOrder() throws {
        let page = try MadeFolder.plain.page().text
        var from = page.startIndex
        for section in PageSection.allCases {
            let title = Words().text(section.title)
            let kind = section == .glance ? " class=unseen" : ""
            let heading = "<h2 id=heading-\(section.rawValue)\(kind)>\(title)</h2>"
            let found = try #require(page.range(of: heading, range: from..<page.endIndex))
            from = found.upperBound
        }
    }

    /// Each table that is missing, or has no rows, is told by name.
    @Test(arguments: [
        TableName.trend, .times, .next, .transitions, .touchpoints, .paths, .signals,
        .rework, .attribution, .correlation, .metrics, .retention, .activity, .hours,
    ])
    func aMissingOrEmptyTableIsOneLine(name: TableName) throws {
        // A log without touchpoints has no section of its own; its table tells where nobody entered.
        guard name != .touchpoints else { return }
        var folder = MadeFolder.plain
        let missing = "<code>\(name.file)</code> is not in this folder. Run funnelstats again"
        #expect(try folder.page().text.contains(missing))
        folder.tables[name] = []
        #expect(try folder.page().text.contains("<code>\(name.file)</code> has no rows: "))
    }

    @Test func theRulesAreToldUnderTheOpening() throws {
        let page = try MadeFolder.plain.page().text
        for words in [
            "Europe/Helsinki", "All within 7 days of the first step.",
            "<bdi>Refund</bdi> between steps 1 and 2 takes them out.", " within 2 hours",
        ] { #expect(page.contains(words), "\(words)") }
    }

    /// Nobody can go on to a step that no row matches: that is a mistake of the journey, told above the list.
    @Test func aStepWithoutRowsIsNoDropoff() throws {
        var folder = MadeFolder.plain
        folder.tables[.funnel] = [
            "purchase,,,1,product,1000,1,,,,1000,1,0,,,",
            "purchase,,,2,purchase,0,0,0,0,0.004,,,,,,",
        ]
        #expect(try folder.page().text.contains("go no further"))
        folder.funnels[0].insert(
            contentsOf: #""steps_without_rows":[2],"#,
            at: folder.funnels[0].index(after: folder.funnels[0].startIndex))
        var page = try folder.page().text
        #expect(!page.contains("go no further"))
        #expect(page.contains("Purchase: no row matches step 2, Purchase;"))
        // Without rows it is no mistake of the journey.
        folder.rowsUsed = 0
        page = try folder.page().text
        #expect(!page.contains("no row matches step"))
    }

    @Test func aPartIsToldWithWhatItLeavesOut() throws {
        var folder = MadeFolder.plain
        folder.part = """
            {"where":["channel=email","props.plan=<b>"],"since":"2026-11-20T22:00:00.000000Z","until":null,
            "rows_before_since":7,"rows_from_until":0,"rows_not_where":13}
            """
        let page = try folder.page().text
        #expect(
            page.contains("<strong>Only a part of the rows:</strong> <bdi>channel=email</bdi>; "))
        // 22:00 UTC is midnight in Helsinki.
        #expect(page.contains("<bdi>props.plan=&lt;b&gt;</bdi>; from 21 Nov 2026 00:00"))
        #expect(page.contains("data-json=manifest:part.rows_not_where>13<"))
        // 98 used and 2 twice are 100, so that 20 more do not add up.
        #expect(page.contains("✗ does not add up: used, delivered twice and left out"))
    }

    /// Months where there are three of them, else weeks, else days.
    @Test func whoComesIsToldByTheLongestPeriodThatShowsAChange() throws {
        var folder = MadeFolder.plain
        let weeks = [
            "day,2026-11-29,9,9,0,0,9,2,40,EUR", "week,2026-11-16,300,300,0,0,400,20,1500.5,EUR",
            "week,2026-11-23,250,100,110,40,310,0,,", "week,2026-11-30,9,9,0,0,9,2,40,EUR",
            "month,2026-11-01,520,520,0,0,700,20,1500.5,EUR",
        ]
        folder.tables[.activity] = weeks
        let page = try folder.page().text
        #expect(page.contains("<caption>Customers by week, from Monday</caption>"))
        #expect(page.contains("<td data-csv=activity:4:resurrected>40"))
        #expect(page.contains("2</span> more in <code>activity.csv</code>"))
        folder.tables[.activity]?.removeLast(2)
        #expect(try folder.page().text.contains("<caption>Customers by day</caption>"))
    }

    @Test func retentionIsToldByItsRules() throws {
        var folder = MadeFolder.plain
        folder.tables[.retention] = ["2026-11-16,0,400,400,1", "2026-11-16,1,400,100,0.25"]
        #expect(
            try folder.page().text.contains(
                "Of the customers first seen in a week, the share that came back later."))
        folder.retention = #"{"period":"month","basis":"rolling","from":"join","returning":"buy"}"#
        let page = try folder.page().text
        #expect(page.contains("who first came to <bdi>Join</bdi> in a month"))
        #expect(page.contains("Coming back is a row of <bdi>Buy</bdi>."))
        #expect(page.contains("are times 30 days from the start of each customer"))
        #expect(page.contains("<caption>Retention by month, since: <bdi>Join</bdi></caption>"))
    }

    @Test func whereNobodyEnteredTheTouchpointsSeenAreListed() throws {
        var folder = MadeFolder()
        folder.funnels = [MadeFolder.funnel(entered: 0)]
        folder.tables[.totals] = ["purchase,,,customer,0,0,,,,0,,,,,"]
        folder.tables[.touchpoints] = [
            "Produkt,,web,70,40,50", "(unmapped),,web,30,10,20", "Kassa,,web,0,0,0",
        ]
        var page = try folder.page().text
        #expect(page.contains("Nobody reached the first step of a funnel."))
        #expect(
            page.contains("<li><bdi>Produkt</bdi> <span data-csv=touchpoints:2:events>70</span>"))
        #expect(!page.contains("<li><bdi>Kassa</bdi>"))
        folder.tables[.touchpoints] = ["Produkt,,web,0,0,0"]
        page = try folder.page().text
        #expect(page.contains("No touchpoint was seen either: the log held no rows."))
    }

    @Test func fewUnitsAreGrey() throws {
        var folder = MadeFolder.plain
        folder.tables[.totals] = ["purchase,,,customer,29,10,0.35,0.2,0.54,0,,,,,"]
        #expect(try folder.page().text.contains("<dd class=\"big few\">"))
    }

    @Test func moreThanTwelveStepsAreATableOnly() throws {
        var folder = MadeFolder.plain
        folder.tables[.funnel] = (1...13).map {
            "purchase,,,\($0),step \($0),\(1000 - $0),0.5,0.5,0.4,0.6,1,0.1,0,,,"
        }
        let page = try folder.page().text
        #expect(page.contains("No bars:") && page.contains("<bdi>step 13</bdi>"))
    }

    @Test func ofOverTwoHundredRowsFiftyAreShown() throws {
        var folder = MadeFolder.plain
        folder.tables[.funnel] = (1...201).map { "purchase,,,\($0),s\($0),900,0.5,,,,1,0.1,0,,," }
        let page = try folder.page().text
        #expect(page.contains("<bdi>S50</bdi>") && !page.contains("<tr id=step-1-51>"))
        #expect(page.contains(">151</span> more in <code>funnel.csv</code>"))
    }

    @Test func eachFunnelHasItsPart() throws {
        var folder = MadeFolder.plain
        folder.funnels.append(MadeFolder.funnel("support", entered: 10))
        folder.tables[.totals]?.append("support,,,customer,10,5,0.5,0.2,0.8,0,,,,,")
        folder.tables[.funnel]?.append("support,,,1,help,10,1,,,,5,0.5,0,,,")
        let page = try folder.page().text
        #expect(page.contains("<h3 id=part-5-1 class=named><bdi>Purchase</bdi></h3>"))
        #expect(page.contains("<h3 id=part-5-2 class=named><bdi>Support</bdi></h3>"))
        #expect(page.contains("<a href=#part-5-2><bdi>Support</bdi></a>"))
    }

    /// 12 events of `(unmapped)` among 40, by hand 30 %.
    @Test func theLedgerTellsUnmappedEvents() throws {
        var folder = MadeFolder.plain
        folder.tables[.touchpoints] = ["product,,web,28,20,20", "(unmapped),,web,12,9,9"]
        let page = try folder.page().text
        #expect(page.contains("30.0\u{202F}%</span> of all"))
        #expect(page.contains("30.0\u{202F}% of the events match no touchpoint (limit 20 %)"))
        #expect(page.contains("not supplied"))
    }

    @Test func theWordingRuleHolds() throws {
        let page = try MadeFolder.plain.page().text.lowercased()
        #expect(page.firstMatch(of: #/\bcaus(e|es|ed)\b/#) == nil)
    }

    @Test func thePolicyNamesTheStyle() throws {
        let page = try MadeFolder.plain.page().text
        let digest = String(decoding: StyleSheet.digest, as: UTF8.self)
        #expect(page.contains("style-src 'sha256-\(digest)'"))
        #expect(
            page.contains("<style>" + String(decoding: StyleSheet.page, as: UTF8.self) + "</style>")
        )
        #expect(!page.contains("<script") && !page.contains(" style=") && !page.contains("http://"))
    }

    @Test func idsAreUniqueAndLinksLeadSomewhere() throws {
        var folder = MadeFolder.plain
        folder.funnels.append(MadeFolder.funnel("support", entered: 10))
        let page = try folder.page().text
        let ids = page.matches(of: #/ id="?([a-z0-9-]+)/#).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        for link in page.matches(of: #/ href="?#([a-z0-9-]+)/#) {
            #expect(ids.contains(String(link.1)), "\(link.1)")
        }
    }
}

struct AlarmTests {
    static func ingest(rejected: Int, blank: Int = 0, state: String = "complete") -> String {
        """
        {"lines":1000,"events":\(1000 - rejected),"rejected":\(rejected),"filtered":0,"bots":0,"duplicates":0,
        "blank":\(blank),"rejects":{"bad_time":\(rejected)},"inputs":[{"name":"x/a.gz","bytes":1,"lines":1000,
        "state":"\(state)"}]}
        """
    }

    static func sessionize(quarantined: Int, linked: Int) -> String {
        """
        {"rows":100,"rows_read":1000,"no_key":0,"quarantined_rows":\(quarantined),"held_rows":0,"late":0,
        "visitors":10,"users":5,"linked":\(linked),"shared":0}
        """
    }

    /// A summary, and words of the alarm; nil where there is none, for the limit itself is allowed.
    @Test(
        arguments: [
            ("ingest.summary.json", ingest(rejected: 10), nil),
            (
                "ingest.summary.json", ingest(rejected: 11),
                "1.1\u{202F}% of the lines were rejected"
            ),
            ("ingest.summary.json", ingest(rejected: 0, blank: 1), "accounts for 1\u{202F}001"),
            (
                "ingest.summary.json", ingest(rejected: 0, state: "damaged"),
                "Input x/a.gz is damaged"
            ),
            ("sessionize.summary.json", sessionize(quarantined: 50, linked: 1), nil),
            (
                "sessionize.summary.json", sessionize(quarantined: 51, linked: 1),
                "5.1\u{202F}% of the rows were put into quarantine"
            ),
            (
                "sessionize.summary.json", sessionize(quarantined: 0, linked: 0),
                "No visitor is linked to a customer"
            ),
        ] as [(String, String, String?)])
    func summaries(file: String, text: String, alarm: String?) throws {
        var folder = MadeFolder.plain
        // 20 of 400: no alarm of the funnel.
        folder.tables[.totals] = ["purchase,,,customer,1000,600,0.6,0.57,0.63,20,0.61,90,99,,"]
        folder.files[file] = text
        let page = try folder.page().text
        if let alarm {
            #expect(page.contains(alarm))
        } else {
            #expect(!page.contains("Data quality: "))
        }
    }

    /// 80 of 400 who left are open: the limit; 81 are more.
    @Test(arguments: [(80, false), (81, true)])
    func openUnits(open: Int, isAlarm: Bool) throws {
        var folder = MadeFolder.plain
        folder.tables[.totals] = [
            "purchase,,,customer,1000,600,0.6,0.57,0.63,\(open),0.61,90,99,,"
        ]
        #expect(try folder.page().text.contains("<strong>Incomplete:</strong>") == isAlarm)
        folder.funnels[0] = folder.funnels[0].replacing(
            #""window":"7d""#, with: #""window":"none""#)
        #expect(try !folder.page().text.contains("Incomplete"))
    }
}

struct SizeTests {
    /// 10 000 touchpoints, 64 steps, 1000 segments with long names.
    @Test func aLargeFolderMakesASmallPage() throws {
        var folder = MadeFolder()
        folder.funnels = [MadeFolder.funnel(entered: 100_000)]
        let name = String(repeating: "long & <name> ", count: 20)
        folder.tables[.totals] =
            ["purchase,,,customer,100000,9,0.1,0.1,0.1,1,0.1,1,1,,"]
            + (0..<1000).map {
                "purchase,device,\(name)\($0),customer,100,9,0.1,0.1,0.1,1,0.1,1,1,,"
            }
        folder.tables[.funnel] = (1...64).map {
            "purchase,,,\($0),\(name)\($0),900,0.5,0.5,0.4,0.6,1,0.1,1,1.5,2.5,3.5"
        }
        folder.tables[.touchpoints] = (0..<10_000).map { "\(name)\($0),s,web,\(20_000 - $0),9,9" }
        folder.tables[.transitions] = (0..<10_000).map {
            "session,\(name)\($0),\(name)\(($0 * 7) % 10_000),9,0.5,1.5"
        }
        folder.tables[.friction] = (0..<1000).map {
            "purchase,\(name),\(name),error:\($0),ok,rows,900,80,0.8,0.36,80,0.4,0.3,0.5,0.01,32,500,EUR,6,\($0)"
        }
        let page = try folder.page()
        #expect(page.bytes < 300_000)
        #expect(page.text.contains("more in <code>"))
    }

    @Test func manyFunnelsMakeASmallPage() throws {
        var folder = MadeFolder()
        for number in 1...60 {
            let name = "funnel \(number)"
            folder.funnels.append(MadeFolder.funnel(name, entered: 1000))
            folder.tables[.totals, default: []].append(
                "\(name),,,customer,1000,600,0.6,0.57,0.63,100,0.65,90.5,3600,1234.5,EUR")
            for step in 1...12 {
                folder.tables[.funnel, default: []].append(
                    "\(name),,,\(step),step \(step),900,0.5,0.5,0.4,0.6,1,0.1,1,1.5,2.5,3.5")
            }
            for day in 10...28 {
                folder.tables[.trend, default: []].append(
                    "\(name),2026-11-\(day),100,9,0.09,0.05,0.2,0")
            }
        }
        let page = try folder.page()
        #expect(page.bytes < 300_000)
        #expect(page.text.contains("funnels in <code>funnel.csv</code>"))
    }
}
