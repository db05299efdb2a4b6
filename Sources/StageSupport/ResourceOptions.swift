public import ArgumentParser
import FoundationEssentials

/// Flags for what a stage may use of the machine, of a stage that sorts nothing on disk: it takes them as all do.
public struct ResourceOptions: ParsableArguments {
    @Option(
        name: [.customShort("j", allowingJoined: true), .long],
        help: ArgumentHelp("Threads, where several help; all cores by default.", valueName: "n"))
    public var jobs: Int?

    @Option(
        help: ArgumentHelp("Memory to sort in; nothing is sorted here.", valueName: "size"))
    public var memory: SizeOption?

    @Option(
        help: ArgumentHelp(
            "Folder for temporary files; none are needed here.", valueName: "folder"),
        completion: .directory)
    public var tmpDir: String?

    public init() {}

    public func validate() throws {
        guard 1...Polku.maximumJobs ~= jobs ?? 1 else {
            throw ValidationError("--jobs takes a number from 1 to \(Polku.maximumJobs)")
        }
    }

    /// Threads to work with.
    public var workers: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
}
