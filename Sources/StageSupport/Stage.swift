public import ArgumentParser
import ByteIO
import Glibc

/// One program of the pipe: flags, a run, and the contract's exits.
public protocol Stage: ParsableCommand {
    /// The program's name in messages.
    static var program: String { get }
    /// Commands of their own that a first word asks for. They are not ArgumentParser's: beside a list
    /// of files it would take the word for one.
    static var commands: [String: any Stage.Type] { get }
    func work() throws
}

extension Stage {
    public static var commands: [String: any Stage.Type] { [:] }

    /// What is typed to run it: the program, and the command where it is one.
    static var name: String { configuration.commandName ?? program }

    public static func main() {
        // The first is the program's own name. The language reads them from /proc.
        guard !CommandLine.arguments.isEmpty else {
            Talk.fail(program, "cannot read the command line: is /proc there?")
            Glibc.exit(ExitStatus.ioError.rawValue)
        }
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let command = arguments.first.flatMap({ commands[$0] }) {
            command.start(Array(arguments.dropFirst()))
        }
        start(arguments)
    }

    /// Parses, works and exits. Help and version go to standard output, which is checked as for any
    /// data; what is wrong goes to standard error, with control characters escaped.
    public static func start(_ arguments: [String]) -> Never {
        // First of all: whatever else is opened would take the place of a closed one.
        StandardDescriptors.guardThem()
        // On a stack of a fraction of the usual one work goes on in a thread that has enough.
        if WorkerThread.firstStackSize < 1 << 20,
            WorkerThread.start(stackSize: 8 << 20, { runToEnd(arguments) })
        {
            while true { pause() }
        }
        runToEnd(arguments)
    }

    private static func runToEnd(_ arguments: [String]) -> Never {
        do {
            var command = try parseAsRoot(DeclaredOptions.separated(arguments, of: Self.self))
            try command.run()
            Glibc.exit(ExitStatus.success.rawValue)
        } catch {
            let status = exitCode(for: error)
            if status == .success { Glibc.exit(show(complete(fullMessage(for: error)))) }
            let text = message(for: error)
            if !text.isEmpty {
                // An option that nobody knows is the mistake, whatever the parser stumbled over.
                let unknown = DeclaredOptions(of: Self.self).unknown(in: arguments)
                Talk.fail(program, "\(unknown ?? line(of: text)); see \(name) --help")
            }
            Glibc.exit(status.rawValue)
        }
    }

    /// The parser's lists and alternatives in one line, without a full stop, an unknown option in our words. What a user
    /// typed keeps its line ends, to be escaped.
    private static func line(of message: String) -> String {
        (message.hasSuffix(".") ? String(message.dropLast()) : message)
            .replacing(":\n  - ", with: ": ").replacing("\n  - ", with: ", ")
            .replacing("\n   or: ", with: ", or: ")
            .replacing("Unknown option", with: "unknown option")
            .replacing(". Did you mean", with: "; did you mean")
    }

    /// Help and version as they are, a completion script with what the parser does not know.
    private static func complete(_ text: String) -> String {
        CompletionShell.allCases.first { completionScript(for: $0) == text }
            .map { CompletionScript(of: self, for: $0).text } ?? text
    }

    /// Writes help, version or a completion script to standard output; the exit.
    private static func show(_ text: String) -> Int32 {
        do throws(IOFailure) {
            var output = try OutputFile.standardOutput()
            try output.write(text + "\n")
            _ = try output.complete()
            return ExitStatus.success.rawValue
        } catch {
            Talk.fail(program, error.description)
            return ExitStatus.ioError.rawValue
        }
    }

    /// Where the first word names no file: the command that may be meant.
    private static func question(behind problem: String) -> String {
        guard let word = CommandLine.arguments.dropFirst().first,
            problem.hasPrefix("\(word): No such file"),
            let command = Nearest.name(to: word, among: Array(commands.keys))
        else { return "" }
        return Nearest.question(["\(program) \(command)"])
    }

    public func run() throws {
        TemporaryFiles.removeOnSignals()
        Self.prepareForInterrupt()
        do {
            try checkLimits()
            try work()
        } catch {
            guard let failure = Failure(error) else { throw error }
            for problem in failure.problems {
                Talk.fail(Self.program, problem + Self.question(behind: problem))
            }
            throw ExitCode(failure.status.rawValue)
        }
    }
}

extension Stage {
    /// Ctrl-C at a terminal takes away the line in which a stage drew; of a pipe the last one says that it was
    /// interrupted.
    private static func prepareForInterrupt() {
        guard Talk.isTerminal else { return }
        let words = SharedTerminal.isLastOfPipe ? "\(program): interrupted\n" : ""
        TemporaryFiles.say(onInterrupt: Terminal.eraser + words)
    }

    /// - Throws: exit 74 where too few files may be open, or memory is so small that the language would stop
    ///   the program in the middle of its work.
    private func checkLimits() throws {
        let files = DescriptorLimit.reserved + 8
        let limit = DescriptorLimit.raise()
        guard limit >= files else {
            throw Failure(
                .ioError,
                "the limit of open files is \(limit); \(files) are needed: ulimit -n \(files)")
        }
        let memory = 192 << 20
        guard AddressSpace.limit >= memory else {
            throw Failure(
                .ioError,
                "the limit of memory is \(AddressSpace.limit >> 10) kB; \(memory >> 10) are needed: "
                    + "ulimit -v \(memory >> 10)")
        }
    }
}

/// The version of all programs.
public enum Polku {
    public static let version = "0.1.0"
    /// The greatest number that `--jobs` takes.
    public static let maximumJobs = 1024
}

/// Flags that every stage has.
public struct CommonOptions: ParsableArguments {
    @Option(
        name: [.customShort("o", allowingJoined: true), .long],
        help: ArgumentHelp("Write here instead of standard output.", valueName: "path"),
        completion: .file())
    public var output: String?

    @Option(
        help: ArgumentHelp("Write counts and inputs as JSON.", valueName: "file.json"),
        completion: .file())
    public var summary: String?

    @Flag(name: [.short, .long], help: "Say nothing but errors.")
    public var quiet = false

    @Flag(name: [.short, .long], help: "Say more on standard error.")
    public var verbose = false

    public init() {}
}
