/// Dates and times: `1979-05-27T07:32:00.5-07:00` and its parts, a blank or `t` for the `T`.
///
/// Source: RFC 3339.
enum TOMLMoment {
    static func isValid(_ word: [UInt8]) -> Bool {
        guard let date = date(word[...]) else { return isTime(word[...]) }
        guard date < word.count else { return true }
        guard [0x20, UInt8(ascii: "T"), UInt8(ascii: "t")].contains(word[date]) else {
            return false
        }
        let time = word[(date + 1)...]
        return isTime(time) || isTimeWithOffset(time)
    }

    /// Where the date at the start ends.
    private static func date(_ word: ArraySlice<UInt8>) -> Int? {
        guard word.count >= 10, let year = number(word, 0, 4), let month = number(word, 5, 2),
            let day = number(word, 8, 2), word[word.startIndex + 4] == UInt8(ascii: "-"),
            word[word.startIndex + 7] == UInt8(ascii: "-"), (1...12).contains(month),
            (1...days(of: month, in: year)).contains(day)
        else { return nil }
        return word.startIndex + 10
    }

    private static func days(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// `07:32:00`, with a fraction or not.
    private static func isTime(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count >= 8, isClock(word.prefix(5)), word[word.startIndex + 5] == colon,
            let second = number(word, 6, 2), second < 60
        else { return false }
        let fraction = word.dropFirst(8)
        guard let point = fraction.first else { return true }
        return point == UInt8(ascii: ".") && fraction.count > 1
            && fraction.dropFirst().allSatisfy(TOMLWord.isDigit)
    }

    private static func isTimeWithOffset(_ word: ArraySlice<UInt8>) -> Bool {
        if word.last == UInt8(ascii: "Z") || word.last == UInt8(ascii: "z") {
            return isTime(word.dropLast())
        }
        let offset = word.suffix(6)
        guard offset.first == UInt8(ascii: "+") || offset.first == UInt8(ascii: "-") else {
            return false
        }
        return isClock(offset.dropFirst()) && isTime(word.dropLast(6))
    }

    /// `07:32`.
    private static func isClock(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count == 5, let hour = number(word, 0, 2), let minute = number(word, 3, 2)
        else { return false }
        return hour < 24 && minute < 60 && word[word.startIndex + 2] == colon
    }

    private static let colon = UInt8(ascii: ":")

    /// The number of `count` digits at `offset`.
    private static func number(_ word: ArraySlice<UInt8>, _ offset: Int, _ count: Int) -> Int? {
        let digits = word.dropFirst(offset).prefix(count)
        guard digits.count == count, digits.allSatisfy(TOMLWord.isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
