import Foundation
import TestSupport
import Testing

@testable import Events

/// `ingest init` on logs as servers write them: the file passes `funnelstats check`, every rule of it matches, and its
/// funnel ends in a conversion and counts what a hand counts.
struct JourneyDraftTests {
    /// A site, and the requests of its visitors in the order in which they come.
    struct Site: CustomTestStringConvertible, Sendable {
        let testDescription: String
        /// `METHOD PATH STATUS`, of one visitor a line.
        let visits: [String]
        let steps: String
        let conversion: String
        /// Customers at each step.
        let reached: [String]
        let isGuess: Bool
    }

    private static let shopper =
        "GET / 200,GET /category/shoes/ 200,GET /product/red-shoe-4711/ 200"

    static let sites = [
        // Django, Rails and PHP shops: each form answers 302 with the next page.
        Site(
            testDescription: "a shop without a page of thanks",
            visits: [
                shopper,
                shopper + ",POST /cart/add/4711 302,GET /cart/ 200",
                shopper + ",POST /cart/add/4712 302,GET /cart/ 200,GET /checkout/ 200",
                shopper + ",POST /cart/add/4713 302,GET /cart/ 200,GET /checkout/ 200"
                    + ",POST /checkout/ 200,POST /checkout/ 302,GET /order/900/ 200",
                shopper + ",GET /cart/ 200,POST /login 302",
            ],
            steps: #"["product", "cart", "checkout", "checkout_sent"]"#,
            conversion: #"event = "redirect", page = "/checkout/", props.method = "POST""#,
            reached: ["5", "4", "2", "1"], isGuess: false),
        // WooCommerce.
        Site(
            testDescription: "a page that says the order is received",
            visits: [
                "GET /product/red-shoe/ 200,GET /product/blue-hat/ 200,POST /cart/ 302,GET /cart/ 200",
                "GET /product/red-shoe/ 200,GET /cart/ 200,GET /checkout/ 200"
                    + ",GET /checkout/order-received/991/ 200",
                "GET /product/green-bag/ 200,GET /cart/ 200,GET /checkout/ 200"
                    + ",GET /checkout/order-received/992/ 200,GET /my-account/orders/ 200",
            ],
            steps: #"["product", "cart", "checkout", "checkout_order_received"]"#,
            conversion: #"event = "page_view", page = "/checkout/order-received/*/""#,
            reached: ["3", "3", "2", "2"], isGuess: false),
        Site(
            testDescription: "a form to sign up",
            visits: [
                "GET / 200,GET /pricing 200",
                "GET / 200,GET /signup 200",
                "GET /pricing 200,GET /signup 200,POST /signup 303,GET /welcome 200",
                // 308 sends the form elsewhere.
                "GET /signup 200,POST /signup 308",
            ],
            steps: #"["signup", "signup_sent"]"#,
            conversion: #"event = "redirect", page = "/signup", props.method = "POST""#,
            reached: ["3", "2"], isGuess: false),
        Site(
            testDescription: "steps with numbers, and a shop in two languages",
            visits: [
                "GET /en/products/12 200,GET /en/basket 200,GET /checkout/step/1 200"
                    + ",GET /checkout/step/2 200,POST /checkout/place-order 302",
                "GET /de/products/13 200,GET /de/products/12 200,GET /de/basket 200",
                "GET /en/products/12 200,GET /en/basket 200,GET /checkout/step/1 200",
                "GET /en/products/14 200",
            ],
            steps: #"["en_products", "en_basket", "checkout_step_1", "checkout_place_order_sent"]"#,
            conversion:
                #"event = "redirect", page = "/checkout/place-order", props.method = "POST""#,
            reached: ["3", "2", "2", "1"], isGuess: false),
        Site(
            testDescription: "a site that sells nothing",
            visits: [
                "GET / 200,GET /blog/2024/05/a-title 200,GET /blog/2024/06/another 200",
                "GET /blog/2025/01/third 200,POST /login 302", "GET / 200,GET /about 200",
            ],
            steps: #"["home", "blog"]"#, conversion: #"event = "page_view", page = "/blog/*/*/*""#,
            reached: ["2", "1"], isGuess: true),
    ]

    /// Lines of `combined`, each visitor with an address of its own, a request a second.
    private static func log(_ site: Site) -> String {
        var lines = ""
        for (visitor, visit) in site.visits.enumerated() {
            for (second, request) in visit.split(separator: ",").enumerated() {
                let words = request.split(separator: " ")
                lines +=
                    "203.0.113.\(visitor + 1) - - [02/Mar/2026:1\(visitor):00:\(second + 10) +0000] "
                    + "\"\(words[0]) \(words[1]) HTTP/1.1\" \(words[2]) 512 \"-\" "
                    + "\"Mozilla/5.0 (X11; Linux x86_64; rv:125.0) Gecko/20100101 Firefox/125.0\"\n"
            }
        }
        return lines
    }

