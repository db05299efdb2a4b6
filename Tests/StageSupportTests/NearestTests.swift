import Testing

@testable import StageSupport

struct NearestTests {
    /// Nearest by edits, case aside, at most a third of the length; then what holds the text or is a part of it.
    @Test(arguments: [
        ("purchse", ["purchase"]), ("PURCHASE", ["purchase"]), ("buy", []),
        ("cart", ["carts", "add_to_cart"]), ("product_view", ["product_views", "product_list"]),
        ("order_purchase_done", ["purchase"]), ("pu", []), ("", []), ("hmoe", ["home"]),
    ])
    func namesThatMayBeMeant(text: String, names: [String]) {
        let known = [
            "purchase", "add_to_cart", "carts", "product_views", "product_list", "home", "search",
        ]
        #expect(Nearest.names(to: text, among: known) == names)
    }

    @Test func threeAreEnough() {
        let known = ["step_5", "step_1", "step_4", "step_2"]
        #expect(Nearest.names(to: "step_3", among: known) == ["step_1", "step_2", "step_4"])
    }

    @Test(arguments: [
        ([], ""), (["a"], "; did you mean 'a'?"), (["a", "b"], "; did you mean 'a' or 'b'?"),
        (["a", "b", "c"], "; did you mean 'a', 'b' or 'c'?"),
    ])
    func theyAreAskedFor(names: [String], question: String) {
        #expect(Nearest.question(names) == question)
    }
}
