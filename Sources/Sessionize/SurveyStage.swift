import ArgumentParser
import ByteIO
import Sessions
import StageSupport

/// `sessionize survey FILE…`: what parts of a log on many machines must know of the whole.
struct SurveyStage: Stage {
    static let program = "sessionize survey"
    static let configuration = CommandConfiguration(
        commandName: "sessionize survey",
        abstract: "Writes who was seen together, and when, of event streams and earlier surveys.",
        discussion: "Example: sessionize survey a.tsv b.tsv -o whole.tsv")

    @Option(
        name: [.customShort("o", allowingJoined: true), .long],
        help: ArgumentHelp("Write here instead of standard output.", valueName: "path"))
    var output: String?

    @OptionGroup var resources: MemoryOptions

    @Argument(help: "Event streams and surveys; standard input where there is none.")
    var files: [String] = []

    func work() throws {
        let inputs = try Inputs(named: files, isRecursive: false)
        try RunFiles.check(reads: inputs.paths, writes: [output])
        let folder = SpillFolder(resources.tmpDir)
        if resources.tmpDir != nil { try folder.check() }
        let file = try OutputFile.named(output)
        var survey = Survey(memory: resources.memory.bytes, folder: folder)
        for path in inputs.paths { try survey.read(path) }
        try FinishedFile.publish([try survey.finish(into: file)])
    }
}
