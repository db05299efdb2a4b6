import Foundation
import StatsFolder
import Testing

@testable import Report

/// The page in Finnish.
struct LanguageTests {
    /// What the sample calls its funnel.
    private static let label = "Buying"

    private static func golden(_ language: Words.Language) throws -> String {
        let tables = try Tables(StatsFolder(GoldenTests.folder.path))
        let bytes = Page.smallEnough(tables, language: language).bytes
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What a reader sees or hears, a line each: without names, code, and what is marked as English.
    private static func shown(_ page: String) -> String {
        var text = page
        for (pattern, kept) in [
            ("(?s)<style>.*?</style>", ""), ("<bdi[ >].*?</bdi>", ""), ("<code[ >].*?</code>", ""),
            ("<(text|title|desc)[ >].*?</\\1>", ""),
            (#"<[^>]* aria-label="([^"]*)"[^>]*>"#, "$1"), ("<[^>]*>", ""),
        ] {
            text = text.replacingOccurrences(
                of: pattern, with: "\n" + kept + "\n", options: .regularExpression)
        }
        return text
    }

    /// Parts of sentences that the Finnish table has not got, none of them on a page that is in Finnish.
    @Test func aFinnishPageHoldsNoEnglish() throws {
        var empty = MadeFolder()
        empty.funnels = [MadeFolder.funnel(entered: 0)]
        let pages = [
            try Self.golden(.fi), try MadeFolder.plain.page(.fi).text, try empty.page(.fi).text,
        ].map(Self.shown)
        let english = try Self.shown(Self.golden(.en))
        var found = 0
        for phrase in Phrase.allCases {
            for part in Sentence(phrase.english.description).parts {
                guard case .text(let text) = part else { continue }
                let words = text.trimmingCharacters(
                    in: CharacterSet.whitespacesAndNewlines.union(.punctuationCharacters))
                guard words.count > 3, words != Self.label,
                    !phrase.finnish.description.contains(words)
                else { continue }
                let pattern = "\\b" + NSRegularExpression.escapedPattern(for: words) + "\\b"
                if english.range(of: pattern, options: .regularExpression) != nil { found += 1 }
                for page in pages {
                    #expect(
                        page.range(of: pattern, options: .regularExpression) == nil,
                        "\(phrase): \(words)")
                }
            }
        }
        // The test can see what it looks for.
        #expect(found > 200)
    }

    /// The flag goes before the journey file, and that before English.
    @Test(
        arguments: [
            ("null", nil, "en"), ("\"fi\"", nil, "fi"), ("\"fi\"", .en, "en"), ("null", .fi, "fi"),
            ("\"sv\"", nil, "en"),
        ] as [(String, Words.Language?, String)])
    func theLanguageIsTheFlagsElseTheJourneys(
        journey: String, flag: Words.Language?, shown: String
    ) throws {
        var folder = MadeFolder.plain
        folder.language = journey
        #expect(try folder.page(flag).text.contains("<html lang=\(shown)>"))
    }

    @Test func numbersAndDaysAreFinnish() throws {
        let page = try MadeFolder.plain.page(.fi).text
        #expect(page.contains("<time datetime=2026-11-16>16.11.</time>–<time"))
        #expect(page.contains("7.12.2026</time>"))
        #expect(page.contains("data-csv=funnel_totals:2:rate title=0.6>60,0\u{202F}%<"))
        // The folder says 22:49 UTC on the 6th; Helsinki is two hours ahead.
        #expect(page.contains("Aineiston alku 16.11.2026 klo 2.54, loppu 7.12.2026 klo 0.49."))
    }

    /// A label in another language alone says which; code is English.
    @Test func whatIsNotFinnishSaysSo() throws {
        var folder = MadeFolder.plain
        folder.labels = """
            [{"of":"touchpoint","name":"product","text":{"en":"Product page"}},
            {"of":"touchpoint","name":"purchase","text":{"en":"Bought","fi":"Ostettu"}}]
            """
        let page = try folder.page(.fi).text
        #expect(page.contains("<bdi lang=en>Product page</bdi>"))
        #expect(page.contains("<bdi>Ostettu</bdi>") && !page.contains("Bought"))
        #expect(page.contains("<code lang=en>funnel.csv</code>"))
        let other = try folder.page(.en).text
        #expect(!other.contains("<bdi lang") && !other.contains("<code lang"))
    }

    /// One person is told in the singular.
    @Test func oneIsSingular() throws {
        var folder = MadeFolder.plain
        folder.tables[.funnel] = [
            "purchase,,,1,product,1,1,,,,1,1,0,,,", "purchase,,,2,purchase,0,0,0,0,0.8,,,,,,",
        ]
        let page = try folder.page(.fi).text
        #expect(page.contains("<span data-csv=funnel:2:reached>1</span> asiakas<"))
        #expect(page.contains("<span data-csv=funnel:3:reached>0</span> asiakasta<"))
    }
}

/// The page with its script.
struct InteractiveTests {
    @Test func theScriptIsTheOneOfThePolicy() throws {
        let page = try MadeFolder.plain.page(isInteractive: true).text
        let digest = String(decoding: Script.digest, as: UTF8.self)
        #expect(page.contains("; script-src 'sha256-\(digest)'; base-uri"))
        #expect(page.ranges(of: "<script").count == 1 && !page.contains("<script "))
        // Every digit of 1 is shown as 100.0 %, and no title tells it.
        #expect(page.contains("data-csv=funnel:2:rate_from_first data-value=1>"))
    }

    @Test func withoutTheFlagThereIsNone() throws {
        let page = try MadeFolder.plain.page().text
        #expect(!page.contains("script") && !page.contains("data-node"))
    }
}
