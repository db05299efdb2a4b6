"""One visit: a Markov chain over the pages, and the checkout with the planted friction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List

from make_data import shop
from make_data.dice import weighted
from make_data.rows import HOUR, MINUTE, SECOND, Row
from make_data.shop import PRODUCTS, Touch, money
from make_data.visitors import Device, Entry

if TYPE_CHECKING:
    from make_data.customer import Customer

#: The planted friction: the share of payment attempts that do not end in a purchase.
DECLINED_SHARE = 0.20
LOSS = {"accepted": 0.20, "declined": 0.55}
#: Rejected coupons are planted without an effect: the step after them is as likely.
COUPON_REJECTED_SHARE = 0.15


EXIT, TO_CHECKOUT = Touch("", "exit"), Touch("", "to checkout")
#: Where a visitor goes from each place; weights of 100.
NEXT: Dict[Touch, List[Touch]] = {
    shop.LANDING: weighted(
        (23, shop.PRODUCT), (18, shop.CATEGORY), (7, shop.SEARCH), (1, shop.EMPTY_SEARCH),
        (4, shop.HOME), (47, EXIT)),
    shop.HOME: weighted(
        (30, shop.CATEGORY), (20, shop.SEARCH), (2, shop.EMPTY_SEARCH), (18, shop.PRODUCT),
        (4, shop.GUIDE), (26, EXIT)),
    shop.CATEGORY: weighted(
        (48, shop.PRODUCT), (12, shop.CATEGORY), (7, shop.SEARCH), (1, shop.EMPTY_SEARCH),
        (4, shop.HOME), (3, shop.GUIDE), (25, EXIT)),
    shop.GUIDE: weighted(
        (20, shop.PRODUCT), (13, shop.GUIDE), (14, shop.CATEGORY), (8, shop.HOME), (45, EXIT)),
    shop.SEARCH: weighted(
        (46, shop.PRODUCT), (12, shop.SEARCH), (2, shop.EMPTY_SEARCH), (10, shop.CATEGORY),
        (30, EXIT)),
    shop.EMPTY_SEARCH: weighted(
        (40, shop.SEARCH), (6, shop.EMPTY_SEARCH), (16, shop.CATEGORY), (38, EXIT)),
    shop.PRODUCT: weighted(
        (14, shop.ADD), (9, shop.REVIEWS), (6, shop.COMPARE), (4, shop.WISH), (18, shop.PRODUCT),
        (11, shop.CATEGORY), (6, shop.SEARCH), (32, EXIT)),
    shop.REVIEWS: weighted((28, shop.PRODUCT), (22, shop.ADD), (16, shop.CATEGORY), (34, EXIT)),
    shop.COMPARE: weighted((43, shop.PRODUCT), (22, shop.ADD), (13, shop.CATEGORY), (22, EXIT)),
    shop.WISH: weighted((42, shop.PRODUCT), (24, shop.CATEGORY), (34, EXIT)),
    shop.ADD: weighted((54, shop.CART), (20, shop.PRODUCT), (9, shop.CATEGORY), (17, EXIT)),
    shop.CART: weighted((56, TO_CHECKOUT), (13, shop.PRODUCT), (7, shop.CATEGORY), (24, EXIT)),
}


class Visit:
    """One visit on one device: a clock, the page before, and the rows that it adds."""

    def __init__(self, customer: Customer, device: Device, time: int, entry: Entry) -> None:
        self.customer, self.device, self.time, self.entry = customer, device, time, entry
        self.dice = customer.dice
        self.referrer = entry.referrer
        self.product = self.dice.skewed(PRODUCTS)

    def see(
        self, touch: Touch, path: str, query: str = "", props: str = "", campaign: str = ""
    ) -> None:
        """Adds a row and moves the clock on: half a minute in the middle, five at most."""
        customer = self.customer
        user = customer.user if self.device in customer.logged_in else ""
        customer.rows.append(
            Row(self.time, touch, self.device, user, path, query, self.referrer, campaign, props))
        if touch.type == "page":
            self.referrer = shop.URL + path
        share = self.dice.share()
        self.time += 1500 + int(share * 20_000) + int(share * share * share * share * 240_000)

    def end(self) -> None:
        self.customer.free_at = self.time + 36 * MINUTE

    def log_in(self) -> None:
        if self.device not in self.customer.logged_in:
            self.customer.logged_in.append(self.device)
        self.see(shop.LOGIN, "/login")

    def wander(self) -> None:
        """Browses from the entry to an exit or through the checkout."""
        place = self.arrive()
        pick = self.dice.pick
        while True:
            place = pick(NEXT[place])
            if place is TO_CHECKOUT:
                return self.check_out()
            if place is EXIT or self.time > self.customer.period.end - HOUR:
                return self.end()
            self.interrupt()
            self.go(place)

    def arrive(self) -> Touch:
        entry = self.entry
        if entry.is_advert:
            clicked = self.time
            self.see(
                shop.ADVERT, "/go", entry.query, f'"ad":"{self.dice.bits(6)}"', entry.campaign)
            self.time = clicked + 300 + self.dice.below(900)
        self.go(entry.page, entry.query, entry.campaign)
        return entry.page

    def interrupt(self) -> None:
        """Now and then an error page, a pause or impatient clicks, all without an effect."""
        share = self.dice.share()
        if share > 0.012:
            return
        if share < 0.004:
            self.see(shop.ERROR, "/old-link", props='"code":404')
        elif share < 0.008:
            self.time += 8 * MINUTE + self.dice.below(60 * MINUTE)
        else:
            for _ in range(3):
                clicked = self.time
                self.see(shop.HOME, "/")
                self.time = clicked + 400 + self.dice.below(500)

    def go(self, place: Touch, query: str = "", campaign: str = "") -> None:
        dice = self.dice
        if place is shop.PRODUCT:
            self.product = product = dice.skewed(PRODUCTS)
            props = (
                f'"sku":"{product.sku}","category":"{product.category}","price":{product.price}')
            self.see(place, "/product/" + product.sku, query, props, campaign)
        elif place is shop.CATEGORY:
            name = dice.pick(shop.CATEGORIES)
            self.see(place, "/category/" + name, query, f'"category":"{name}"', campaign)
        elif place is shop.SEARCH or place is shop.EMPTY_SEARCH:
            self.search(place)
        elif place is shop.ADD:
            self.add()
        elif place is shop.CART:
            self.see(place, "/cart", props=self.total())
        else:
            self.see(place, self.path(place), query, campaign=campaign)

    def path(self, place: Touch) -> str:
        if place is shop.LANDING:
            return f"/offers/{1 + self.dice.below(6)}"
        if place is shop.GUIDE:
            return f"/guides/{1 + self.dice.below(40)}"
        if place is shop.REVIEWS:
            return f"/product/{self.product.sku}/reviews"
        return "/compare" if place is shop.COMPARE else "/wishlist" if place is shop.WISH else "/"

    def search(self, place: Touch) -> None:
        is_empty = place is shop.EMPTY_SEARCH
        text = self.dice.pick(shop.EMPTY_SEARCHES if is_empty else shop.SEARCHES)
        count = 0 if is_empty else 1 + self.dice.below(60)
        self.see(
            place, "/search", "?q=" + text.replace(" ", "+"), f'"q":"{text}","results":{count}')

    def add(self) -> None:
        product = self.product
        self.customer.cart.append(product)
        self.customer.cart_time = self.time
        self.see(
            shop.ADD, "/cart/items",
            props=f'"sku":"{product.sku}","price":{product.price},"quantity":1')

    def total(self) -> str:
        cart = self.customer.cart
        return f'"items":{len(cart)},"amount":{money(sum(product.cents for product in cart))}'

    def check_out(self) -> None:
        """From the checkout on: whether they go on is decided before a coupon can be rejected."""
        dice, customer = self.dice, self.customer
        if not customer.may_buy or self.time > customer.period.end - HOUR:
            return self.end()
        if customer.user and self.device not in customer.logged_in:
            self.log_in()
        goes_on = dice.share() < 0.7
        self.see(shop.CHECKOUT, "/checkout", props=self.total())
        if dice.share() < COUPON_REJECTED_SHARE:
            self.see(shop.COUPON_REJECTED, "/checkout/coupon", props='"code":"BLACK20"')
        self.see(shop.SHIPPING, "/checkout/shipping", props='"method":"parcel"')
        if goes_on:
            self.pay()
        self.end()

    def pay(self) -> None:
        """The row after the payment page tells whether the attempt was declined."""
        dice = self.dice
        attempt = self.customer.pay(dice.share() < DECLINED_SHARE)
        self.see(shop.PAYMENT, "/checkout/payment", props='"method":"card"')
        if attempt.is_declined:
            self.see(shop.DECLINED, "/checkout/payment", props='"reason":"card_declined"')
            self.time += 6 * SECOND
            if not attempt.is_lost:
                self.see(shop.PAYMENT, "/checkout/payment", props='"method":"invoice"')
        if not attempt.is_declined or not attempt.is_lost:
            self.see(shop.BANK, "/checkout/confirm")
        if not attempt.is_lost:
            self.purchase()

    def purchase(self) -> None:
        customer = self.customer
        cart = customer.cart
        order = f"{self.dice.bits(36):09x}"
        is_repeat = "true" if customer.orders else "false"
        self.see(
            shop.PURCHASE, "/checkout/thanks",
            props=f'"order_id":"{order}","sku":"{cart[-1].sku}","quantity":{len(cart)},'
            f'"total":{money(sum(product.cents for product in cart))},"currency":"EUR",'
            f'"repeat":{is_repeat}')
        customer.has_bought(self.time, order, cart[-1])
