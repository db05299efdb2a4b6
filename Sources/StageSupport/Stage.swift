public import ArgumentParser
import ByteIO
import Glibc

/// One program of the pipe: flags, a run, and the contract's exits.
public protocol Stage: ParsableCommand {
    /// The program's name in messages.
    static var program: String { get }
    func work() throws
}

extension Stage {
    public func run() throws {
        TemporaryFiles.removeOnSignals()
        StandardDescriptors.guardThem()
        do {
            try work()
        } catch {
            guard let failure = Failure(error) else { throw error }
            Talk.say(Self.program, failure.description)
            throw ExitCode(failure.status.rawValue)
        }
    }
}

/// The version of all programs.
public enum Polku {
    public static let version = "0.1.0"
}

/// Flags that every stage has.
public struct CommonOptions: ParsableArguments {
    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Write here instead of standard output.", valueName: "path"))
    public var output: String?

    @Option(help: ArgumentHelp("Write counts and inputs as JSON.", valueName: "file.json"))
    public var summary: String?

    @Flag(name: [.short, .long], help: "Say nothing but errors.")
    public var quiet = false

    @Flag(name: [.short, .long], help: "Say more on standard error.")
    public var verbose = false

    public init() {}
}
