import Foundation
import TestSupport
import Testing

/// `funnelstats compare` as a user runs it.
struct CompareTests {
    /// A path stream: of so many customers with the row `a`, so many have `b` after it.
    private static func paths(_ converted: Int, of entered: Int, more: String) -> String {
        var rows: [String] = []
        for index in 0..<entered {
            let customer = "c\(1000 + index)"
            for (second, event) in ["a", "b"].prefix(index < converted ? 2 : 1).enumerated() {
                rows.append(
                    "\(customer)\ts\(customer)\t2026-11-20T00:00:0\(second).000000Z\t\(customer)\t"
                        + event)
            }
        }
        rows.append("d\tsd\t2026-11-20T00:00:00.000000Z\t\t\(more)")
        return "#polku paths 1\ncustomer\tsession_id\ttime\tvisitor\tevent\n"
            + rows.joined(separator: "\n") + "\n#end rows=\(rows.count) complete=true timeout=30m\n"
    }

    /// The folders `before`, 48 of 80, and `after`, 56 of 70.
    private static func folders() throws -> Scratch {
        let scratch = try Scratch()
        _ = try scratch.file("before.tsv", paths(48, of: 80, more: "old").utf8)
        _ = try scratch.file("after.tsv", paths(56, of: 70, more: "new").utf8)
        let made = try Program.shell(
            "for f in before after; do funnelstats --steps a,b -o $f $f.tsv || exit; done",
            in: scratch)
        #expect(made.status == 0, "\(made.errors)")
        return scratch
    }

