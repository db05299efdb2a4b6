import Journeys
import ArgumentParser
import ByteIO
import StageSupport
import StatsFolder

/// `funnelstats compare`: how every rate of two output folders differs.
struct Compare: Stage {
    static let program = "funnelstats"
    static let configuration = CommandConfiguration(
        commandName: "funnelstats compare",
        abstract: "Tells how every rate of two output folders differs, with interval and q-value.",
        discussion: """
            Both must be counted by one journey file, version and session timeout. Compared are the rates of
            \(ComparedTable.list).

            Example: funnelstats compare last-week/ this-week/ -o this-week/compare.csv
            """)

    @Option(
        name: [.customShort("o", allowingJoined: true), .long],
        help: ArgumentHelp("Write here instead of standard output.", valueName: "file.csv"),
        completion: .file())
    var output: String?

    @OptionGroup var styling: StyleOptions
    @OptionGroup var colors: ColorOptions

    @Argument(help: "The folder to compare with.", completion: .directory)
    var before: String

    @Argument(
        help: "The folder whose rates are told as after − before.", completion: .directory)
    var after: String

    func work() throws {
        let style = try styling.style(of: output == "-" ? nil : output, colors)
        let folders = (before: try StatsFolder(before), after: try StatsFolder(after))
        try RuleDifference.check(before: folders.before, after: folders.after)
        try RunFiles.check(
            reads: Self.files(folders.before) + Self.files(folders.after), writes: [output])
        let file = try OutputFile.named(output)
        let table = try Comparison(before: folders.before, after: folders.after).table()
        var writer = try TableWriter(table.shape, to: file, style)
        for row in table.rows { try writer.write(row) }
        try FinishedFile.publish([writer.complete().file])
        guard Talk.isTerminal else { return }
        Talk.say(Self.program, "compared the rates of \(ComparedTable.list)")
    }

    /// What must not be overwritten.
    private static func files(_ folder: StatsFolder) -> [String] {
        (["manifest.json"] + folder.manifest.outputs.map(\.name)).map { "\(folder.path)/\($0)" }
    }
}
