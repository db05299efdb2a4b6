import ByteIO
import Foundation
import StageSupport
import TestSupport
import Testing

@testable import Events

struct VisitorKeyTests {
    private static func visitor(_ key: VisitorKey, _ address: String, _ agent: String) -> String {
        var pseudonyms = Pseudonyms(key: key)
        var bytes: [UInt8] = []
        for _ in 0..<2 {
            bytes = []
            let (left, right) = (Array(address.utf8), Array(agent.utf8))
            pseudonyms.append(address: left.span, agent: right.span, to: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    // printf '203.0.113.7\x1fMozilla/5.0' | openssl dgst -sha256 -hmac KEY, the first 32 digits.
    @Test func theVisitorIsAnHMACOfAddressAndAgent() {
        let ofPublic = Self.visitor(.publicKey, "203.0.113.7", "Mozilla/5.0")
        #expect(ofPublic == "52b0085c39b60ab9c2c64cc6ae8aea50")
        let own = VisitorKey(bytes: Array("0123456789abcdef0123456789abcdef".utf8))
        #expect(
            Self.visitor(own, "203.0.113.7", "Mozilla/5.0") == "7881f0b89253b251da7ad0da2a38787e")
        #expect(!own.isPublic && VisitorKey.publicKey.isPublic)
    }

    @Test func aNumberStandsForTheAgentAlone() {
        let agents = ["Mozilla/5.0", "b"]
        var pseudonyms = Pseudonyms(key: .publicKey)
        for _ in 0..<2 {
            for (number, agent) in agents.enumerated() {
                for address in ["203.0.113.7", "203.0.113.8"] {
                    var bytes: [UInt8] = []
                    pseudonyms.append(
                        address: Array(address.utf8).span, agent: Array(agent.utf8).span,
                        known: number, to: &bytes)
                    #expect(
                        String(decoding: bytes, as: UTF8.self)
                            == Self.visitor(.publicKey, address, agent))
                }
            }
        }
    }

    // printf 'user\x1e42' | openssl dgst -sha256 -hmac 'polku public visitor key 1'
    @Test func anIDHasAPseudonymOfItsColumn() {
        var pseudonyms = Pseudonyms(key: .publicKey)
        var user: [UInt8] = []
        var visitor: [UInt8] = []
        pseudonyms.append(id: Array("42".utf8).span, of: .user, to: &user)
        pseudonyms.append(id: Array("42".utf8).span, of: .visitor, to: &visitor)
        #expect(String(decoding: user, as: UTF8.self) == "6a757af1f94352a50841c8d239754315")
        #expect(user != visitor)
    }

    @Test func theCacheForgetsAndAnswersTheSame() {
        var pseudonyms = Pseudonyms(key: .publicKey)
        var first: [UInt8] = []
        pseudonyms.append(id: Array("first".utf8).span, of: .user, to: &first)
        for number in 0..<40_000 {
            var bytes: [UInt8] = []
            pseudonyms.append(id: Array("\(number)".utf8).span, of: .user, to: &bytes)
            #expect(bytes.count == 32)
        }
        var again: [UInt8] = []
        pseudonyms.append(id: Array("first".utf8).span, of: .user, to: &again)
        #expect(first == again)
    }

    @Test func aKeyFileIsLongAndPrivate() throws {
        let scratch = try Scratch()
        let path = try scratch.file("key", [UInt8](repeating: 7, count: 32))
        func mode(_ bits: Int) throws {
            try FileManager.default.setAttributes([.posixPermissions: bits], ofItemAtPath: path)
        }
        for bits in [0o640, 0o604, 0o660, 0o644, 0o610] {
            try mode(bits)
            let failure = #expect(throws: Failure.self) { try VisitorKey(file: path) }
            #expect(failure?.status == .noInput)
        }
        for bits in [0o600, 0o400] {
            try mode(bits)
            let key = try VisitorKey(file: path)
            #expect(!key.isPublic)
        }
        let short = try scratch.file("short", [UInt8](repeating: 7, count: 31))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: short)
        for path in [short, scratch.path("none"), scratch.url.path, "/dev/zero"] {
            let failure = #expect(throws: Failure.self) { try VisitorKey(file: path) }
            #expect(failure?.status == .noInput)
        }
    }
}

struct PersonalDataTests {
    @Test(arguments: [
        ("anna@example.com", true), ("mail bob@example.co.uk now", true), ("a%40b.fi", true),
        ("user:anna@example.com", true), ("@example.com", false), ("anna@", false), ("a@b", false),
        ("a@b.c", false), ("10@20.30", false), ("a@@b.com", false), ("", false), ("%40", false),
        ("x%4", false), ("me@exa..mple.com", false), ("price @ 3.50", false), ("ä@ö.fi", true),
        ("@scope/a@1.2.3", false), ("a@b.c.com", true),
    ])
    func emailsAreKnownByTheirShape(text: String, isEmail: Bool) {
        let found = PersonalData.holdsEmail(Array(text.utf8).span)
        #expect(found == isEmail)
    }

