import Foundation
import TestSupport
import Testing

/// Standard input and output as callers leave them: at an offset, or non-blocking.
struct DescriptorTests {
    private static func log(_ rows: Int) -> String {
        (0..<rows).map {
            #"{"time":"2026-11-20T10:00:00Z","visitor":"v\#($0)","event":"view"}"# + "\n"
        }.joined()
    }

    /// The shell reads the first line of the file; the program goes on from there.
    @Test(arguments: ["cat log", "gzip -nc log"])
    func standardInputGoesOnWhereItStands(command: String) throws {
        let scratch = try Scratch()
        _ = try scratch.file("log", Self.log(1000).utf8)
        let run = try Program.shell(
            """
            (echo first; \(command)) >file
            { read -r line; ingest - ; } <file >rest && ingest log >whole && cmp rest whole
            { cat; ingest --format json -; } <file >/dev/null
            { cat >/dev/null; ingest --format json - ; } <file | grep -c 'rows=0 complete=true'
            """, in: scratch)
        #expect(run.text == "1\n", "\(run.errors)")
    }

    /// Both ends of the pipes are non-blocking, small, and slow on the other side.
    @Test(arguments: ["ingest", "sessionize"])
    func nonBlockingPipesAreWaitedFor(stage: String) throws {
        let scratch = try Scratch()
        _ = try scratch.file("log", Self.log(5000).utf8)
        let made = try Program.shell("ingest log >e && sessionize e >p", in: scratch)
        #expect(made.status == 0, "\(made.errors)")
        let (source, wanted) = stage == "ingest" ? ("log", "e") : ("e", "p")
        let input = try Data(contentsOf: URL(filePath: scratch.path(source)))
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        for handle in [stdin.fileHandleForReading, stdout.fileHandleForWriting] {
            #expect(fcntl(handle.fileDescriptor, F_SETFL, O_NONBLOCK) >= 0)
        }
        let process = Process()
        process.executableURL = Program(stage).url
        process.arguments = ["-"]
        (process.standardInput, process.standardOutput) = (stdin, stdout)
        process.standardError = stderr
        try process.run()
        DispatchQueue.global().async {
            let half = input.count / 2
            usleep(200_000)
            try? stdin.fileHandleForWriting.write(contentsOf: input.prefix(half))
            usleep(200_000)
            try? stdin.fileHandleForWriting.write(contentsOf: input.dropFirst(half))
            try? stdin.fileHandleForWriting.close()
        }
        // Longer than all input takes to come: the pipe is full by then.
        usleep(800_000)
        let output = stdout.fileHandleForReading.readDataToEndOfFile()
        let errors = stderr.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(String(decoding: errors, as: UTF8.self))")
        #expect(output == (try Data(contentsOf: URL(filePath: scratch.path(wanted)))))
    }
}
