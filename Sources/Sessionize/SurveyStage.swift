import ArgumentParser
import ByteIO
import Sessions
import StageSupport

/// `sessionize survey FILE…`: what parts of a log on many machines must know of the whole.
struct SurveyStage: Stage {
    static let program = "sessionize survey"
    static let configuration = CommandConfiguration(
        commandName: "sessionize survey",
        abstract: "Writes who was seen together, and when, in event streams and earlier nights.",
        discussion: "Example: sessionize survey a.tsv b.tsv -o whole.tsv")

    @Option(
        name: [.customShort("o", allowingJoined: true), .long],
        help: ArgumentHelp("Write here instead of standard output.", valueName: "path"),
        completion: .file())
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Write the identity map that one 'sessionize' would leave.", valueName: "file"),
        completion: .file())
    var identities: String?

    @OptionGroup var resources: MemoryOptions

    @Argument(
        help: "Event streams, surveys, states, identity maps; standard input where there is none.",
        completion: .file())
    var files: [String] = []

    func work() throws {
        let inputs = try Inputs(named: files, isRecursive: false)
        try RunFiles.check(reads: inputs.paths, writes: [output ?? "-", identities])
        let folder = SpillFolder(resources.tmpDir)
        if resources.tmpDir != nil { try folder.check() }
        let file = try OutputFile.named(output)
        let map = try identities.map { try OutputFile.creating($0, mode: 0o600) }
        var survey = Survey(memory: resources.memory.bytes, folder: folder)
        for path in inputs.paths { try survey.read(path) }
        try FinishedFile.publish(try survey.finish(into: file, map: map))
    }
}