    @Test func theSearchIsLinear() {
        let text = [UInt8](repeating: 0x40, count: 1 << 20) + Array("a.b.".utf8)
        let dots = Array("a@".utf8) + [UInt8](repeating: 0x2E, count: 1 << 20)
        let labels = (0..<300_000).flatMap { _ in Array("a@1.".utf8) }
        let found = [
            PersonalData.holdsEmail(text.span), PersonalData.holdsEmail(dots.span),
            PersonalData.holdsEmail(labels.span),
        ]
        #expect(found == [false, false, false])
    }

    @Test(arguments: [
        ("email", true), ("user.E-Mail", true), ("properties.first_name", true), ("apiKey", true),
        ("emails", false), ("token.count", false), ("cardinal", false), ("", false), ("Auth", true),
    ])
    func namesOfPersonalPropertiesAreKnown(name: String, isPersonal: Bool) {
        let found = PersonalData.isPersonal(name: Array(name.utf8).span)
        #expect(found == isPersonal)
    }

    @Test(arguments: [
        ("/u/anna@example.com/orders", "/u/[redacted]/orders"), ("/a/b", "/a/b"), ("/", "/"),
        ("", ""),
        ("/anna%40example.com", "/[redacted]"), ("//x/", "//x/"),
    ])
    func segmentsWithEmailsAreRedacted(page: String, redacted: String) {
        var bytes: [UInt8] = []
        let isChanged = PersonalData.appendPage(Array(page.utf8).span, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == redacted)
        #expect(isChanged == (page != redacted))
    }
}

struct PropertyTextTests {
    @Test(arguments: [
        ("", ""), ("{\"a\":1}", "{\"a\":1}"),
        ("{\"email\":\"x\",\"n\":2}", "{\"email\":\"[redacted]\",\"n\":2}"),
        (
            "{\"a\":\"b@c.example\",\"z\":[1,{\"k\":\"]\"}]}",
            "{\"a\":\"[redacted]\",\"z\":[1,{\"k\":\"]\"}]}"
        ),
        ("{\"a\\\"b\":\"c\\\"d\"}", "{\"a\\\"b\":\"c\\\"d\"}"),
        ("{\"user.phone\":123}", "{\"user.phone\":\"[redacted]\"}"),
        ("{\"wanted.email\":\"q@r.example\"}", "{\"wanted.email\":\"q@r.example\"}"),
    ])
    func personalValuesAreHidden(object: String, hidden: String) {
        var text = PropertyText(named: ["wanted.email"])
        let bytes = Array(object.utf8)
        let changes = text.changes(bytes.span)
        #expect(changes == (object != hidden))
        var written: [UInt8] = []
        text.write(bytes.span, to: &written)
        #expect(String(decoding: written, as: UTF8.self) == hidden)
    }

    @Test(arguments: [
        ("GET /a?token=abc&b=1 HTTP/1.1", "GET /a?token=[redacted]&b=1 HTTP/1.1"),
        (
            #"{"user":{"email":"x","id":7},"pwd":12,"a":1}"#,
            #"{"user":{"email":"[redacted]","id":7},"pwd":[redacted],"a":1}"#
        ),
        (
            #"{"log":"{\"token\":\"abc\",\"a\":1}"}"#,
            #"{"log":"{\"token\":\"[redacted]\",\"a\":1}"}"#
        ),
        (#"{"password": "a\"b", "c": 2}"#, #"{"password": "[redacted]", "c": 2}"#),
        ("mail to anna@example.com now", "mail to [redacted] now"),
        ("no address, no token", "no address, no token"), ("token=", "token="),
    ])
    func messagesHideWhatIsPersonal(text: String, shown: String) {
        #expect(PersonalData.hidden(text) == shown)
    }

    @Test(arguments: [
        ("", "{\"bot\":\"list:a\\\\/\",\"click_id\":\"1\"}"),
        ("{\"a\":1,\"z\":2}", "{\"a\":1,\"bot\":\"list:a\\\\/\",\"click_id\":\"1\",\"z\":2}"),
        ("{\"bot\":true,\"c\":2}", "{\"bot\":\"list:a\\\\/\",\"c\":2,\"click_id\":\"1\"}"),
    ])
    func membersAreAddedInTheirPlace(object: String, expected: String) {
        var text = PropertyText(named: [])
        text.add("click_id", Array("1".utf8).span)
        text.add("bot", Array("list:a\\/".utf8).span)
        var written: [UInt8] = []
        text.write(Array(object.utf8).span, to: &written)
        #expect(String(decoding: written, as: UTF8.self) == expected)
    }

    @Test(arguments: [
        "{", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":\"", "{\"a\":[", "{\"a\":\"\\", "x",
    ])
    func aCutObjectDoesNotTrap(object: String) {
        var text = PropertyText(named: [])
        var written: [UInt8] = []
        text.write(Array(object.utf8).span, to: &written)
        #expect(written.count <= object.utf8.count + 2)
    }
}
