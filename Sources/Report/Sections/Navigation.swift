// The bar that stays in sight: every section, and back to the top.
extension Page {
    func navigation(into html: inout HTML) {
        html.element("nav", .label(words.text(.sections))) { html in
            html.element("ul") { html in
                html.element("li") { $0.say(.toTheTop, in: "a", .link(Anchor("top"))) }
                for section in PageSection.allCases.dropFirst() {
                    html.element("li") { $0.say(section.title, in: "a", .link(section.anchor)) }
                }
            }
        }
        html.lineBreak()
    }
}
