import ArgumentParser
import ByteIO
import Sessions
import StageSupport

/// `sessionize split --buckets N --survey FILE`: parts rows so that each part can be cut by itself.
struct SplitStage: Stage {
    static let program = "sessionize split"
    static let configuration = CommandConfiguration(
        commandName: "sessionize split",
        abstract: "Parts event rows and what earlier nights left, each part for a run of its own.",
        discussion: "Example: sessionize split --buckets 64 --survey whole.tsv a.tsv")

    @Option(help: ArgumentHelp("How many buckets.", valueName: "n"))
    var buckets: Int

    @Option(
        help: ArgumentHelp("What 'sessionize survey' wrote of all rows.", valueName: "file"),
        completion: .file())
    var survey: String

    @Option(help: ArgumentHelp("As of the sessionize that follows.", valueName: "on|off"))
    var identity = Switch.on

    @Option(
        name: [.customShort("o", allowingJoined: true), .long],
        help: ArgumentHelp("Write here instead of standard output.", valueName: "path"),
        completion: .file())
    var output: String?

    @OptionGroup var resources: MemoryOptions

    @Argument(
        help: "Event streams, states, identity maps; standard input where there is none.",
        completion: .file())
    var files: [String] = []

    func validate() throws {
        guard 1...1_000_000 ~= buckets else {
            throw ValidationError("--buckets takes a number from 1 to 1000000")
        }
    }

    func work() throws {
        let inputs = try Inputs(named: files, isRecursive: false)
        try RunFiles.check(reads: inputs.paths + [survey], writes: [output])
        // Nothing is kept there: a survey is read as it lies. A name that cannot be meant is told all the same.
        if let folder = resources.tmpDir { try SpillFolder(folder).check() }
        var places = Buckets(count: buckets)
        if identity == .on { try places.read(survey) }
        var writer = try BucketWriter(
            places, memory: resources.memory.bytes / 4, to: try OutputFile.named(output))
        for path in inputs.paths { try writer.read(path, byVisitor: identity == .off) }
        try FinishedFile.publish([try writer.finish()])
    }
}
