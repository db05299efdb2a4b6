import ByteIO
import StageSupport
import Rows
import Testing

@testable import Sessionize
@testable import Sessions

struct CSVTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
        ("two\nlines", "\"two\nlines\""), (" blank", "\" blank\""), ("blank ", "\"blank \""),
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "\"'\tx\""),
        ("\rx", "\"'\rx\""), ("\nx", "\"'\nx\""), ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"),
        ("＠1", "'＠1"),
        ("=a,b", "\"'=a,b\""), ("a=1", "a=1"), ("/a", "/a"), ("､x", "､x"),
    ])
    func quotesAndGuardsText(text: String, cell: String) {
        var row: [UInt8] = []
        CSVText.append(text: Array(text.utf8).span, guarded: true, to: &row)
        #expect(String(decoding: row, as: UTF8.self) == cell)
    }

    @Test(arguments: [("=1", "=1"), ("-x", "-x"), ("a,b", "\"a,b\"")])
    func idsAreNeverGuarded(text: String, cell: String) {
        var row: [UInt8] = []
        CSVText.append(id: Array(text.utf8).span, to: &row)
        #expect(String(decoding: row, as: UTF8.self) == cell)
    }

    @Test(arguments: [
        (869_000_000 as Int64, "869"), (500_000, "0.5"), (0, "0"), (1, "0.000001"),
        (-1_250_000, "-1.25"), (1_000_001, "1.000001"), (.min, "-9223372036854.775808"),
    ])
    func secondsHaveNoTrailingZeros(microseconds: Int64, cell: String) {
        var row: [UInt8] = []
        CSVText.append(seconds: microseconds, to: &row)
        #expect(String(decoding: row, as: UTF8.self) == cell)
    }
}

struct DecimalSumTests {
    @Test(arguments: [
        ([], ""), (["19.90"], "19.90"), (["19.90", "5"], "24.90"), (["0.1", "0.2"], "0.3"),
        (["-1", "1"], "0"), (["-0.05"], "-0.05"), (["10.5", "-0.25"], "10.25"), (["1e3"], ""),
        (["x", "1"], ""), ([String(repeating: "9", count: 39)], ""), ([".5"], "0.5"), (["5."], "5"),
    ])
    func addsExactly(values: [String], sum: String) {
        var total = DecimalSum()
        for value in values { total.add(Array(value.utf8).span) }
        var text: [UInt8] = []
        total.write(to: &text)
        #expect(String(decoding: text, as: UTF8.self) == sum)
    }
}
