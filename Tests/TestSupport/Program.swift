public import Foundation
import Synchronization

/// One of the built programs, run as a user runs it.
public struct Program {
    public struct Result {
        public var status: Int32
        public var signal: Int32?
        public var output: Data
        public var errors: String
        /// Standard output as text.
        public var text: String { String(decoding: output, as: UTF8.self) }
    }

    public let url: URL

    /// `name` as the package's product: `ingest`; it lies beside the test binary.
    public init(_ name: String) {
        var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        while folder.path.count > 1,
            !FileManager.default.isExecutableFile(atPath: folder.appending(path: name).path)
        {
            folder.deleteLastPathComponent()
        }
        url = folder.appending(path: name)
    }

    /// Any program of the machine.
    public init(url: URL) { self.url = url }

    /// Runs a script of Bash in the folder, with the built programs and those of `Scripts` on its path.
    public static func shell(
        _ script: String, input: Data = Data(), environment: [String: String] = [:],
        in scratch: Scratch
    ) throws -> Result {
        let programs = Program("ingest").url.deletingLastPathComponent().path
        let scripts = Fixture.root.appending(path: "Scripts").path
        let rest = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let path = ["PATH": "\(programs):\(scripts):\(rest)"]
        return try Program(url: URL(filePath: "/bin/bash")).run(
            ["-c", script], input: input, environment: path.merging(environment) { $1 },
            in: scratch.url)
    }

    /// Threads that tests run on block signals, and a program inherits that: it could not be ended.
    private func start(_ process: Process) throws {
        var none = sigset_t()
        var before = sigset_t()
        unsafe sigemptyset(&none)
        unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
        try process.run()
    }

    /// Runs it to its end.
    public func run(
        _ arguments: [String], input: Data = Data(), environment: [String: String]? = nil,
        in folder: URL? = nil
    ) throws -> Result {
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        process.currentDirectoryURL = folder
        if let environment { process.environment = environment }
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stderr
        try start(process)
        let errors = Mutex(Data())
        let group = DispatchGroup()
        DispatchQueue.global().async(group: group) {
            let read = stderr.fileHandleForReading.readDataToEndOfFile()
            errors.withLock { $0 = read }
        }
        DispatchQueue.global().async(group: group) {
            // The program may end before it has read all; that is what some tests want.
            try? stdin.fileHandleForWriting.write(contentsOf: input)
            try? stdin.fileHandleForWriting.close()
        }
        let output = stdout.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        group.wait()
        let wasKilled = process.terminationReason == .uncaughtSignal
        return Result(
            status: wasKilled ? -1 : process.terminationStatus,
            signal: wasKilled ? process.terminationStatus : nil, output: output,
            errors: errors.withLock { String(decoding: $0, as: UTF8.self) })
    }
}
