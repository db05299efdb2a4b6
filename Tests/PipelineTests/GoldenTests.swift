import Foundation
import TestSupport
import Testing

/// Whole commands with what they must print. A folder of `Golden` holds `command`, and where they
/// matter `stdin` and `code`; `stdout` is what was checked by hand. `BLESS=1` writes it anew for review.
struct GoldenTests {
    static let root = Fixture.root.appending(path: "Tests/PipelineTests/Golden")

    static let cases =
        (try? FileManager.default.contentsOfDirectory(atPath: root.path))?
        .filter { !$0.hasPrefix(".") }.sorted() ?? []

    @Test func thereAreCases() { #expect(Self.cases.count >= 5) }

    @Test(arguments: cases)
    func printsWhatItMust(name: String) throws {
        let folder = Self.root.appending(path: name)
        func text(_ file: String) -> String? {
            try? String(contentsOf: folder.appending(path: file), encoding: .utf8)
        }
        let result = try Program.shell(
            #require(text("command")), input: Data((text("stdin") ?? "").utf8),
            environment: ["ROOT": Fixture.root.path, "LC_ALL": "C"], in: Scratch())
        if ProcessInfo.processInfo.environment["BLESS"] != nil {
            try result.output.write(to: folder.appending(path: "stdout"))
        }
        #expect(result.text == text("stdout"), "\(result.errors)")
        let code = text("code").flatMap {
            Int32($0.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        #expect(result.status == code ?? 0, "\(result.errors)")
    }
}
