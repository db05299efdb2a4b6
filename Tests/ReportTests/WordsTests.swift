import Foundation
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

    /// A plural has both forms, and braces are whole.
    @Test(arguments: Phrase.allCases)
    func templatesAreWhole(phrase: Phrase) {
        for language in Words.Language.allCases {
            let template = Words(language: language).template(phrase)
            #expect(!template.isEmpty)
            #expect(template.count { $0 == "{" } == template.count { $0 == "}" })
            #expect(template.count { $0 == "*" } % 2 == 0)
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

    @Test(arguments: [
        ("7d", "7 days"), ("1d", "1 day"), ("30m", "30 minutes"), ("2h", "2 hours"),
        ("1h30m", "1h30m"), ("none", "time"),
    ])
    func windows(text: String, shown: String) { #expect(Words().window(text) == shown) }
}
