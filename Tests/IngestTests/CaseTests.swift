import Foundation
import TestSupport
import Testing

/// Logs as people have them, each read right or refused with words that help: what `cases.tsv` says of it.
struct CaseTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let arguments: [String]
        let exit: String
        /// Empty where they are not counted.
        let events: String
        let visitors: String
        /// `event=page_view site=a,b`: the different values of a column, sorted; `%20` is a blank.
        let columns: String
        /// Texts in the message, between bars.
        let says: String
        var testDescription: String { "\(name) \(arguments.joined(separator: " "))" }
    }

    static let cases: [Case] = {
        let path = Fixture.path("ingest/cases.tsv")
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().compactMap {
            let cells = $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 7 else { return nil }
            return Case(
                name: cells[0], arguments: Self.arguments(cells[1]), exit: cells[2],
                events: cells[3], visitors: cells[4], columns: cells[5], says: cells[6])
        }
    }()

    /// Options and their values, `--map a`, one a pair: values may hold blanks.
    private static func arguments(_ text: String) -> [String] {
        text.split(separator: " ", maxSplits: 1).map(String.init)
    }

    private static func input(_ name: String) throws -> String {
        let folder = Fixture.path("ingest/cases/\(name)")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        return folder + "/" + (try #require(files.first))
    }

    @Test func thereAreCases() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Fixture.path("ingest/cases"))
        #expect(Set(Self.cases.map(\.name)) == Set(folders))
        #expect(Self.cases.count >= 71)
    }

    @Test(arguments: cases)
    func theLogIsReadRightOrRefused(_ test: Case) throws {
        let result = try Program("ingest").run(
            test.arguments + ["--dedupe", "off", try Self.input(test.name)])
        #expect("\(result.status)" == test.exit, "\(result.errors)")
        for words in test.says.split(separator: "|") {
            #expect(result.errors.contains(words), "\(result.errors)")
        }
        guard test.exit == "0" else { return }
        let table = Rows(result.text)
        if !test.events.isEmpty { #expect("\(table.rows.count)" == test.events) }
        if !test.visitors.isEmpty { #expect("\(table.values("visitor").count)" == test.visitors) }
        for wanted in test.columns.split(separator: " ") {
            let parts = wanted.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let values = table.values(String(parts[0])).joined(separator: ",")
            #expect(values == parts[1].replacing("%20", with: " "), "\(parts[0])")
        }
    }

    /// The addresses in these logs are those that RFC 5737 keeps for examples, and private ones.
    @Test func noAddressLeaves() throws {
        for test in Self.cases {
            let result = try Program("ingest").run(
                test.arguments + [
                    "--dedupe", "off", "--bots", "keep", "--static", "keep", "--props", "all",
                    try Self.input(test.name),
                ])
            for start in ["203.0.113.", "198.51.100.", "192.0.2."] {
                let leaks = result.text.split(separator: "\n").filter { $0.contains(start) }
                #expect(leaks.isEmpty, "\(test): \(leaks.first ?? "")")
            }
        }
    }

    /// An event stream by columns.
    private struct Rows {
        let names: [Substring]
        let rows: [[Substring]]

        init(_ text: String) {
            let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
            let cells = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
            names = cells.first ?? []
            rows = Array(cells.dropFirst())
        }

        /// The different values of a column, sorted.
        func values(_ name: String) -> [Substring] {
            guard let index = names.firstIndex(of: name[...]) else { return [] }
            return Set(rows.map { $0[index] }).sorted()
        }
    }
}
