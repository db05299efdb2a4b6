import ByteIO
import Rows

/// What a name says of the place in a journey, in the words of shops and trackers.
enum JourneyRole: Equatable {
    case entry, product, cart, checkout, purchase, goal, support, account, error
    /// Files of pages, and events that trackers send by themselves.
    case asset, automatic
    case other

    /// The role of an event.
    init(event name: String) {
        if AutomaticEvent.isNamed(Array(name.utf8).span) {
            self = .automatic
            return
        }
        let words = NameWords(name)
        // Alone these are orders as events, and lists of orders or shops as pages.
        let isOrder = words.count == 1 && words.has("order", "buy", "sale", "conversion")
        self = isOrder ? .purchase : Self(words)
    }

    /// The role of a page, or of a template of pages.
    init(page: String) {
        let words = NameWords(page)
        if page == "/" {
            self = .entry
        } else if words.has("image", "img", "static", "asset", "media", "icon", "font", "file") {
            self = .asset
        } else {
            self = Self(words)
        }
    }

    /// The first that fits: what ends or undoes a step is told before the step itself.
    private init(_ words: NameWords) {
        if words.has(
            "error", "bug", "failed", "failure", "declined", "denied", "exception", "invalid",
            "rejected", "timeout")
        {
            self = .error
        } else if words.has(
            "refund", "refunded", "return", "cancel", "cancelled", "canceled", "remove", "removed",
            "abandon", "abandoned", "wishlist")
        {
            self = .other
        } else if words.has(
            "login", "logout", "signin", "signout", "password", "session", "account")
            || words.has("log", "sign") && words.has("in", "out")
        {
            self = .account
        } else if Self.isPurchase(words) {
            self = .purchase
        } else if words.has("support", "help", "faq") {
            self = .support
        } else if Self.isGoal(words) {
            self = .goal
        } else if words.has("checkout", "payment", "pay", "shipping", "billing", "kassa", "kasse")
            || words.has("order") && words.has("place", "confirm", "submit")
        {
            self = .checkout
        } else if words.has("cart", "basket", "bag", "ostoskori", "warenkorb", "panier", "carrito")
            || words.has("product", "item") && words.has("added")
        {
            self = .cart
        } else if words.has(
            "home", "search", "catalog", "category", "landing", "list", "collection")
            || words.has("searched", "categories", "catalogue")
        {
            self = .entry
        } else if words.has("product", "item", "detail", "sku", "tuote", "produkt", "produit")
            || words.has("view") && words.has("content")
        {
            self = .product
        } else {
            self = .other
        }
    }

    private static func isPurchase(_ words: NameWords) -> Bool {
        words.has(
            "purchase", "purchased", "transaction", "thank", "thankyou", "confirmation", "receipt",
            "success", "successful", "kiitos", "danke", "merci", "gracias", "grazie", "obrigado",
            "tack")
            || words.has("order", "checkout", "payment", "booking") && !words.has("step")
                && words.has(
                    "complete", "completed", "placed", "received", "paid", "succeeded", "confirmed",
                    "created", "done", "finished")
    }

    private static func isGoal(_ words: NameWords) -> Bool {
        words.has(
            "signup", "register", "registered", "registration", "subscribe", "subscribed",
            "subscription", "lead", "trial", "donate", "donation", "booking", "apply",
            "application",
            "demo", "quote", "newsletter", "contact")
            || words.has("sign") && words.has("up")
    }

    var stage: String? {
        switch self {
        case .entry: "interest"
        case .product: "comparison"
        case .cart, .checkout, .purchase, .goal: "purchase"
        case .support: "support"
        case .account, .error, .asset, .automatic, .other: nil
        }
    }
}

/// The words of a name in lower case: `Order Completed`, `order-completed` and `orderCompleted` are two.
struct NameWords {
    private var words: [String] = []

    var count: Int { words.count }

    init(_ name: String) {
        var word = ""
        var wasLower = false
        for scalar in name.unicodeScalars {
            let isLetter = scalar.properties.isAlphabetic
            if !isLetter || wasLower && scalar.properties.isUppercase {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if isLetter { word += scalar.properties.lowercaseMapping }
            wasLower = scalar.properties.isLowercase
        }
        if !word.isEmpty { words.append(word) }
    }

    /// Whether one of them is a word: also with an `s`, and the longer ones, such as `checkout`, as the end of a compound.
    func has(_ wanted: String...) -> Bool {
        words.contains { word in
            wanted.contains {
                word == $0 || word == $0 + "s"
                    || ($0.count > 5 || $0 == "cart") && word.hasSuffix($0)
            }
        }
    }
}
