import Testing

@testable import StageSupport

/// Durations and sizes as users write them, at, below and above their limits.
@Suite struct OptionValueTests {
    @Test(arguments: [
        ("1s", 1), ("90s", 90), ("30m", 1800), ("1h30m", 5400), ("14d", 1_209_600),
        ("1d1h1m1s", 90_061), ("1s1s", 2), ("0d1s", 1), ("007s", 7),
        ("999999999s", 999_999_999), ("11574074d", 999_999_993_600),
    ])
    func durationsAreSums(text: String, seconds: Int64) {
        #expect(DurationOption(argument: text)?.microseconds == seconds * 1_000_000)
    }

    /// A number needs its unit, a unit its number; more than 0, and less than 10¹² seconds.
    @Test(arguments: [
        "", "s", "30", "1h30", "30 m", "-1s", "+1s", "1.5h", "30M", "1w", "0s", "0d0h", "m30",
        "1hm", "1000000000s1", "10000000000s", "11574075d", "99999999999999999999s", "１s",
    ])
    func othersAreNoDurations(text: String) { #expect(DurationOption(argument: text) == nil) }

    @Test(arguments: [
        "1s", "59s", "1m", "1m1s", "59m59s", "1h", "23h59m59s", "1d", "1d12h", "14d",
    ])
    func aDurationIsShownAsItIsWritten(text: String) {
        #expect(DurationOption(argument: text)?.description == text)
    }

    @Test(arguments: [
        ("1", 1), ("65536", 65_536), ("1K", 1024), ("512K", 524_288), ("256M", 268_435_456),
        ("2G", 2_147_483_648), ("1023T", 1_124_800_395_214_848),
        ("1125899906842623", 1_125_899_906_842_623), ("007K", 7168),
    ])
    func sizesArePowersOf1024(text: String, bytes: Int) {
        #expect(SizeOption(argument: text)?.bytes == bytes)
    }

    /// Over 0 and under 2⁵⁰.
    @Test(arguments: [
        "", "0", "0K", "K", "-1K", "1k", "1KB", "1.5G", " 1K", "1024T", "1125899906842624",
        "9223372036854775807", "9223372036854775808", "9007199254740992K", "١K", "1P",
    ])
    func othersAreNoSizes(text: String) { #expect(SizeOption(argument: text) == nil) }

    @Test(arguments: [
        (1, "1"), (1023, "1023"), (1024, "1K"), (1025, "1025"), (1 << 20, "1M"),
        (1536 << 10, "1536K"), (1 << 30, "1G"), (3 << 29, "1536M"), (1 << 40, "1024G"),
    ])
    func aSizeIsShownInItsLargestUnit(bytes: Int, text: String) {
        #expect(SizeOption(bytes: bytes).description == text)
        #expect(SizeOption(argument: text)?.bytes == bytes)
    }
}
