"""The shop: what it sells, and which touchpoints it has."""

from __future__ import annotations

from typing import List, NamedTuple

HOST = "shop.example"
URL = "https://" + HOST


class Product(NamedTuple):
    sku: str
    category: str
    name: str
    cents: int
    price: str


def money(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


THINGS = {
    "bikes": ("Saddle", "Pump", "Helmet"),
    "chairs": ("Stool", "Armchair", "Bench"),
    "coats": ("Parka", "Raincoat", "Anorak"),
    "coffee": ("Grinder", "Kettle", "Filter"),
    "lamps": ("Desk lamp", "Lantern", "Torch"),
    "radios": ("Radio", "Speaker", "Aerial"),
    "shoes": ("Boot", "Runner", "Sandal"),
    "tents": ("Tent", "Sleeping bag", "Stove"),
}
CATEGORIES = list(THINGS)
MODELS = ("Aino", "Birger", "Cecilia", "Davi", "Elin", "Fero", "Gerda", "Hugo", "Ilse", "Jarl")


def _catalogue() -> List[Product]:
    products = []
    for number in range(320):
        category = CATEGORIES[number % len(CATEGORIES)]
        thing = THINGS[category][number // len(CATEGORIES) % 3]
        cents = number * 3701 % 19000 + 990
        name = f"{thing} {MODELS[number // 24 % len(MODELS)]}"
        products.append(Product(f"P{1000 + number}", category, name, cents, money(cents)))
    return products


PRODUCTS = _catalogue()
SEARCHES = [word for name in CATEGORIES for word in (name, "blue " + name, name + " sale")]
EMPTY_SEARCHES = ["gift wrp", "snowbord", "cofee grindr", "size 52", "zeppelin"]
HELP_TOPICS = ["delivery", "payment", "sizes", "warranty", "returns"]


class Touch:
    """One kind of touchpoint, as the tracker and the web server log it."""

    __slots__ = ("type", "name", "method", "status", "channel")

    def __init__(self, type: str, name: str, request: str = "", channel: str = "") -> None:
        self.type = type  # Segment's call: page, track or identify
        self.name = name  # the page's title, or the event's name
        # Empty where no web request is made.
        self.method, _, self.status = request.partition(" ")
        self.channel = channel  # of a contact that is not made on the site


def _page(title: str) -> Touch:
    return Touch("page", title, "GET 200")


def _action(name: str, request: str = "POST 200") -> Touch:
    return Touch("track", name, request)


def _contact(name: str, channel: str) -> Touch:
    return Touch("track", name, channel=channel)


ADVERT = _action("advert_click", "GET 302")
EMAIL_OPEN = _contact("email_open", "email")
LANDING = _page("Offer")

HOME = _page("Home")
CATEGORY = _page("Category")
GUIDE = _page("Guide")
SEARCH = _action("search", "GET 200")
EMPTY_SEARCH = _action("search", "GET 200")
STORE_VISIT = _contact("store_visit", "store")

PRODUCT = _page("Product")
REVIEWS = _page("Reviews")
COMPARE = _page("Compare")
WISH = _action("wishlist_add")

ADD = _action("add_to_cart")
CART = _page("Cart")
CHECKOUT = _page("Checkout")
COUPON_REJECTED = _action("coupon_rejected")
SHIPPING = _page("Shipping")
PAYMENT = _page("Payment")
DECLINED = _action("payment_declined", "POST 402")
BANK = _page("Bank confirmation")
PURCHASE = _action("purchase", "GET 200")
STORE_PURCHASE = _contact("store_purchase", "store")

ORDER = _page("Order")
INVOICE = _page("Invoice")
MANUAL = _page("Manual")
HELP = _page("Help")
CHAT = _action("support_chat")
CHAT_REPLY = _contact("support_reply", "chat")
PHONE = _contact("phone_call", "phone")
PHONE_REPLY = _contact("support_reply", "phone")
FEEDBACK = _action("feedback")

REORDER = _action("reorder")
RETURN = _page("Return")
REFUND = _contact("refund", "email")
REVIEW = _action("review_written")
REFERRAL = _action("referral_sent")

LOGIN = Touch("identify", "", "POST 200")
ERROR = _action("error_shown", "GET 404")
