import Foundation
import TestSupport
import Testing

/// `Scripts/simulate-friction` with one seed: worlds whose truth is known come out as they should, as near as
/// chance lets one seed come. Of each kind one: direct conversions, rows before or behind the answer, attempts
/// again, other days, incidents with and without effect, own requests, what no clock can tell.
struct SimulationTests {
    private static let worlds = [
        "direct", "mix", "mix_null", "bank_mix", "repeat", "later", "wander_null", "fixed", "real",
        "http",
        "page_weak", "lone_detour",
    ]

    @Test func madeWorldsComeOutAsTheyShould() throws {
        let programs = Program("funnelstats").url.deletingLastPathComponent().path
        let result = try Program.shell(
            "simulate-friction 1 3000 \(Self.worlds.joined(separator: " "))",
            environment: ["POLKU_BIN": programs], in: Scratch())
        #expect(result.status == 0, "\(result.text)\(result.errors)")
    }

    @Test func anUnknownWorldIsAMistake() throws {
        let result = try Program.shell("simulate-friction 1 10 mars", in: Scratch())
        #expect(result.status == 64)
    }
}