    @Test(arguments: sites)
    func theDraftIsAJourneyThatEndsInAConversion(site: Site) throws {
        let scratch = try Scratch()
        _ = try scratch.file("a.log", Self.log(site).utf8)
        let run = try Program.shell(
            "ingest init a.log > j.toml && ingest -q a.log | sessionize -q -o p.tsv && "
                + "funnelstats check --journey j.toml p.tsv > check.txt && cat j.toml check.txt && "
                + "funnelstats -q --journey j.toml p.tsv > funnel.csv",
            in: scratch)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.text.contains("steps = \(site.steps)\n"), "\(run.text)")
        #expect(
            run.text.contains("kind = \"conversion\"\nmatch = [{ \(site.conversion) }]\n"),
            "\(run.text)")
        #expect(run.text.matches(of: /kind = "conversion"/).count == 1)
        #expect(!run.text.contains("no row matches"), "\(run.text)")
        #expect(run.text.contains("No name tells of a conversion") == site.isGuess)
        let rows = try csvRows(scratch.url.appending(path: "funnel.csv").path)
        #expect(rows.map { $0["reached"] } == site.reached)
    }

    /// Events are rare where they matter: the purchase is not cut off behind thirty more frequent ones, and a page of
    /// thanks behind it does not count it twice.
    @Test func aPurchaseIsNotTooRareToBeThere() throws {
        var lines = ""
        for number in 0..<40 {
            for copy in 0..<3 {
                lines +=
                    #"{"time":"2026-03-02T10:\#(10 + number):0\#(copy)Z","visitor":"v\#(copy)","event":"click_\#(String(UnicodeScalar(UInt8(97 + number % 26))))\#(number)"}"#
                    + "\n"
            }
        }
        lines += """
            {"time":"2026-03-02T11:00:00Z","visitor":"v1","event":"page_view","page":"/products/7"}
            {"time":"2026-03-02T11:00:01Z","visitor":"v1","event":"Product Added","page":"/products/7"}
            {"time":"2026-03-02T11:00:02Z","visitor":"v1","event":"Order Completed","page":"/checkout/thanks"}
            {"time":"2026-03-02T11:00:03Z","visitor":"v1","event":"page_view","page":"/checkout/thanks"}
            {"time":"2026-03-02T11:00:04Z","visitor":"v1","event":"Order Refunded"}
            {"time":"2026-03-02T11:00:05Z","visitor":"v1","event":"payment_failed"}

            """
        let result = try Program("ingest").run(["init", "-"], input: Data(lines.utf8))
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.text.contains(#"steps = ["products", "Product Added", "Order Completed"]"#))
        #expect(result.text.matches(of: /kind = "conversion"/).count == 1)
        #expect(result.text.contains("name = \"payment_failed\"\nkind = \"error\""))
    }

    /// Pages, each with how often it came, and what they are folded to. Forms of the pages: WordPress, Shopify, Magento,
    /// Rails, Next.js, and the logs of `Tests/Fixtures/data`.
    @Test(
        arguments: [
            (["/product/123", "/product/124"], ["/product/*"]),
            (["/product/red-shoe", "/product/blue-hat"], ["/product/*"]),
            (["/product/red-shoe"], ["/product/red-shoe"]),
            (["/product/P17", "/product/P17/reviews"], ["/product/*", "/product/*/reviews"]),
            (["/products/cart", "/products/7"], ["/products/*", "/products/cart"]),
            (["/product-12.html", "/product-477.html"], ["/product-*.html"]),
            (["/missions/sts-69", "/missions/sts-70"], ["/missions/sts-*"]),
            (["/m/b12", "/m/b2%2Cp1", "/m/b3%2Cp4"], ["/m/*"]),
            (["/m/b12", "/m/b13", "/m/4711"], ["/m/b*", "/m/*"]),
            (["/category/a", "/category/b", "/category/c"], ["/category/*"]),
            (["/checkout/1", "/checkout/2"], ["/checkout/1", "/checkout/2"]),
            (
                [
                    "/checkout/cart", "/checkout/shipping", "/checkout/payment", "/checkout/coupon",
                    "/checkout/login", "/checkout/thanks",
                ],
                [
                    "/checkout/cart", "/checkout/coupon", "/checkout/login", "/checkout/payment",
                    "/checkout/shipping", "/checkout/thanks",
                ]
            ),
            (
                ["/help/a", "/help/b", "/help/c", "/help/d", "/help/e"],
                ["/help/a", "/help/b", "/help/c", "/help/d", "/help/e"]
            ),
            (["/help/a", "/help/b", "/help/c", "/help/d", "/help/e", "/help/f"], ["/help/*"]),
            (
                [
                    "/help/a", "/help/b", "/help/c", "/help/d", "/help/e", "/help/f",
                    "/help/contact", "/help/",
                ], ["/help/*", "/help/", "/help/contact"]
            ),
            (["/blog/2024/05/a", "/blog/2024/06/b", "/blog/2024/"], ["/blog/**"]),
            (["/u/4f6e1334b", "/u/5becdf20c"], ["/u/*"]),
            (
                ["/en/product/1", "/en/cart", "/fi/cart"],
                ["/en/cart", "/en/product/*", "/fi/cart"]
            ),
            (["/v1/orders/17", "/v1/users/9"], ["/v1/orders/*", "/v1/users/*"]),
            (["/a%20b", "/c"], ["/*", "/c"]),
            (["/", "/"], ["/"]),
        ] as [([String], [String])])
    func pagesAreFolded(pages: [String], templates: [String]) {
        var tree = PageTree()
        for page in pages { tree.add(Array(page.utf8).span) }
        let found = tree.templates()
        #expect(Set(found.map(\.template)) == Set(templates), "\(found)")
        #expect(found.reduce(0) { $0 + $1.count } == pages.count)
    }

    /// Two hundred titles at the root hide neither the parts of a shop nor its sections.
    @Test func titlesAtTheRootAreOneTemplate() {
        var tree = PageTree()
        for number in 0..<200 {
            let title = String(number, radix: 26).map {
                String(UnicodeScalar(97 + ($0.hexDigitValue ?? 3))!)
            }
            tree.add(Array("/title-\(title.joined())-of-a-post\(number % 7)/".utf8).span)
        }
        for page in ["/cart/", "/checkout/", "/product/a/", "/product/b/", "/order-received/17"] {
            tree.add(Array(page.utf8).span)
        }
        let found = Set(tree.templates().map(\.template))
        #expect(
            found == ["/*/", "/cart/", "/checkout/", "/product/*/", "/order-received/*"], "\(found)"
        )
    }

    @Test(arguments: [
        ("Order Completed", "purchase"), ("checkout_completed", "purchase"),
        ("purchase", "purchase"),
        ("InAppPurchase", "purchase"), ("orders", "purchase"), ("transaction", "purchase"),
        ("Checkout Step Completed", "checkout"), ("begin_checkout", "checkout"),
        ("add_payment_info", "checkout"), ("Product Added", "cart"), ("add_to_cart", "cart"),
        ("AddToCart", "cart"), ("addtocart", "cart"), ("cart_viewed", "cart"),
        ("remove_from_cart", "other"), ("Product Added to Wishlist", "other"),
        ("Order Refunded", "other"), ("Order Cancelled", "other"), ("view_item", "product"),
        ("ViewContent", "product"), ("Product Viewed", "product"), ("Product List Viewed", "entry"),
        ("view_item_list", "entry"), ("Products Searched", "entry"), ("sign_up", "goal"),
        ("Signed Up", "other"), ("payment_declined", "error"), ("purchase_failed", "error"),
        ("login", "account"), ("session_start", "automatic"), ("cartoon_viewed", "other"),
        ("support_chat", "support"),
    ])
    func eventsHaveTheirRoles(event: String, role: String) {
        #expect("\(JourneyRole(event: event))" == role)
    }

    @Test(arguments: [
        ("/", "entry"), ("/product/*", "product"), ("/cart", "cart"), ("/shopping-cart", "cart"),
        ("/checkout/payment", "checkout"), ("/checkout/thanks", "purchase"),
        ("/kiitos", "purchase"),
        ("/checkout/confirm", "checkout"), ("/order-received/*", "purchase"),
        ("/checkout/onepage/success", "purchase"), ("/orders/*", "other"), ("/login", "account"),
        ("/account/orders", "account"), ("/help/payment", "support"), ("/contact", "goal"),
        ("/image/*/productModel", "asset"), ("/static/cart.html", "asset"), ("/warenkorb", "cart"),
        ("/about", "other"),
    ])
    func pagesHaveTheirRoles(page: String, role: String) {
        #expect("\(JourneyRole(page: page))" == role)
    }
}
