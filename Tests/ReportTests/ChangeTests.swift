import Foundation
import StatsFolder
import TestSupport
import Testing

@testable import Report

/// What `compare.csv` tells: which changes are sure, and for the better or the worse.
struct ChangeTests {
    /// Three rates on both sides, one on one side.
    private static let rows = [
        "funnel,funnel=purchase;step=2,rate_from_previous,0.5,0.6,0.1,0.05,0.15,0.01",
        "funnel_totals,funnel=purchase,rate,0.3,0.6,0.3,-0.1,0.7,0.3",
        "touchpoints,touchpoint=home,error_rate,0.2,0.3,0.1,0.08,0.12,0.001",
        "touchpoints,touchpoint=new,exit_rate,,0.5,,,,",
    ]

    private static func page(_ rows: [String]) throws -> String {
        var folder = MadeFolder.plain
        folder.tables[.touchpoints] = ["home,,web,4000,900,1000"]
        folder.tables[.compare] = rows
        return try folder.page().text
    }

    @Test func colourMeansBetterOrWorse() throws {
        let page = try Self.page(Self.rows)
        // More go on: better. More errors: worse. An interval that holds 0: neither.
        #expect(page.contains("<li class=up><strong><bdi>Product → Purchase</bdi>:</strong>"))
        #expect(page.contains("<li class=down><strong><bdi>Home: errors</bdi>:</strong>"))
        #expect(page.contains("<span class=same data-csv=compare:3:difference"))
        #expect(page.contains("<td class=up data-csv=compare:2:difference"))
        // Lowest q first, whatever the size.
        let first = try #require(page.range(of: "<li class=down>"))
        let second = try #require(page.range(of: "<li class=up>"))
        #expect(first.lowerBound < second.lowerBound)
        #expect(page.contains("Not comparable") && page.contains("New: last of a visit"))
    }

    @Test func withoutACompareTheSectionSaysWhatToDo() throws {
        let page = try MadeFolder.plain.page().text
        #expect(page.contains("There is nothing to compare with yet."))
        #expect(try Self.page([Self.rows[1]]).contains("No rate changed for sure"))
    }

    /// A rate of 25 after and of n before, both 50 %; Newcombe by hand: the half width of 25 of 50 by Wilson is
    /// 0.133555, of 30 0.168459, of 29 0.171004.
    @Test(arguments: [(30, true), (29, false)])
    func atLeastThirtyBefore(units: Int, isEnough: Bool) throws {
        let before = units == 30 ? 0.168459 : 0.171004
        let half = (0.133555 * 0.133555 + before * before).squareRoot()
        let row =
            "funnel_totals,funnel=purchase,rate,0.5,0.5,0,\(-half),\(half),0.01"
        var folder = MadeFolder.plain
        folder.tables[.totals] = ["purchase,,,customer,50,25,0.5,0.366445,0.633555,0,,,,,"]
        folder.tables[.compare] = [row]
        let scratch = try Scratch()
        let tables = try Tables(StatsFolder(folder.write(to: scratch)))
        let changes = Changes(tables, FunnelFacts.all(tables))
        #expect(changes.clear.isEmpty == !isEnough)
    }

    @Test func keysAreReadAsTheyAreWritten() {
        let parts = [("funnel", "a;b\\c"), ("step", ""), ("segment", "x=y")]
        let text = ComparedKey.text(parts)
        #expect(text == "funnel=a\\;b\\\\c;segment=x=y")
        #expect(ComparedKey.values(text) == ["funnel": "a;b\\c", "segment": "x=y"])
    }
}
