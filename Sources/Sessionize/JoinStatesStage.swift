import ArgumentParser
import ByteIO
import Sessions
import StageSupport

/// `sessionize join-states FILE…`: the state of a log that was cut in parts.
struct JoinStatesStage: Stage {
    static let program = "sessionize join-states"
    static let configuration = CommandConfiguration(
        commandName: "sessionize join-states",
        abstract: "Puts the states of the parts of a log together to one.",
        discussion: "Example: sessionize join-states part-*.state -o polku.state")

    @Option(
        name: [.customShort("o", allowingJoined: true), .long],
        help: ArgumentHelp("Write here instead of standard output.", valueName: "path"),
        completion: .file())
    var output: String?

    @OptionGroup var resources: MemoryOptions

    @Argument(
        help: "States that were made with one survey; standard input where there is none.",
        completion: .file())
    var files: [String] = []

    func work() throws {
        let inputs = try Inputs(named: files, isRecursive: false)
        try RunFiles.check(reads: inputs.paths, writes: [output])
        let folder = SpillFolder(resources.tmpDir)
        if resources.tmpDir != nil { try folder.check() }
        // Whose sessions are open is nobody else's business.
        let file = try output.map { try OutputFile.creating($0, mode: 0o600) } ?? .named(nil)
        var join = StateJoin(memory: resources.memory.bytes, folder: folder)
        for path in inputs.paths { try join.read(path) }
        try FinishedFile.publish([try join.finish(into: file)])
    }
}
