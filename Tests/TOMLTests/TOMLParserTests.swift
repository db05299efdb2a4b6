import Testing

@testable package import TOML

/// What TOML 1.0.0 says of each form; https://toml.io/en/v1.0.0.
struct TOMLParserTests {
    private static func value(_ text: String) throws -> TOMLValue? {
        try TOMLParser.document(from: "key = \(text)").table["key"]
    }

    @Test(arguments: [
        ("\"\"", ""), ("\"a # b\" # c", "a # b"), (#""\b\t\n\f\r\"\\""#, "\u{8}\t\n\u{C}\r\"\\"),
        (#""\u00E9\U0001F600""#, "é😀"), ("'C:\\new\\'", "C:\\new\\"),
        ("'<\\i\\c*\\s*>'", "<\\i\\c*\\s*>"),
        ("\"\"\"\na\nb\"\"\"", "a\nb"), ("\"\"\"a\\\n   \n  b\"\"\"", "ab"),
        ("\"\"\"a\\   \r\n  b\"\"\"", "ab"), ("\"\"\"\"\"\"", ""),
        ("\"\"\"\"a\"\"\"\"\"", "\"a\"\""),
        ("\"\"\"a \"\"\\\"\"\"\"", "a \"\"\""), ("'''\n''a\\n'''''", "''a\\n''"),
        ("\"\"\"a\r\nb\"\"\"", "a\nb"), ("\"tab\there\"", "tab\there"),
    ])
    func readsText(text: String, wanted: String) throws {
        #expect(try Self.value(text) == .string(wanted))
    }

    @Test(arguments: [
        ("0", 0), ("+99", 99), ("-17", -17), ("-0", 0), ("1_000", 1000),
        ("0xDEAD_beef", 0xDEAD_BEEF),
        ("0o755", 493), ("0b1101", 13), ("9223372036854775807", .max),
        ("-9223372036854775808", .min),
        ("0x00", 0),
    ])
    func readsWholeNumbers(text: String, wanted: Int) throws {
        #expect(try Self.value(text) == .integer(wanted))
    }

    @Test(arguments: [
        ("+1.0", 1), ("3.1415", 3.1415), ("-0.01", -0.01), ("5e+22", 5e22), ("1e06", 1e6),
        ("-2E-2", -0.02), ("6.626e-34", 6.626e-34), ("224_617.445_991", 224617.445991),
        ("626e-34", 626e-34), ("6.6e-34", 6.6e-34), ("inf", .infinity), ("+inf", .infinity),
        ("-inf", -.infinity), ("0e0", 0),
    ])
    func readsNumbers(text: String, wanted: Double) throws {
        #expect(try Self.value(text) == .float(wanted))
    }

    @Test(arguments: ["nan", "+nan", "-nan"]) func readsWhatIsNoNumber(text: String) throws {
        guard case .float(let number) = try Self.value(text) else {
            Issue.record("\(text) is no float")
            return
        }
        #expect(number.isNaN)
    }

    @Test(arguments: [
        "1979-05-27T07:32:00Z", "1979-05-27T00:32:00-07:00", "1979-05-27t00:32:00.999999+23:59",
        "1979-05-27 07:32:00z", "1979-05-27T07:32:00", "1979-05-27 07:32:00.5 # then", "1979-05-27",
        "2024-02-29", "2000-02-29", "07:32:00", "00:32:00.999999",
    ])
    func readsMoments(text: String) throws {
        #expect(try Self.value(text) == .moment)
    }

    @Test func readsArraysAndInlineTables() throws {
        #expect(try Self.value("[ ]") == .array([]))
        #expect(
            try Self.value("[\n1, # one\n\"a\"\n,[true], ]")
                == .array([.integer(1), .string("a"), .array([.boolean(true)])]))
        #expect(try Self.value("{ }") == .table([:]))
        #expect(
            try Self.value("{ a = 1, b.c = 2, b.\"d e\" = [\n3\n] }")
                == .table([
                    "a": .integer(1),
                    "b": .table(["c": .integer(2), "d e": .array([.integer(3)])]),
                ]))
    }

