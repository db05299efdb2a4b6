import Foundation
import TestSupport
import Testing

/// What becomes of the outputs of a run, and of each other's.
@Suite struct OutputTests {
    private static func inputs() throws -> Scratch {
        let scratch = try Scratch()
        let log = (0..<20).map {
            #"{"time":"2026-11-20T10:00:\#($0 + 10)Z","visitor":"v\#($0 % 4)","event":"view"}"#
        }
        _ = try scratch.file("log.ndjson", (log.joined(separator: "\n") + "\n").utf8)
        let made = try Program.shell(
            "ingest log.ndjson -o e.tsv && sessionize e.tsv -o p.tsv && head -c 32 /dev/urandom >key && chmod 600 key",
            in: scratch)
        #expect(made.status == 0, "\(made.errors)")
        return scratch
    }

    /// Whatever the spelling, no run writes over what it reads, or writes one file twice.
    @Test(arguments: [
        "ingest --key-file key log.ndjson -o key",
        "ingest --key-file ./key log.ndjson --summary ../$(basename $PWD)/key",
        "ingest log.ndjson -o x --summary ./x",
        "ln -s . here; ingest log.ndjson -o x --rejects here/x",
        "ln -s e.tsv link; ingest log.ndjson -o e.tsv --metrics link",
        "ingest log.ndjson -o x --summary x.lock",
        "ingest log.ndjson --summary x >x",
        "ingest --replay log.ndjson -o log.ndjson",
        "sessionize <e.tsv -o e.tsv",
        "sessionize e.tsv --state s --identities ./s",
        "sessionize e.tsv --sessions t.csv --quarantine $PWD/t.csv",
        "mkdir t; funnelstats --steps view,buy p.tsv -o t --summary t/funnel.csv",
        "mkdir t; funnelstats --steps view,buy p.tsv -o t --metrics ./t/manifest.json",
        "mkdir t; cp p.tsv t/paths.csv; funnelstats --steps view,buy t/paths.csv -o t",
        "funnelstats --steps view,buy p.tsv -o t; report t -o t/funnel.csv",
        "funnelstats --steps view,buy p.tsv -o t; report t --summary t/manifest.json",
    ])
    func oneFileHasOneUse(script: String) throws {
        let scratch = try Self.inputs()
        let before = try Program.shell("cat log.ndjson key e.tsv p.tsv | sha256sum", in: scratch)
        let run = try Program.shell(script, in: scratch)
        #expect(run.status == 64, "\(run.errors)")
        #expect(run.errors.contains("also an input") || run.errors.contains("are one file"))
        let after = try Program.shell("cat log.ndjson key e.tsv p.tsv | sha256sum", in: scratch)
        #expect(before.text == after.text)
    }

    /// Where a side output fails, the stream says that it is not complete, and no name is given.
    @Test(arguments: [
        ("ingest log.ndjson", "--summary /dev/full"),
        ("ingest log.ndjson", "--metrics /dev/full"),
        ("(cat log.ndjson; echo x) | ingest --max-rejects 5", "--rejects /dev/full"),
        ("sessionize e.tsv", "--summary /dev/full"),
        ("sessionize e.tsv", "--metrics /dev/full"),
        ("sessionize e.tsv", "--sessions /dev/full"),
        ("sessionize e.tsv", "--quarantine /dev/full"),
    ])
    func failedSideOutputsAreTold(command: String, option: String) throws {
        let scratch = try Self.inputs()
        let other = option.hasPrefix("--summary") ? "--metrics" : "--summary"
        let run = try Program.shell("\(command) \(option) \(other) other", in: scratch)
        #expect(run.status == 74, "\(run.errors)")
        #expect(run.errors.contains("/dev/full: No space left on device"))
        let end = run.text.split(separator: "\n").last ?? ""
        #expect(end.hasPrefix("#end ") && end.contains("complete=false"), "\(end)")
        #expect(try Program.shell("ls -A", in: scratch).text == "e.tsv\nkey\nlog.ndjson\np.tsv\n")
    }

    @Test func theSecondRunOnOneOutputIsRefused() throws {
        let scratch = try Self.inputs()
        for (first, second) in [
            ("ingest pipe -o x", "ingest log.ndjson -o x"),
            ("ingest pipe --rejects x", "ingest log.ndjson --rejects ./x"),
            ("sessionize pipe -o y --state x", "sessionize e.tsv --state x"),
            ("sessionize pipe -o x", "sessionize e.tsv -o x"),
            (
                "funnelstats --steps view,buy pipe -o t",
                "funnelstats --steps view,buy p.tsv -o t"
            ),
        ] {
            let run = try Program.shell(
                """
                rm -rf pipe x y t; mkfifo pipe; timeout 20 \(first) >/dev/null 2>/dev/null & sleep 0.5
                \(second) >/dev/null; echo $?
                kill $!; wait $!
                \(second) >/dev/null; echo $?
                ls -A | grep -E 'lock$|tmp$'
                """, in: scratch)
            #expect(run.text == "75\n0\n", "\(first): \(run.errors)")
            #expect(run.errors.contains("process "))
        }
    }

    @Test(arguments: ["--state /dev/full", "--identities /dev/null", "--identities pipe"])
    func whatIsReadAndReplacedIsAFile(option: String) throws {
        let scratch = try Self.inputs()
        let run = try Program.shell(
            "mkfifo pipe; cat pipe & timeout 10 sessionize e.tsv \(option); echo $?; kill $!",
            in: scratch)
        #expect(run.text.hasSuffix("64\n"), "\(run.errors)")
    }

    @Test func inheritedDescriptorsAndDevicesAreWrittenDirectly() throws {
        let scratch = try Self.inputs()
        let run = try Program.shell(
            """
            ingest log.ndjson -o /dev/stdout >x && cmp x e.tsv
            ingest log.ndjson -o /dev/fd/7 7>x && cmp x e.tsv
            ingest log.ndjson -o /dev/null && test -c /dev/null
            mkfifo f; cat f >x & ingest log.ndjson -o f && wait && cmp x e.tsv
            """, in: scratch)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.isEmpty)
    }

    @Test func tooFewDescriptorsAreToldBeforeWork() throws {
        let scratch = try Self.inputs()
        let few = try Program.shell("ulimit -n 8; ingest log.ndjson", in: scratch)
        #expect(few.status == 74)
        #expect(few.errors.contains("64 are needed"))
        let enough = try Program.shell("ulimit -n 64; ingest log.ndjson | cmp - e.tsv", in: scratch)
        #expect(enough.status == 0, "\(enough.errors)")
    }

    @Test func namesThatDependOnTheHostAreNoZones() throws {
        let scratch = try Self.inputs()
        let run = try Program.shell("ingest log.ndjson --assume-timezone localtime", in: scratch)
        #expect(run.status == 64)
        #expect(run.errors.contains("unknown time zone 'localtime'"))
    }
}
