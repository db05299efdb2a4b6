import Foundation
import Testing

@testable import Report

/// The screen that is read first: what happened, what stands out, what it is worth.
struct OpeningTests {
    @Test func siteAndDaysAreTheTitle() throws {
        var folder = MadeFolder.plain
        #expect(
            try folder.page().text.contains("<title>Customer journeys, 16 Nov – 7 Dec 2026</title>")
        )
        folder.site = #""Shop & <b>""#
        let page = try folder.page().text
        #expect(page.contains("<title>Shop &amp; &lt;b&gt;, 16 Nov – 7 Dec 2026</title>"))
        // 22:49 UTC on the 6th is the 7th in Helsinki.
        #expect(
            page.contains(
                "<h1><bdi>Shop &amp; &lt;b&gt;</bdi>, <time datetime=2026-11-16>16 Nov</time> – "
                    + "<time datetime=2026-12-07>7 Dec 2026</time></h1>"))
    }

    /// 600 of 1000 converted; 400 left at the product.
    @Test func theResultIsASentence() throws {
        let page = try MadeFolder.plain.page().text
        #expect(
            page.contains(
                "of the customers at <bdi>Product</bdi> got to <bdi>Purchase</bdi>. Most are lost at "
                    + "<bdi>Product</bdi>: <span data-csv=funnel:2:dropoff>400</span> of"))
        var few = MadeFolder.plain
        few.tables[.totals] = [
            "purchase,,,customer,1000,69,0.069,0.05,0.09,0,,90.5,3600,1234.5,EUR"
        ]
        // 1000 / 69 = 14.5.
        #expect(
            try few.page().text.contains(
                "One in <span data-share=\"funnel_totals:2:entered/funnel_totals:2:converted\">14</span> customers"
            ))
    }

    @Test func theLargestDropoffAndTheSlowestStepAreFindings() throws {
        let page = try MadeFolder.plain.page().text
        #expect(
            page.contains(
                "<bdi>Product</bdi> → <bdi>Purchase</bdi>: <span data-csv=funnel:2:dropoff_rate"))
        #expect(page.contains("<a href=#step-1-1>See the step</a>"))
        #expect(
            page.contains("<bdi>Purchase</bdi> takes <span data-csv=funnel:3:median_s title=90.5>"))
        #expect(!page.contains("points more leave"))
    }

    @Test func oneIsSingular() throws {
        var folder = MadeFolder.plain
        folder.funnels = [MadeFolder.funnel(entered: 1)]
        folder.tables[.totals] = ["purchase,,,customer,1,0,0,0,0.8,0,,,,,"]
        let page = try folder.page().text
        #expect(page.contains("1</span> customer at"))
        #expect(!page.contains("1</span> customers"))
    }

    private static func friction(_ rows: String...) throws -> String {
        var folder = MadeFolder.plain
        folder.labels =
            #"[{"of":"touchpoint","name":"card","text":{"en":"Card refused","fi":"x"}}]"#
        folder.tables[.friction] = rows.map { "purchase,product,purchase," + $0 }
        return try folder.page().text
    }

    @Test func theFirstBadExperienceThatIsClearIsTold() throws {
        let page = try Self.friction(
            "error:coupon,ok,rows,1000,80,0.8,0.36,80,0.4,0.01,0.5,0.06,32,500,EUR,6,1",
            "error:card,ok,attempts,1000,80,0.8,0.36,78,0.4,0.3,0.5,0.001,32,1434,EUR,6,2",
            "slow,protective,rows,1000,50,0.2,0.4,50,-0.2,-0.3,-0.1,0.01,-10,,,0,3",
            "page_loop,insufficient,rows,1000,9,0,0.4,9,,,,,,,,,")
        #expect(
            page.contains(
                "About <span data-csv=friction:3:excess_dropoffs>32</span> more leave where they meet “<bdi>Card refused</bdi>”"
            ))
        #expect(page.contains("≈\u{202F}1\u{202F}430\u{202F}€"))
        #expect(
            page.contains("<b><bdi>Card refused</bdi>: <span data-csv=friction:3:risk_difference"))
        #expect(
            page.contains("<a href=#friction-3>See how sure</a>")
                && page.contains("<tr id=friction-3>"))
        #expect(page.contains("<td class=t><bdi>attempts</bdi>"))
        #expect(page.contains("<td data-csv=friction:3:compared>78<"))
        #expect(page.contains("Signals without an estimate"))
    }

    /// Where nothing bad is clear an obstacle is told; a habit never, but on the line below.
    @Test func badExperiencesComeBeforeObstaclesAndHabitsNever() throws {
        let habit = "u_turn,ok,rows,1000,80,0.8,0.36,80,0.5,0.4,0.6,0.001,40,,,9,2"
        let obstacle = try Self.friction(
            "slow,ok,rows,1000,80,0.8,0.36,80,0.2,0.1,0.3,0.001,16,,,3,1", habit)
        #expect(obstacle.contains("<b><bdi>Slow page</bdi>: "))
        let none = try Self.friction(
            "error:card,inconclusive,rows,1000,80,0.8,0.36,80,0.1,-0.1,0.3,0.4,8,,,0,2", habit)
        #expect(none.contains("<b>No bad experience stands out</b>"))
        #expect(none.contains("leaving anyhow: <bdi>Back to an earlier step</bdi>"))
        let nothing = try Self.friction("error:card,insufficient,rows,9,9,0,0.4,9,,,,,,,,,")
        #expect(!nothing.contains("stands out"))
    }

    /// A signal whose comparisons contradict each other is told once, with what a user can say.
    @Test func anUnclearErrorNamesItsCure() throws {
        let row = "error:card,unclear,,1000,80,0.8,0.36,,,,,,,,,,"
        let page = try Self.friction(
            row, row, "error:coupon,unclear,rows,1000,80,0.8,0.36,80,,,,,,,,,")
        let cure =
            "<bdi>Card refused</bdi> between <bdi>Product</bdi> and <bdi>Purchase</bdi>. The two ways"
        #expect(page.split(separator: cure).count == 2)
        #expect(page.contains("what <code>card</code> answers"))
        #expect(!page.contains("<code>coupon</code>"))
        #expect(page.contains("<td class=t><bdi>unclear</bdi>"))
    }
}

struct NamesTests {
    /// A key is shown in plain words, anything else as it is; a label wins.
    @Test(arguments: [
        ("add_to_cart", "Add to cart"), ("product", "Product"), ("Add_to", "Add_to"),
        ("/cart", "/cart"), ("event=buy", "event=buy"), ("7up", "7up"), ("", ""), ("a b", "a b"),
    ])
    func plainWords(name: String, shown: String) { #expect(Names.plain(name) == shown) }

    @Test func labelsWin() throws {
        var folder = MadeFolder.plain
        folder.labels = """
            [{"of":"touchpoint","name":"product","text":{"*":"The product"}},
             {"of":"step","name":"purchase","funnel":"purchase","step":2,"text":{"en":"Bought"}},
             {"of":"funnel","name":"purchase","text":{"fi":"Osto"}}]
            """
        let page = try folder.page().text
        #expect(page.contains("at <bdi>The product</bdi> got to <bdi>Bought</bdi>"))
        // A label of another language is better than a key.
        #expect(page.contains("<h3 class=fn><bdi lang=fi>Osto</bdi></h3>"))
    }
}
