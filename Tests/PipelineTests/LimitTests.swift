import Foundation
import TestSupport
import Testing

/// Options and limits of the system at, below and above what is allowed.
struct LimitTests {
    private static func inputs() throws -> Scratch {
        let scratch = try Scratch()
        let log = (0..<50).map {
            #"{"time":"2026-11-20T10:00:\#($0 + 10)Z","visitor":"v\#($0)","event":"view"}"# + "\n"
        }
        _ = try scratch.file("log", log.joined().utf8)
        let made = try Program.shell("ingest log >e && sessionize e >p", in: scratch)
        #expect(made.status == 0, "\(made.errors)")
        return scratch
    }

    @Test(arguments: [
        ("-j 0", 64), ("-j 1", 0), ("-j1024", 0), ("-j 1025", 64), ("-j -1", 64),
        ("-j 9223372036854775807", 64), ("--jobs=1024", 0), ("--memory 0", 64), ("--memory 1", 0),
        ("--memory 1G", 0), ("--memory 1024T", 64), ("--memory 1k", 64),
    ])
    func optionsHaveTheirLimits(option: String, status: Int32) throws {
        let scratch = try Self.inputs()
        for (stage, input, wanted) in [("ingest", "log", "e"), ("sessionize", "e", "p")] {
            let run = try Program.shell("\(stage) \(option) \(input)", in: scratch)
            #expect(run.status == status, "\(stage): \(run.errors)")
            let output = try Data(contentsOf: URL(filePath: scratch.path(wanted)))
            #expect(run.output == (status == 0 ? output : Data()))
        }
    }

    /// 56 for what is open beside inputs, and 8 for these.
    @Test(arguments: [(63, 74), (64, 0), (65, 0)] as [(Int, Int32)])
    func sixtyFourDescriptorsAreEnough(limit: Int, status: Int32) throws {
        let scratch = try Self.inputs()
        for command in [
            "ingest -j 1 log", "sessionize e", "funnelstats --steps view,buy p -o t", "report t",
        ] {
            _ = try Program.shell("funnelstats --steps view,buy p -o t", in: scratch)
            let run = try Program.shell("ulimit -n \(limit); \(command)", in: scratch)
            #expect(run.status == status, "\(command): \(run.errors)")
            let told = "the limit of open files is \(limit); 64 are needed: ulimit -n 64"
            #expect(run.errors.contains(told) == (status == 74))
        }
    }

    /// Where the system grants more, a low soft limit is raised.
    @Test func theSoftLimitIsRaised() throws {
        let scratch = try Self.inputs()
        let run = try Program.shell("ulimit -S -n 20; ingest log", in: scratch)
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test func tooLittleMemoryIsTold() throws {
        let scratch = try Self.inputs()
        let run = try Program.shell("ulimit -v \((192 << 10) - 4); ingest log", in: scratch)
        #expect(run.status == 74, "\(run.errors)")
        #expect(run.errors.contains("196608 are needed: ulimit -v 196608"))
    }

    /// The table of steps: 1 to 64.
    @Test(arguments: [(1, 0), (2, 0), (64, 0), (65, 64)] as [(Int, Int32)])
    func stepsHaveTheirLimits(count: Int, status: Int32) throws {
        let scratch = try Self.inputs()
        let steps = (0..<count).map { "s\($0)" }.joined(separator: ",")
        let run = try Program.shell("funnelstats --steps \(steps) p", in: scratch)
        #expect(run.status == status, "\(run.errors)")
    }
}