    /// The examples of the specification's parts on keys, tables and arrays of tables.
    @Test(
        arguments: [
            ("a.b=1\na . c=2", ["a": ["b": 1, "c": 2]]),
            ("[x.y]\na=1\n[x]\nb=2", ["x": ["y": ["a": 1], "b": 2]]),
            ("[a]\nb.c=1\n[a.b.d]\ne=2", ["a": ["b": ["c": 1, "d": ["e": 2]]]]),
            ("[ a . 'b.c' ]\n\"\" = 1", ["a": ["b.c": ["": 1]]]),
            (
                "[[p]]\na=1\n[[p]]\n[[p]]\na=3\n[p.q]\nb=4",
                ["p": [["a": 1], [:], ["a": 3, "q": ["b": 4]]]]
            ),
            (
                "[[f]]\n[f.p]\na=1\n[[f.v]]\nb=1\n[[f.v]]\nb=2\n[[f]]\n[[f.v]]\nb=3",
                ["f": [["p": ["a": 1], "v": [["b": 1], ["b": 2]]], ["v": [["b": 3]]]]]
            ),
            ("1234 = 1\n-_ = 2", ["1234": 1, "-_": 2]), ("3.14159 = 1", ["3": ["14159": 1]]),
            ("\u{FEFF}a = 1\r\n\r\n", ["a": 1]), ("", [:]), ("# only\t\n", [:]),
            ("[a.b]\n[a]\nc.d=1", ["a": ["b": [:], "c": ["d": 1]]]),
        ] as [(String, TOMLValue)])
    func readsTables(text: String, wanted: TOMLValue) throws {
        #expect(try .table(TOMLParser.document(from: text).table) == wanted)
    }

    @Test(arguments: [
        "a", "a =", "= 1", "a = 1 b = 2", "a = 1\na = 2", "a..b = 1", ".a = 1", "a. = 1",
        "a = 1\na.b = 2",
        "a b = 1", "\"\"\"a\"\"\" = 1", "é = 1", "a = b", "a = True", "a = \"\n\"", "a = 'x\n'",
        "a = \"\\q\"",
        "a = \"\\u12\"", "a = \"\\uD800\"", "a = \"\\U00110000\"", "a = \"x", "a = \"\"\"x\"\"",
        "a = '''x''",
        "a = \"\u{1}\"", "a = 1 # \u{7F}", "a = \"\"\"\"\"\"\"\"\"", "a = \"\"\"x\\ y\"\"\"",
        "a = 1\rb = 2",
        "a = 01", "a = -01", "a = 1_", "a = _1", "a = 1__0", "a = 0x", "a = +0x1", "a = 0X1",
        "a = 0b2", "a = 0x_1",
        "a = 9223372036854775808", "a = .5", "a = 5.", "a = 1.e5", "a = 1e", "a = 1e_1", "a = 03.5",
        "a = Inf", "a = 1979-02-30", "a = 1900-02-29", "a = 1979-13-01", "a = 1979-5-27",
        "a = 24:00:00",
        "a = 07:32", "a = 07:60:00", "a = 1979-05-27T07:32", "a = 1979-05-27T07:32:00.",
        "a = 1979-05-27  07:32:00",
        "a = 1979-05-27T07:32:00+7:00", "a = [1", "a = [1 2]", "a = [,]", "a = [1,,2]",
        "a = {b = 1,}", "a = {b = 1",
        "a = {b = 1\n}", "a = {b = 1, b = 2}", "a = {b = {c = 1}, b.d = 2}", "a = {b = 1}\na.c = 2",
        "a = {b = 1}\n[a]", "[a]\n[a]", "[a]\nb = 1\n[a.b]", "[a]\nb.c = 1\n[a.b]", "a.b = 1\n[a]",
        "[a.b.c]\nz = 1\n[a]\nb.c.t = 2", "[a.b.c.d]\nz = 1\n[a]\nb.c.d.k = 2",
        "[[a.b]]\n[a]\nb.y = 2",
        "[a]\n[[a]]", "[[a]]\n[a]", "a = []\n[[a]]", "a = [{}]\n[[a]]", "[a.b]\n[[a]]", "[a",
        "[[a]", "[]", "[a]]",
        "[a] b = 1", "[ [a] ]", "[a]\nb = 1\nb.c = 2",
    ])
    func refuses(text: String) {
        #expect(throws: TOMLError.self) { try TOMLParser.document(from: text) }
    }