    @Test func ratesWithIntervalAndChance() throws {
        let scratch = try Self.folders()
        let result = try Program.shell("funnelstats compare before after/", in: scratch)
        #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
        let lines = result.text.split(separator: "\n").map(String.init)
        #expect(
            lines[0] == "table,key,metric,before,after,difference,ci_low,ci_high,q_value")
        let step = try #require(
            lines.first { $0.hasPrefix("funnel,funnel=steps;step=2,rate_from_previous,0.6,0.8,") })
        let numbers = step.split(separator: ",").suffix(4).compactMap { Double($0) }
        #expect(numbers.count == 4)
        // By hand: Newcombe's interval of 56 of 70 against 48 of 80.
        for (own, wanted) in zip(numbers, [0.2, 0.0524, 0.3339]) {
            #expect(abs(own - wanted) < 5e-5, "\(step)")
        }
        // The other tests of the file are this one, or with one customer more, 56 of 71 against 48 of
        // 81: that one's p by statsmodels 0.15.0 is the largest, and so every q.
        #expect(abs(numbers[3] - 0.009445194386539985) < 1e-12)
        #expect(lines.contains { $0.hasPrefix("funnel_totals,funnel=steps,km_rate,") })
        // Of those who entered all reached the first step.
        #expect(!lines.contains { $0.hasPrefix("funnel,funnel=steps;step=1,rate_from_first,") })
        #expect(lines.contains { $0.hasPrefix("funnel,funnel=steps;step=2,rate_from_first,") })
        #expect(lines.contains("touchpoints,touchpoint=new,exit_rate,,1,,,,"))
        #expect(lines.contains("touchpoints,touchpoint=old,exit_rate,1,,,,,"))
        let conversion = "journey_metrics,metric=conversion_rate;unit=customer,value,"
        #expect(lines.contains { $0.hasPrefix(conversion) })
        // Tables stand in the order of the contract.
        let tables = lines.dropFirst().map { String($0.prefix { $0 != "," }) }
        let order = [
            "funnel", "funnel_totals", "touchpoints", "rework", "stages", "stage_channels",
            "journey_metrics",
        ]
        let indexes = tables.compactMap { order.firstIndex(of: $0) }
        #expect(indexes.count == tables.count && indexes == indexes.sorted())
    }

    @Test func theHelpSaysWhichTables() throws {
        let help = try Program("funnelstats").run(["compare", "--help"]).text
        let words = help.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        #expect(
            words.contains(
                "the rates of funnel, funnel_totals, touchpoints, rework, stages, stage_channels and "
                    + "journey_metrics."))
    }

    /// Who enters an open funnel at a later step has not reached the first, so that one is compared there.
    @Test func anOpenFunnelIsComparedWithThoseWhoEntered() throws {
        let scratch = try Self.folders()
        _ = try scratch.file(
            "j.toml",
            "version = 1\n[[funnel]]\nname = \"f\"\nsteps = [\"a\", \"b\"]\nentry = \"any\"\n"
                .utf8)
        let result = try Program.shell(
            """
            for f in before after; do
                sed '/\\ta$/{/c101[0-9]/d}' $f.tsv |
                    awk '/^#end/ {print "#end rows=" NR - 3 " complete=true"; next} 1' |
                    funnelstats --journey j.toml -o $f || exit
            done
            grep ^f, after/funnel.csv && funnelstats compare before after
            """, in: scratch)
        #expect(result.status == 0, "\(result.errors)")
        // 56 of 70 had both; ten of them begin at b now.
        #expect(result.text.contains("f,,,1,a,60,0.857142857,"), "\(result.text)")
        #expect(result.text.contains("\nf,,,2,b,56,0.8,0.766666667,"))
        #expect(result.text.contains("\nfunnel,funnel=f;step=1,rate_from_first,0.875,0.857142857,"))
        #expect(
            result.text.contains(
                "\nfunnel,funnel=f;step=2,rate_from_previous,0.542857143,0.766666667,"))
    }

    @Test func theFileMayLieInTheFolder() throws {
        let scratch = try Self.folders()
        let result = try Program.shell(
            """
            funnelstats compare before after >1 &&
            funnelstats compare before after -o after/compare.csv && cmp 1 after/compare.csv &&
            funnelstats compare before after -o after/compare.csv && cmp 1 after/compare.csv &&
            funnelstats --steps a,b -o after after.tsv && [ ! -e after/compare.csv ] &&
            funnelstats compare before after | cmp 1 &&
            funnelstats --steps a,b --excel --no-formula-guard -o after2 after.tsv &&
            funnelstats compare before after2 | cmp 1 && ls after | grep -c tmp
            """, in: scratch)
        #expect(result.text == "0\n", "\(result.errors)")
        let excel = try Program.shell(
            "funnelstats compare --excel before after | head -c 10", in: scratch)
        #expect(Array(excel.output) == [0xEF, 0xBB, 0xBF] + Array("table,k".utf8))
    }

    @Test func aFolderDoesNotDifferFromItself() throws {
        let scratch = try Self.folders()
        let result = try Program.shell("funnelstats compare after after", in: scratch)
        #expect(result.status == 0)
        let rows = result.text.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        #expect(rows.count > 10)
        #expect(rows.allSatisfy { $0[3] == $0[4] && $0[5] == "0" })
        #expect(rows.allSatisfy { $0[8].isEmpty || $0[8] == "1.0" })
    }

    @Test(arguments: [
        ("funnelstats compare before", 64, "Missing"),
        ("funnelstats compare before after after", 64, "Unexpected"),
        ("funnelstats compare --nope before after", 64, "nope"),
        ("funnelstats compare before after -o after/funnel.csv", 64, "also an input"),
        ("funnelstats compare before after -o before/manifest.json", 64, "also an input"),
        ("funnelstats compare none after", 66, "none/manifest.json"),
        ("mkdir e; funnelstats compare before e", 66, "e/manifest.json"),
        ("funnelstats compare before after.tsv", 66, "after.tsv/manifest.json"),
        ("echo >>after/funnel.csv; funnelstats compare before after", 65, "after/funnel.csv: not"),
        (
            "rm before/funnel.csv; funnelstats compare before after", 65,
            "before/funnel.csv: missing"
        ),
        ("echo {} >after/manifest.json; funnelstats compare before after", 65, "not the manifest"),
        (
            "sed -i 's/{\"name\":\"funnel.csv\"[^}]*},//' after/manifest.json; "
                + "funnelstats compare before after", 65, "incomplete: no funnel.csv"
        ),
        (
            "funnelstats --steps a,b --window 1h -o after after.tsv; "
                + "funnelstats compare before after", 65, "window of funnel 'steps' is 14d and 1h"
        ),
        (
            "sed s/30m/45m/ after.tsv | funnelstats --steps a,b -o after; "
                + "funnelstats compare before after", 65, "session_timeouts is '30m' and '45m'"
        ),
        (
            "echo 'version = 1' >j.toml; funnelstats --journey j.toml -o after after.tsv; "
                + "funnelstats compare before after", 65, "journey_sha256 is none and"
        ),
        ("funnelstats compare before after -o missing/c.csv", 73, "missing/c.csv"),
        ("funnelstats compare before after >/dev/full", 74, "No space left"),
        ("funnelstats compare before after >&-", 74, "stdout is closed"),
    ])
    func faultsEndWithTheirExit(script: String, status: Int32, message: String) throws {
        let scratch = try Self.folders()
        let result = try Program.shell(script, in: scratch)
        #expect(result.status == status, "\(script): \(result.errors)")
        #expect(result.errors.hasPrefix("funnelstats: "))
        #expect(result.errors.contains(message), "\(script): \(result.errors)")
    }
}
