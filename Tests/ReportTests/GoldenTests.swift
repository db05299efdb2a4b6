import Foundation
import FoundationXML
import StatsFolder
import TestSupport
import Testing

@testable import Report

/// The page of a folder, byte by byte. `BLESS=1` writes it anew; look at it in a browser then.
struct GoldenTests {
    static let folder = Fixture.root.appending(path: "Tests/ReportTests/Golden/small")

    @Test func thePageIsTheOneThatWasLookedAt() throws {
        let page = Page.smallEnough(try Tables(StatsFolder(Self.folder.path))).bytes
        let file = Self.folder.deletingLastPathComponent().appending(path: "small.html")
        if ProcessInfo.processInfo.environment["BLESS"] != nil { try Data(page).write(to: file) }
        let expected = try Data(contentsOf: file)
        #expect(page.count == expected.count)
        let difference = zip(page, expected).enumerated().first { $0.element.0 != $0.element.1 }
        let offset = max(0, (difference?.offset ?? 0) - 40)
        #expect(
            difference == nil,
            "\(String(decoding: page.dropFirst(offset).prefix(120), as: UTF8.self))")
    }

    @Test func chartsHaveOurNamesAndAreWholeXML() throws {
        let (page, _) = Page.smallEnough(try Tables(StatsFolder(Self.folder.path)))
        let charts = page.charts()
        #expect(charts.count >= 12)
        #expect(Set(charts.map(\.name)).count == charts.count)
        for chart in charts {
            #expect(chart.name.wholeMatch(of: #/[a-z]+(-[0-9]+)*\.svg/#) != nil)
            let parser = XMLParser(data: Data(chart.bytes))
            #expect(parser.parse(), "\(chart.name): \(String(describing: parser.parserError))")
        }
    }
}
