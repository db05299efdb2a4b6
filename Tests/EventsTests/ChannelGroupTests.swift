import Foundation
import TestSupport
import Testing
import Rows

@testable import Events

struct ChannelGroupTests {
    /// A fixture's event, its URL taken apart by Foundation.
    struct Case: CustomTestStringConvertible, Sendable {
        var id = ""
        var source = ""
        var medium = ""
        var campaign = ""
        var click: String?
        var site = ""
        var host = ""
        var own: [String] = []
        var event = "page_view"
        var expected = ""
        var testDescription: String { id }

        init(_ fields: [String: Any]) {
            let input = fields["input"] as? [String: String] ?? [:]
            id = fields["id"] as? String ?? ""
            expected = fields["expected"] as? String ?? "?"
            source = input["source"] ?? ""
            medium = input["medium"] ?? ""
            campaign = input["campaign"] ?? ""
            event = input["event"] ?? "page_view"
            let url = URLComponents(string: input["page_url"] ?? "")
            site = url?.host ?? ""
            for item in url?.queryItems ?? [] {
                switch item.name {
                case "utm_source": source = item.value ?? ""
                case "utm_medium": medium = item.value ?? ""
                case "utm_campaign": campaign = item.value ?? ""
                default: click = click ?? (item.name.hasSuffix("id") ? item.name : nil)
                }
            }
            host = URLComponents(string: input["referrer"] ?? "")?.host ?? ""
            let arguments = fields["args"] as? [String] ?? []
            if arguments.first == "--site" { own = [arguments[1]] }
        }
    }

    static let cases = (try? Fixture.cases("ingest/channels.json"))?.map { Case($0) } ?? []

    @Test func thereAreCases() { #expect(Self.cases.count == 63) }

    @Test(arguments: cases)
    func fixtureGivesItsChannel(_ test: Case) {
        let rule = ReferrerRule(own: test.own)
        let host = Array(test.host.utf8)
        let isOwn = rule.isOwn(host: host.span, site: Array(test.site.utf8).span)
        var group = ChannelGroup()
        for _ in 0..<2 {
            #expect(Self.channel(test, &group, isOwn) == test.expected)
        }
    }

    private static func channel(_ test: Case, _ group: inout ChannelGroup, _ isOwn: Bool) -> String
    {
        let networks: [String: ClickNetwork] = [
            "gclid": .google, "gbraid": .google, "wbraid": .google, "msclkid": .microsoft,
            "dclid": .display, "fbclid": .facebook, "ttclid": .tiktok, "li_fat_id": .linkedin,
        ]
        let click = test.click.flatMap { networks[$0] }
        let host: [UInt8] = isOwn ? [] : Array(test.host.utf8)
        let referrer: ChannelGroup.Referrer =
            isOwn ? .own : test.host.isEmpty ? .none : .external
        let (source, medium) = (Array(test.source.utf8), Array(test.medium.utf8))
        let campaign = Array(test.campaign.utf8)
        let channel = group.channel(
            source: source.span, medium: medium.span, campaign: campaign.span, click: click,
            referrer: referrer, host: host.span, isPageView: test.event == "page_view")
        return channel.map { "\($0.name)" } ?? ""
    }

    static let members: [(String, SourceCategories.Membership)] = [
        ("google.co.uk", .search), ("www.bing.com", .search),
        ("facebook", .social), ("m.facebook.com", .social), ("etsy.com", .shopping),
        ("youtube.com", .video), ("example.com", []), ("", []), ("notgoogle.com", []),
        ("google shopping", .shopping),
    ]

    @Test(arguments: members)
    func listsHoldASource(name: String, lists: SourceCategories.Membership) {
        let found = SourceCategories.membership(of: Array(name.utf8).span)
        #expect(found == lists)
    }

    @Test(arguments: [
        ("In-store", "in_store"), ("Paid Search", "paid_search"), ("--Phone!", "phone"),
        ("a__b", "a_b"), ("", ""), ("Käynti", "käynti"),
    ])
    func aLoggedChannelIsInSnakeCase(logged: String, name: String) {
        var bytes: [UInt8] = []
        Channel.appendSnakeCase(Array(logged.utf8).span, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == name)
    }

    @Test(arguments: [
        ("eshop-1", true), ("workshop", false), ("shop", true), ("web shop", true),
        ("my-shopping", true), ("myshop shop", true), ("sho", false),
    ])
    func aCampaignIsAShops(campaign: String, isShop: Bool) {
        let evidence = ChannelEvidence(source: [], medium: [], campaign: Array(campaign.utf8))
        #expect((evidence.channel == .organicShopping) == isShop)
    }

    @Test func theCacheForgetsAndAnswersTheSame() {
        var group = ChannelGroup()
        for number in 0..<10_000 {
            let campaign = Array("c\(number)".utf8)
            let google = Array("google".utf8)
            let none: [UInt8] = []
            let channel = group.channel(
                source: google.span, medium: none.span, campaign: campaign.span, click: nil,
                referrer: .none, host: none.span, isPageView: true)
            #expect(channel == .organicSearch)
        }
    }
}

struct ReferrerRuleTests {
    @Test(arguments: [
        ("shop.example.com", "shop.example.com", true), ("www.example.com", "example.com", true),
        ("example.com", "shop.example.com", true), ("pay.shop.example.com", "example.com", true),
        ("myexample.com", "example.com", false), ("example.com", "", false),
        ("blog.example.com", "shop.example.com", false), ("pay.example.net", "", true),
        ("www.pay.example.net", "x.org", true), ("www.", "www.", false),
    ])
    func ownReferrersAreKnown(host: String, site: String, isOwn: Bool) {
        let rule = ReferrerRule(own: ["Pay.Example.net"])
        let found = rule.isOwn(host: Array(host.utf8).span, site: Array(site.utf8).span)
        #expect(found == isOwn)
    }
}
