import ByteIO
import Foundation
import TestSupport
import Testing

/// What reaches the file or pipe, whatever the sizes of writes are.
@Suite struct OutputFileTests {
    private static func content(_ count: Int) -> [UInt8] {
        var random = SplitMix(seed: UInt64(count))
        return (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    }

    /// What is buffered and what goes past the buffer, in any order: a quarter of its size is the limit,
    /// the size another.
    @Test(arguments: [
        [0], [1], [65_535, 65_535], [65_536], [65_537, 1], [1, 65_536, 1], [65_535, 1, 65_536, 3],
        [262_143], [262_144], [262_145], [65_535, 65_535, 65_535, 65_535, 3, 1, 1, 65_535],
        [1, 1_000_000, 2],
    ])
    func anySizesArriveInOrder(sizes: [Int]) throws {
        let scratch = try Scratch()
        for name in ["a", "a.gz"] {
            var output = try OutputFile.creating(scratch.path(name))
            var wanted: [UInt8] = []
            for (index, size) in sizes.enumerated() {
                let bytes = Self.content(size + index)
                wanted += bytes
                if index % 2 == 0 {
                    try output.write(bytes)
                } else {
                    try output.write(bytes.span)
                }
            }
            try FinishedFile.publish([output.complete()])
            let found = try Program.shell(
                name == "a" ? "cat a" : "gzip -dc <a.gz", in: scratch)
            #expect(found.status == 0 && found.output == Data(wanted), "\(name)")
        }
    }

    @Test func whatIsFlushedIsThere() throws {
        let scratch = try Scratch()
        let path = scratch.path("pipe")
        let isMade = unsafe mkfifo(path, 0o600) == 0
        #expect(isMade)
        let reader = unsafe open(path, O_RDONLY | O_NONBLOCK)
        defer { close(reader) }
        var output = try OutputFile.creating(path)
        var buffer = [UInt8](repeating: 0, count: 9)
        try output.write("abc")
        let before = unsafe read(reader, &buffer, 9)
        try output.flush()
        let after = unsafe read(reader, &buffer, 9)
        #expect(before == -1 && after == 3)
        try output.write("d")
        _ = try output.complete()
        let end = unsafe read(reader, &buffer, 9)
        #expect(end == 1)
    }

    /// RFC 1952: flags, time and extra flags of the header are 0, so the same bytes give the same file.
    @Test func gzipHoldsNoNameAndNoTime() throws {
        let scratch = try Scratch()
        let bytes = Array(try Data(contentsOf: URL(filePath: scratch.gzip("a.gz", [0x61, 0x0A]))))
        #expect(Array(bytes[..<9]) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0])
        let empty = try scratch.gzip("b.gz", [])
        #expect(try InputFile.bytes(ofFile: empty) == [])
        #expect(try Program.shell("gzip -t b.gz", in: scratch).status == 0)
    }

    /// A pipe that a caller made non-blocking is waited for.
    @Test(arguments: [4096, 100_000, 1_000_000])
    func aFullPipeIsWaitedFor(size: Int) throws {
        var ends: [Int32] = [0, 0]
        let isMade = unsafe pipe(&ends) == 0
        #expect(isMade)
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        // 1031 is F_SETPIPE_SZ.
        _ = fcntl(ends[1], 1031, 4096)
        let wanted = Self.content(size)
        let reader = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
        let done = DispatchSemaphore(value: 0)
        let found = Mutex(Data())
        DispatchQueue.global().async {
            usleep(50_000)
            _ = fcntl(reader.fileDescriptor, F_SETFL, 0)
            let read = reader.readDataToEndOfFile()
            found.withLock { $0 = read }
            done.signal()
        }
        do {
            var output = try OutputFile.creating("/dev/fd/\(ends[1])")
            close(ends[1])
            try output.write(wanted)
            _ = try output.complete()
        }
        done.wait()
        #expect(found.withLock { $0 } == Data(wanted))
    }

    @Test func theReasonOfARefusalIsTold() throws {
        let scratch = try Scratch()
        func failure(_ path: String) -> IOFailure? {
            do throws(IOFailure) {
                var output = try OutputFile.creating(path)
                try output.write("x")
                _ = try output.complete()
                return nil
            } catch { return error }
        }
        #expect(
            failure("/dev/full") == IOFailure(.failed, "write /dev/full: No space left on device"))
        #expect(
            failure(scratch.url.path)
                == IOFailure(.cannotCreate, "\(scratch.url.path): Is a directory"))
        let missing = scratch.path("no/a")
        #expect(
            failure(missing) == IOFailure(.cannotCreate, "\(missing): No such file or directory"))
        #expect(failure("/dev/fd/999")?.kind == .cannotCreate)
        #expect(failure("/dev/null") == nil)
    }

    /// Large blocks are written at once, and their failure is told at once.
    @Test func aFullDiskIsToldByTheWriteThatMeetsIt() throws {
        var output = try OutputFile.creating("/dev/full")
        let failure = #expect(throws: IOFailure.self) {
            try output.write([UInt8](repeating: 0x61, count: 1 << 18))
        }
        #expect(failure?.kind == .failed)
    }

    @Test(arguments: [(0o600, 0o600), (0o666, 0o666), (0o640, 0o640)] as [(UInt32, UInt32)])
    func theModeIsThatOfTheUmask(asked: UInt32, given: UInt32) throws {
        let scratch = try Scratch()
        let output = try OutputFile.creating(scratch.path("a"), mode: asked)
        var file = output
        try FinishedFile.publish([file.complete()])
        let mask = umask(0)
        umask(mask)
        let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path("a"))
        #expect(attributes[.posixPermissions] as? Int == Int(given & ~UInt32(mask)))
    }

    @Test func whatIsNotCompletedLeavesNothing() throws {
        let scratch = try Scratch()
        var output = try OutputFile.creating(scratch.path("a"))
        try output.write(Self.content(1 << 18))
        _ = consume output
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).isEmpty)
    }
}
