import Foundation
import Rows
import TestSupport
import Testing

@testable import Report

/// Strings live in one table a language.
struct WordsTests {
    /// A phrase that no line of the program uses is to be taken out; the compiler finds those that are missing.
    @Test func everyPhraseIsUsed() throws {
        let root = Fixture.root.appending(path: "Sources/Report")
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        let tables = ["English.swift", "Finnish.swift"]
        var source = ""
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift", !tables.contains(file.lastPathComponent) else {
                continue
            }
            source += try String(contentsOf: file, encoding: .utf8)
        }
        let words = Set(source.matches(of: /\.([a-z][A-Za-z0-9]*)\b/).map { String($0.1) })
        for phrase in Phrase.allCases { #expect(words.contains("\(phrase)"), "\(phrase)") }
    }

    /// A sentence has the same gaps in every language, whatever their order.
    @Test(arguments: Phrase.allCases)
    func gapsAreThoseOfEveryLanguage(phrase: Phrase) {
        let english = Sentence(phrase.english.description).gaps
        #expect(Sentence(phrase.finnish.description).gaps == english)
    }

    /// A plural has both forms, and braces are whole.
    @Test(arguments: Phrase.allCases)
    func templatesAreWhole(phrase: Phrase) {
        for language in Words.Language.allCases {
            let template = Words(language: language).template(phrase)
            #expect(!template.isEmpty)
            #expect(template.count { $0 == "{" } == template.count { $0 == "}" })
            #expect(template.count { $0 == "*" } % 2 == 0)
            #expect(template.count { $0 == "`" } % 2 == 0)
            for part in Sentence(template).parts {
                if case .text(let text) = part { #expect(!text.contains("|"), "\(template)") }
            }
        }
    }

    @Test func aSentenceIsCutIntoItsParts() {
        let parts = Sentence("*Left:* {n} {n|customer|customers}.").parts
        #expect(
            parts == [
                .emphasis, .text("Left:"), .emphasis, .text(" "), .gap("n"), .text(" "),
                .plural("n", one: "customer", other: "customers"), .text("."),
            ])
    }

    /// Finnish has the genitive, as its sentences ask for: `7 päivän kuluessa`.
    @Test(arguments: [
        ("7d", "7 days", "7 päivän"), ("1d", "1 day", "1 päivän"),
        ("30m", "30 minutes", "30 minuutin"), ("2h", "2 hours", "2 tunnin"),
        ("1h30m", "1 hour 30 minutes", "1 tunnin 30 minuutin"), ("none", "time", "rajattoman"),
        ("7", "7", "7"), ("x7d", "x7d", "x7d"), ("", "", ""),
    ])
    func windows(text: String, english: String, finnish: String) {
        #expect(Words().window(text) == english)
        #expect(Words(language: .fi).window(text) == finnish)
    }

    @Test func daysAndTimesAreWrittenAsTheLanguageDoes() throws {
        let clock = Period.Clock(
            day: try #require(CivilDate(year: 2026, month: 11, day: 6)), hour: 9, minute: 5)
        #expect(Words().moment(clock) == "6 Nov 2026 09:05")
        #expect(Words(language: .fi).moment(clock) == "6.11.2026 klo 9.05")
        #expect(Words(language: .fi).day("2026-12-31") == "31.12.2026")
        #expect(Words(language: .fi).day("later") == "later")
    }

    /// By the Finnish alphabet: a, b, z, å, ä, ö; capitals beside small letters.
    @Test func namesAreSortedAsTheLanguageDoes() {
        let names = ["öljy", "äiti", "Zebra", "åbo", "banaani", "Ananas", "apina"]
        let sorted = names.sorted(by: Words(language: .fi).isBefore)
        #expect(sorted == ["Ananas", "apina", "banaani", "Zebra", "åbo", "äiti", "öljy"])
    }
}
