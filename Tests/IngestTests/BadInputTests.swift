import Foundation
import TestSupport
import Testing

/// Damaged, hostile and odd inputs; each gives what `wanted.tsv` says.
struct BadInputTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let file: String
        let exit: String
        let events: String
        let rejected: String
        var testDescription: String { file }
    }

    static let cases: [Case] = {
        let path = Fixture.path("data/bad-input/wanted.tsv")
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().compactMap {
            let cells = $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count >= 4 else { return nil }
            return Case(file: cells[0], exit: cells[1], events: cells[2], rejected: cells[3])
        }
    }()

    @Test func thereAreCases() { #expect(Self.cases.count == 57) }

    @Test(arguments: cases)
    func theFileGivesWhatItsRowSays(_ test: Case) throws {
        let scratch = try Scratch()
        let summary = scratch.path("summary")
        // A run that fails gives no file its name; what is written directly is there all the same.
        let result = try Program(url: URL(filePath: "/bin/bash")).run(
            [
                "-c", #""$0" "$@" 3>summary"#, Program("ingest").url.path, "--max-rejects", "100%",
                "--bots", "keep", "--static", "keep", "--dedupe", "off", "--summary", "/dev/fd/3",
                Fixture.path("data/bad-input/" + test.file),
            ], in: scratch.url)
        #expect("\(result.status)" == test.exit, "\(result.errors)")
        let end = result.text.split(separator: "\n").last ?? ""
        #expect(end.contains("complete=\(result.status == 0)"))
        let counts = try #require(
            JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: summary)))
                as? [String: Any])
        Self.compare(counts["events"], test.events, "events")
        Self.compare(counts["rejected"], test.rejected, "rejected")
    }

    private static func compare(_ found: Any?, _ wanted: String, _ name: String) {
        guard wanted != "-", let found = found as? Int else { return }
        if wanted.hasPrefix(">=") {
            #expect(found >= Int(wanted.dropFirst(2)) ?? .max, "\(name)")
        } else {
            #expect("\(found)" == wanted, "\(name)")
        }
    }
}
