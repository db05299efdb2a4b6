import Foundation
import TestSupport
import Testing

@Suite struct SignalTests {
    /// A signal at any moment ends a stage by that signal and leaves no file behind. `timeout` kills
    /// what is still there ten seconds later; that would be 137.
    @Test(arguments: [("TERM", 143), ("INT", 130), ("HUP", 129), ("USR1", 138), ("XCPU", 152)])
    func endsTheStageAndLeavesNothing(signal: String, status: Int) throws {
        let scratch = try Scratch()
        let events = Fixture.root.appending(path: "Data/night").path
        let run = try Program.shell(
            """
            for moment in 02 05 1 15 2 3; do
                for output in events.tsv events.tsv.gz; do
                    env --default-signal timeout --preserve-status -k 10 -s \(signal) 0.$moment \\
                        ingest -j $((RANDOM % 4 + 1)) '\(events)' -o $output --rejects rejects.ndjson --summary summary.json
                    echo $?
                done
            done
            ls -A | grep -c 'tmp$'
            """, in: scratch)
        let lines = run.text.split(separator: "\n").map(String.init)
        #expect(lines.count == 13)
        #expect(Set(lines.dropLast()).isSubset(of: ["0", "\(status)"]))
        #expect(lines.contains("\(status)"))
        #expect(lines.last == "0")
    }
}
