import Testing

@testable import StageSupport

struct DisplayWidthTests {
    /// Letters with marks of their own or added, wide and full-width ones, syllables, pictures of several parts, flags.
    @Test(arguments: [
        ("", 0), ("abc", 3), ("kärry", 5), ("ka\u{308}rry", 5), ("購入", 4), ("カート", 6), ("한국", 4),
        ("\u{1112}\u{1161}\u{11AB}", 2), ("ｅ", 2), ("नी", 2), ("…█▏", 3), ("❤", 1), ("❤\u{FE0F}", 2),
        ("🂡", 1), ("🙂", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("🇫🇮", 2), ("⟨U+202E⟩", 8),
    ])
    func columnsOfATerminal(text: String, columns: Int) {
        #expect(DisplayWidth.columns(of: text) == columns)
    }

    @Test(arguments: [
        ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("購入購入", 5, "購入…"), ("購入購入", 4, "購…"),
        ("kärryt", 5, "kärr…"), ("a👩‍👩‍👧b", 3, "a…"), ("abcd", 1, "…"),
    ])
    func longTextIsCut(text: String, limit: Int, short: String) {
        #expect(DisplayWidth.cut(text, to: limit) == short)
    }
}