    @Test(arguments: [
        ("a = 1\nb = x\n", 2, 5, "'x' is no value; text stands in quotes"),
        ("a = 1\n'é' \"", 2, 5, "'=' is expected behind 'é'"),
        ("[a]\nb = 1\n\tb = 2", 3, 2, "'b' is there already"),
        ("x = [1,\n", 1, 5, "the array is not closed"),
        ("[a.b]\n[a.b]", 2, 2, "'a.b' is there already"),
        (
            "a = \"\\d+\"", 1, 6,
            "no escape: a backslash is written '\\\\', or the text in single quotes"
        ),
        ("a = {b = 1,\nc = 2}", 1, 12, "a key is expected"),
        ("a = \"b", 1, 7, "the text is not closed"),
        ("b = 1\na = \"\"\"b\n\n", 2, 5, "the text is not closed"),
    ])
    func tellsTheFirstProblem(text: String, line: Int, column: Int, problem: String) {
        #expect(throws: TOMLError(line: line, column: column, problem: problem)) {
            try TOMLParser.document(from: text)
        }
    }

    @Test(arguments: [
        "a = " + String(repeating: "[", count: 100_000),
        "a = " + String(repeating: "{a=", count: 100_000),
        String(repeating: "a.", count: 100_000) + "a = 1",
        "[" + String(repeating: "a.", count: 100_000) + "a]",
    ])
    func isNotLostInTheDepth(text: String) {
        #expect(throws: TOMLError.self) { try TOMLParser.document(from: text) }
    }

    /// Cut anywhere, a file is read or refused.
    @Test func readsOrRefusesEveryPart() throws {
        let text =
            "[[a]]\nb = [{c = \"\\u00e9\", d.e = 1e5}, '''x\n''', 1979-05-27 07:32:00Z]\n[a.f]\n\"g\" = \"\"\"\\\n\"\"\"\n"
        _ = try TOMLParser.document(from: text)
        for length in 0..<text.utf8.count {
            let part = String(decoding: text.utf8.prefix(length), as: UTF8.self)
            do throws(TOMLError) {
                _ = try TOMLParser.document(from: part)
            } catch {
                #expect(error.line <= 6 && error.column <= 80)
            }
        }
    }

    /// By hand: the line, and the character on it, where the key of each path stands.
    @Test(
        arguments: [
            ("version", 1, 1), ("a", 2, 4), ("a[0]", 2, 4), ("a[0].b", 3, 3), ("a[0].b[0]", 3, 9),
            ("a[0].b[1].k", 3, 15), ("a[0].none[4].x", 2, 4), ("a[1]", 5, 3), ("a[1].b.c", 6, 1),
            ("a[1].s", 7, 2), ("a[1].s.t", 8, 1), ("a[1].e", 9, 3), ("a[1].e[0].f", 10, 1),
            ("a[1].e[1]", 11, 3), ("a[1].e[1].f", 12, 1),
        ] as [(String, Int, Int)])
    func everythingHasItsPlace(path: String, line: Int, column: Int) throws {
        let text = """
            version = 1
             [[ a ]]
              b = [ "é", {k = 2}]

            [[a]]
            b.c = 1
            [a.s]
            t = "x"
            [[a.e]]
            f = 1
            [[a.e]]
            f = 2
            """
        let place = try TOMLParser.document(from: text).places.place(of: path)
        #expect(place?.line == line && place?.column == column, "\(String(describing: place))")
    }

    @Test func whatIsNotThereHasNoPlace() throws {
        let places = try TOMLParser.document(from: "a = 1").places
        #expect(places.place(of: "b.c[1]") == nil && places.place(of: "") == nil)
    }

    /// An element's path would be as long as its key: 10 GB of paths.
    @Test func longKeysOfManyElementsTakeLittle() throws {
        let key = String(repeating: "k", count: 100_000)
        let text = "\(key) = [" + String(repeating: "1,", count: 100_000) + "]"
        let start = ContinuousClock.now
        _ = try TOMLParser.document(from: text)
        #expect(ContinuousClock.now - start < .seconds(20))
    }
}

extension TOMLValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
    ExpressibleByIntegerLiteral
{
    package init(dictionaryLiteral elements: (String, TOMLValue)...) {
        self = .table(Dictionary(uniqueKeysWithValues: elements))
    }

    package init(arrayLiteral elements: TOMLValue...) { self = .array(elements) }

    package init(integerLiteral value: Int) { self = .integer(value) }
}
