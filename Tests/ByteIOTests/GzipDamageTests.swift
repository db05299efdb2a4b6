import Foundation
import TestSupport
import Testing

@testable import ByteIO

/// What reading a file gave: its bytes, and why it ended early.
private struct Outcome: Equatable {
    var bytes: [UInt8] = []
    var failure: String?

    init(_ path: String, chunkSize: Int = 1 << 17, room: Int = 1 << 16, byZlib: Bool) {
        do throws(IOFailure) {
            var input = try InputFile(path: path, chunkSize: chunkSize, byZlib: byZlib)
            var buffer = [UInt8](repeating: 0, count: room)
            while true {
                let count = try input.read(into: &buffer, at: 0)
                if count == 0 { break }
                bytes += buffer[..<count]
            }
        } catch {
            failure = error.description
        }
    }
}

/// Small files of gzip: of one member and of several, with stored, fixed and dynamic blocks, padded.
private func samples() throws -> [[UInt8]] {
    let folder = try Scratch()
    var random = SplitMix(seed: 1)
    func member(_ bytes: [UInt8]) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: folder.gzip("member.gz", bytes))))
    }
    let words = (0..<400).map { "line \($0 % 37) of \(random.next() % 1000)\n" }.joined()
    let noise = (0..<300).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    let (text, short) = (try member(Array(words.utf8)), try member(Array("short\n".utf8)))
    // FHCRC is not set: FEXTRA, FNAME and FCOMMENT are.
    let named =
        [0x1F, 0x8B, 8, 0x1C, 0, 0, 0, 0, 0, 3, 4, 0] + Array("extr".utf8) + Array("name\0".utf8)
        + Array("comment\0".utf8) + short.dropFirst(10)
    // A header with a checksum of its own, FHCRC: the low half of its CRC-32.
    var checked = GzipChecksum()
    let head: [UInt8] = [0x1F, 0x8B, 8, 2, 0, 0, 0, 0, 0, 3]
    checked.add(head.span)
    let headChecked =
        head + [
            UInt8(truncatingIfNeeded: checked.crc), UInt8(truncatingIfNeeded: checked.crc >> 8),
        ]
        + text.dropFirst(10)
    return [
        headChecked, text, short, try member(noise), named, try member([]),
        short + text + short + [UInt8](repeating: 0, count: 40),
    ]
}

struct GzipDamageTests {
    @Test func everyFlippedBitEndsAsWithZlib() throws {
        let folder = try Scratch()
        var kinds: Set<String> = []
        for sample in try samples() {
            for bit in 0..<min(sample.count * 8, 2000) {
                var flipped = sample
                flipped[bit / 8] ^= 1 << UInt8(bit % 8)
                let path = try folder.file("flipped.gz", flipped)
                let wanted = Outcome(path, byZlib: true)
                #expect(Outcome(path, byZlib: false) == wanted, "bit \(bit) of \(sample.count)")
                kinds.insert(wanted.failure ?? "none")
            }
        }
        // The words of zlib for a dozen kinds of damage were met.
        #expect(kinds.count > 12)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func randomBitsAndCutsEndAsWithZlib(seed: UInt64) throws {
        let folder = try Scratch()
        var random = SplitMix(seed: seed)
        let samples = try samples()
        for _ in 0..<500 {
            var bytes = samples[Int(random.next() % UInt64(samples.count))]
            for _ in 0...random.next() % 3 {
                bytes[Int(random.next() % UInt64(bytes.count))] ^= 1 << UInt8(random.next() % 8)
            }
            if random.next() % 4 == 0 { bytes.removeLast(Int(random.next() % UInt64(bytes.count))) }
            let path = try folder.file("flipped.gz", bytes)
            let wanted = Outcome(path, byZlib: true)
            #expect(Outcome(path, byZlib: false) == wanted, "seed \(seed)")
        }
    }

    @Test func everyCutEndsAsWithZlib() throws {
        let folder = try Scratch()
        for sample in try samples() {
            for length in 0..<min(sample.count, 1000) {
                let path = try folder.file("cut.gz", Array(sample[..<length]))
                let wanted = Outcome(path, byZlib: true)
                #expect(Outcome(path, byZlib: false) == wanted, "\(length) of \(sample.count)")
            }
        }
    }

    @Test(arguments: [2, 3, 7, 64, 600, 4096], [1, 2, 100, 65_536])
    func anyChunkAndRoomGiveTheSame(chunkSize: Int, room: Int) throws {
        let folder = try Scratch()
        for sample in try samples() {
            for bytes in [sample, Array(sample.dropLast(5)), sample + [1]] {
                let path = try folder.file("a.gz", bytes)
                let wanted = Outcome(path, byZlib: true)
                let found = Outcome(path, chunkSize: chunkSize, room: room, byZlib: false)
                #expect(found == wanted)
                #expect(
                    Outcome(path, chunkSize: chunkSize, room: room, byZlib: true) == wanted)
            }
        }
    }
}
