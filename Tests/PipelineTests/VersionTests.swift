import TestSupport
import Testing

struct VersionTests {
    @Test(arguments: ["ingest", "sessionize", "funnelstats", "report"])
    func everyProgramTellsItsVersion(name: String) throws {
        let result = try Program(name).run(["--version"])
        #expect(result.status == 0)
        #expect(result.text == "0.1.0\n")
    }
}
