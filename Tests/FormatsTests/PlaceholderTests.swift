import Testing

@testable import Formats

/// Words that stand for nothing. Sources: the exports of ClickHouse, Hive, MySQL, pandas, Excel, Go and JavaScript;
/// Segment's and Matomo's lists of user ids that are none.
struct PlaceholderTests {
    @Test(arguments: [
        "", "-", "null", "(not set)", "undefined", "NULL", "Null", "\\N", "None", "NaN", "nan",
        "N/A", "n/a",
        "(null)", "<null>", "[object Object]", " ", "   ", "\t", "<nil>", "<NA>", "NaT", "#N/A",
    ])
    func isMissingEverywhere(text: String) {
        let bytes = Array(text.utf8)
        let found = isMissing(bytes.span)
        #expect(found)
    }

    @Test(arguments: [
        "0", "none", "No", "nul", "-1", "N", "na", "[object]", "a b", " a", "guest", "Nancy",
        "#1001", "<b>", "(none)", "nila", "NA",
    ])
    func isAValue(text: String) {
        let bytes = Array(text.utf8)
        let found = isMissing(bytes.span)
        #expect(!found)
    }

    @Test(arguments: [
        ("0", true), ("-1", true), ("false", true), ("False", true), ("anonymous", true),
        ("GUEST", true),
        ("unknown", true), ("00000000-0000-0000-0000-000000000000", true), ("1", false),
        ("00", false),
        ("0.0", true), ("-1.0", true), ("0.1", false), ("guest7", false), ("unknown@x.fi", false),
        ("nil", false), ("test", true),
        ("00000000-0000-0000-0000-000000000001", false),
    ])
    func isNobodysID(text: String, expected: Bool) {
        let bytes = Array(text.utf8)
        let found = Placeholder.isID(bytes.span, besides: [Array("test".utf8)])
        #expect(found == expected)
    }
}
