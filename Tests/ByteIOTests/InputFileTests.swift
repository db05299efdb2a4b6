import Foundation
import TestSupport
import Testing

@testable import ByteIO

/// What is read, whatever the sizes are, and what is refused.
@Suite struct InputFileTests {
    private static let chunk = 512

    private static func content(_ count: Int) -> [UInt8] {
        var random = SplitMix(seed: UInt64(count))
        return (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) | 0x20 }
    }

    private static func read(
        _ input: consuming InputFile, room: Int
    ) throws(IOFailure) -> [UInt8] {
        var input = input
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: room)
        while true {
            let count = try input.read(into: &buffer, at: 0)
            guard count > 0 else { return all }
            all += buffer[..<count]
        }
    }

    /// One less, as many and one more than a chunk holds, or the room that they go to.
    @Test(arguments: [0, 1, 2, 3, chunk - 1, chunk, chunk + 1, 2 * chunk - 1, 2 * chunk, 5000])
    func anySizesGiveTheBytes(count: Int) throws {
        let scratch = try Scratch()
        let wanted = Self.content(count)
        let plain = try scratch.file("plain", wanted)
        let zipped = try scratch.gzip("zipped.gz", wanted)
        for (path, isGzip) in [(plain, false), (zipped, true)] {
            for chunkSize in [2, 3, Self.chunk, 1 << 17] {
                for room in [1, Self.chunk - 1, Self.chunk, Self.chunk + 1] {
                    let found = try Self.read(
                        InputFile(path: path, chunkSize: chunkSize), room: room)
                    #expect(found == wanted, "\(path) \(chunkSize) \(room)")
                }
                let released = try Self.read(
                    InputFile(releasing: path, chunkSize: chunkSize), room: 700)
                #expect(released == wanted)
            }
            var input = try InputFile(path: path)
            var buffer = [UInt8](repeating: 0, count: 8)
            _ = try input.read(into: &buffer, at: 0)
            #expect(input.isGzip == isGzip)
        }
    }

    /// A file of one byte, or of the first of the two that mark gzip, is text.
    @Test(arguments: [[0x1F], [0x8B], [0x1F, 0x1F], [0x8B, 0x1F], [0x1F, 0x8A], [0x1E, 0x8B]])
    func twoBytesMarkGzip(bytes: [UInt8]) throws {
        let scratch = try Scratch()
        let path = try scratch.file("short", bytes)
        #expect(try Self.read(InputFile(path: path), room: 9) == bytes)
    }

    @Test func bytesBehindTheStartAreKept() throws {
        let scratch = try Scratch()
        let path = try scratch.file("a", "new".utf8)
        var input = try InputFile(path: path)
        var buffer = Array("old....".utf8)
        #expect(try input.read(into: &buffer, at: 3) == 3)
        #expect(String(decoding: buffer, as: UTF8.self) == "oldnew.")
        #expect(input.compressedCount == 3)
    }

    @Test func aFileIsReadUpToItsSizeAtOpen() throws {
        let scratch = try Scratch()
        let path = try scratch.file("a", "one\n".utf8)
        let input = try InputFile(path: path)
        let more = try FileHandle(forWritingTo: URL(filePath: path))
        try more.seekToEnd()
        try more.write(contentsOf: Data("two\n".utf8))
        #expect(try Self.read(input, room: 64) == Array("one\n".utf8))
    }

    /// Cut to less than was read already, to what was read, and to one byte less than there was.
    @Test(arguments: [0, 1000, 2999])
    func aFileThatShrinksIsDamage(size: Int) throws {
        let scratch = try Scratch()
        let path = try scratch.file("a", Self.content(3000))
        for releases in [false, true] {
            try Data(Self.content(3000)).write(to: URL(filePath: path))
            var input =
                releases
                ? try InputFile(releasing: path, chunkSize: 1000)
                : try InputFile(path: path, chunkSize: 1000)
            var buffer = [UInt8](repeating: 0, count: 1000)
            #expect(try input.read(into: &buffer, at: 0) == 1000)
            let isCut = unsafe truncate(path, size) == 0
            #expect(isCut)
            let failure = #expect(throws: IOFailure.self) {
                while try input.read(into: &buffer, at: 0) > 0 {}
            }
            #expect(failure?.kind == .damaged)
            #expect(failure?.description == "\(path): file shrank while it was read")
            // It stays damaged.
            #expect(throws: IOFailure.self) { _ = try input.read(into: &buffer, at: 0) }
        }
    }

    @Test func anotherFileOfTheNameIsNotTheSame() throws {
        let scratch = try Scratch()
        let path = try scratch.file("a", Self.content(3000))
        var input = try InputFile(releasing: path, chunkSize: 1000)
        var buffer = [UInt8](repeating: 0, count: 1000)
        #expect(try input.read(into: &buffer, at: 0) == 1000)
        _ = try scratch.file("b", Self.content(3000))
        let isRenamed = unsafe rename(scratch.path("b"), path) == 0
        #expect(isRenamed)
        let failure = #expect(throws: IOFailure.self) { _ = try input.read(into: &buffer, at: 0) }
        #expect(failure?.kind == .damaged)
        #expect(failure?.description.contains("another file took its name") == true)
    }

    /// One that releases its descriptor holds none between two reads, and any number may be open.
    @Test func releasedFilesHoldNoDescriptor() throws {
        let scratch = try Scratch()
        let path = try scratch.file("a", Self.content(3000))
        func descriptors() throws -> Int {
            try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").filter {
                let link = try? FileManager.default.destinationOfSymbolicLink(
                    atPath: "/proc/self/fd/\($0)")
                return link == path
            }.count
        }
        var released = try InputFile(releasing: path, chunkSize: 1000)
        var held = try InputFile(path: path)
        #expect(try descriptors() == 1)
        var buffer = [UInt8](repeating: 0, count: 1000)
        _ = try released.read(into: &buffer, at: 0)
        _ = try held.read(into: &buffer, at: 0)
        #expect(try descriptors() == 1)
        _ = consume held
        #expect(try descriptors() == 0)
    }

    @Test func wholeFilesHaveALimit() throws {
        let scratch = try Scratch()
        for count in [0, 1, 65_535, 65_536, 65_537] {
            let content = Self.content(count)
            let path = try scratch.file("a", content)
            #expect(try InputFile.bytes(ofFile: path) == content)
            #expect(try InputFile.bytes(ofFile: path, limit: count) == content)
            if count > 0 { #expect(try InputFile.bytes(ofFile: path, limit: count - 1) == nil) }
        }
    }

    @Test func foldersAndMissingFilesAreNoInputs() throws {
        let scratch = try Scratch()
        for (path, reason) in [
            (scratch.url.path, "Is a directory"),
            (scratch.path("none"), "No such file or directory"),
        ] {
            let failure = #expect(throws: IOFailure.self) { _ = try InputFile(path: path) }
            #expect(failure == IOFailure(.noInput, "\(path): \(reason)"))
        }
    }

    /// Damage of the last member waits until all bytes before it were handed out.
    @Test func paddingIsOfZerosAlone() throws {
        let scratch = try Scratch()
        let whole = [UInt8](
            try Data(contentsOf: URL(filePath: scratch.gzip("a.gz", Self.content(2000)))))
        for (tail, offset) in [([0, 0, 0], nil), ([0, 0, 1], 2), ([1], 0), ([0x1F], 0)]
            as [([UInt8], Int?)]
        {
            let path = try scratch.file("b", whole + tail)
            for chunkSize in [2, 3, 1 << 17] {
                var input = try InputFile(path: path, chunkSize: chunkSize)
                var (count, failure) = (0, IOFailure?.none)
                var buffer = [UInt8](repeating: 0, count: 333)
                do {
                    while case let more = try input.read(into: &buffer, at: 0), more > 0 {
                        count += more
                    }
                } catch { failure = error }
                #expect(count == 2000)
                let wanted = offset.map {
                    IOFailure(
                        .damaged,
                        "\(path): data after the end of gzip at byte \(whole.count + $0)")
                }
                #expect(failure == wanted)
            }
        }
    }
}
