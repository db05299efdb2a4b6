import Journeys
import ArgumentParser
import ByteIO
import StageSupport
import Rows

/// `funnelstats check`: is the journey file right, and does it fit the paths?
struct Check: Stage {
    static let program = "funnelstats"
    static let configuration = CommandConfiguration(
        commandName: "funnelstats check",
        abstract: "Validates a journey file, and tells what it leaves out of path streams.",
        discussion: "Example: funnelstats check --journey journey.toml paths.tsv.gz")

    @OptionGroup var colors: ColorOptions

    @Option(
        help: ArgumentHelp("Touchpoints and funnels.", valueName: "file.toml"),
        completion: .file(extensions: ["toml"]))
    var journey: String

    @Argument(
        help: "Path streams to try it on; none validates the file alone.", completion: .file())
    var files: [String] = []

    func work() throws {
        let (journey, _) = try FunnelOptions.read(journey)
        var output = try OutputFile.standardOutput()
        for line in journey.remarks { try output.write(line + "\n") }
        try output.write(
            "\(self.journey): valid: \(journey.touchpoints.count) touchpoints, "
                + "\(journey.funnels.count) funnels\n")
        if !files.isEmpty { try fit(journey, to: &output) }
        _ = try output.complete()
    }

    private func fit(_ journey: Journey, to output: inout OutputFile) throws {
        let paths = try Inputs(named: files).paths
        var merge = try PathMerge(paths)
        var coverage = JourneyCoverage(journey)
        try coverage.read(&merge)
        for line in coverage.lines(FirstNames(paths)) {
            try output.write(Talk.escaped(line) + "\n")
        }
    }
}
