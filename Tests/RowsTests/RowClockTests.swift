import BasicContainers
import ByteIO
import TestSupport
import Testing
import Rows

/// Times by words against times digit by digit.
struct RowClockTests {
    @Test(arguments: 0..<50 as Range<UInt64>)
    func readsAndWritesWhatTimestampsDo(seed: UInt64) {
        var numbers = SplitMix(seed: seed)
        var clock = RowClock()
        let range: Range<Int64> =
            seed % 2 == 0
            ? -62_167_219_200_000_000..<253_402_300_800_000_000
            : 1_764_000_000_000_000..<1_764_300_000_000_000
        for _ in 0..<300 {
            let time = Timestamp(microseconds: Int64.random(in: range, using: &numbers))
            var (plain, shared): ([UInt8], [UInt8]) = ([], [])
            var flat = UniqueArray<UInt8>()
            time.write(to: &plain)
            clock.write(time, to: &shared)
            clock.write(time.microseconds, to: &flat)
            #expect(shared == plain)
            let (isSame, read) = (flat.span.equals(plain.span), clock.microseconds(plain.span))
            #expect(isSame)
            #expect(read == time.microseconds)
            // One byte of it, and what is near to it.
            var changed = plain
            let at = changed.indices.randomElement(using: &numbers) ?? 0
            changed[at] =
                Bool.random(using: &numbers)
                ? UInt8.random(in: .min ... .max, using: &numbers)
                : [0x2F, 0x30, 0x39, 0x3A, 0xB0, 0x2E, 0x5A][Int.random(in: 0...6, using: &numbers)]
            let wanted = Timestamp(row: changed.span)?.microseconds
            let found = clock.microseconds(changed.span)
            #expect(found == wanted, "\(changed)")
        }
    }

    @Test func everyByteAtEveryOffset() {
        var clock = RowClock()
        let plain = Array("2026-11-20T20:39:58.999999Z".utf8)
        for at in plain.indices {
            for byte in UInt8.min...UInt8.max {
                var text = plain
                text[at] = byte
                let wanted = Timestamp(row: text.span)?.microseconds
                let found = clock.microseconds(text.span)
                #expect(found == wanted, "\(byte) at \(at)")
            }
        }
        for length in 0..<plain.count {
            let found = clock.microseconds(plain.span.extracting(0..<length))
            #expect(found == nil)
        }
        let longer = clock.microseconds((plain + [0x5A]).span)
        #expect(longer == nil)
    }

    @Test(arguments: [
        "2023-02-29T00:00:00.000000Z", "2024-02-29T23:59:59.999999Z", "2026-13-01T00:00:00.000000Z",
        "2026-00-01T00:00:00.000000Z", "2026-11-20T24:00:00.000000Z", "2026-11-20T23:60:00.000000Z",
        "2026-11-20T23:00:60.000000Z", "0000-01-01T00:00:00.000000Z", "9999-12-31T23:59:59.999999Z",
    ])
    func edgesOfTheCalendar(text: String) {
        var clock = RowClock()
        let bytes = Array(text.utf8)
        for _ in 0..<2 {
            let wanted = Timestamp(row: bytes.span)?.microseconds
            let found = clock.microseconds(bytes.span)
            #expect(found == wanted)
        }
    }
}
