"""One customer: visits over some weeks, purchases, and what comes after."""

from __future__ import annotations

import heapq
from typing import Callable, List, Optional, Tuple

from make_data import shop
from make_data.after_purchase import AfterPurchase
from make_data.dice import Dice, weighted
from make_data.rows import DAY, HOUR, MINUTE, SECOND, Attempt, Period, Row
from make_data.shop import PRODUCTS, Product, Touch
from make_data.visit import LOSS, Visit
from make_data.visitors import ENTRIES, NEWSLETTER, Device, Entry

VISITS = weighted((74, 1), (13, 2), (7, 3), (3, 4), (2, 5), (1, 7))
HOURS = weighted(*zip(
    (2, 1, 1, 1, 2, 3, 5, 6, 7, 8, 8, 9, 9, 8, 8, 9, 10, 12, 13, 12, 9, 6, 4, 3), range(24)))


class Customer:
    """Makes the rows of one customer in `rows`, and its payment attempts in `attempts`."""

    def __init__(self, dice: Dice, user: str, devices: List[Device], period: Period) -> None:
        self.dice, self.user, self.devices, self.period = dice, user, devices, period
        self.rows: List[Row] = []
        self.attempts: List[Attempt] = []
        self.logged_in: List[Device] = []
        #: With two devices, or one for two people: so that their paths can be joined.
        self.logs_in_first = len(devices) > 1
        self.logs_in_always = False
        self.cart: List[Product] = []
        self.cart_time = 0
        self.orders = 0
        self.may_buy = True
        self.free_at = 0
        self.planned = 0
        self.plans: List[Tuple[int, int, Callable[[int], None]]] = []

    def live(self) -> None:
        """Goes through the planned visits and contacts by time; new ones are planned on the way."""
        dice, period = self.dice, self.period
        days = (period.end - period.start) // DAY
        time = period.start + dice.below(days) * DAY + dice.pick(HOURS) * HOUR + dice.below(HOUR)
        for _ in range(dice.pick(VISITS)):
            self.plan(time, self.browse)
            share = dice.share()
            time += 2 * HOUR + int(share * share * 8 * DAY)
        if self.user and dice.share() < 0.06:
            self.plan(time, self.store_visit)
        if self.user and dice.share() < 0.12:
            self.plan(time + dice.below(3 * DAY), self.email)
        while self.plans:
            time, _, action = heapq.heappop(self.plans)
            if max(time, self.free_at) < period.end - HOUR:
                action(time)

    def plan(self, time: int, action: Callable[[int], None]) -> None:
        self.planned += 1
        heapq.heappush(self.plans, (time, self.planned, action))

    def later(self, time: int, days_from: float, days: float) -> int:
        return time + int(days_from * DAY) + int(self.dice.share() * days * DAY)

    def visit(self, time: int, entry: Entry = Entry(shop.HOME)) -> Visit:
        """A visit that starts when the one before has been over for more than half an hour."""
        device = self.dice.pick(self.devices)
        visit = Visit(self, device, max(time, self.free_at), entry)
        is_logged_in = device in self.logged_in
        if self.user and not is_logged_in and (self.logs_in_first or self.dice.share() < 0.2):
            visit.log_in()
        elif self.logs_in_always:
            visit.log_in()
        return visit

    def contact(self, time: int, touch: Touch, props: str = "") -> None:
        """A contact away from the site; guests are known by the visitor id alone."""
        device = None if self.user else self.devices[0]
        self.rows.append(Row(time, touch, device, self.user, "", "", "", "", props))

    def store_visit(self, time: int) -> None:
        self.contact(time, shop.STORE_VISIT, '"store":"Helsinki"')
        if self.dice.share() < 0.3:
            product = self.dice.skewed(PRODUCTS)
            self.contact(
                time + 12 * MINUTE, shop.STORE_PURCHASE,
                f'"sku":"{product.sku}","total":{product.price},"currency":"EUR"')

    def email(self, time: int) -> None:
        self.contact(time, shop.EMAIL_OPEN, '"mailing":"week_47"')
        if self.dice.share() < 0.5:
            self.plan(time + 8 * SECOND, lambda at: self.browse(at, NEWSLETTER))

    def browse(self, time: int, entry: Optional[Entry] = None) -> None:
        dice = self.dice
        if self.cart and self.may_buy and time - self.cart_time < 4 * DAY and dice.share() < 0.5:
            visit = self.visit(time, Entry(shop.CART))
        else:
            visit = self.visit(time, entry or dice.pick(ENTRIES))
        visit.wander()

    def buy_again(self, time: int) -> None:
        if not self.may_buy:
            return
        visit = self.visit(time)
        visit.see(shop.REORDER, "/account/reorder")
        for place in (shop.PRODUCT, shop.ADD, shop.CART):
            visit.go(place)
        visit.check_out()

    def pay(self, is_declined: bool) -> Attempt:
        """Decides an attempt: the loss depends on the decline and on nothing else."""
        loss = LOSS["declined" if is_declined else "accepted"]
        attempt = Attempt(not self.attempts, is_declined, self.dice.share() < loss)
        self.attempts.append(attempt)
        if attempt.is_lost:
            self.may_buy = False
        return attempt

    def has_bought(self, time: int, order: str, product: Product) -> None:
        """Plans what follows a purchase; how it came about makes no difference."""
        self.orders += 1
        self.cart = []
        after = AfterPurchase(self, order, product)
        for share, days_from, days, action in (
            (0.55, 0.2, 2.5, after.track), (0.30, 2, 5, after.use), (0.14, 0.5, 6, after.chat),
            (0.06, 0.5, 6, after.call), (0.25, 3, 3, after.rate), (0.09, 3, 6, after.send_back),
            (0.20, 2, 9, self.buy_again), (0.12, 2, 6, after.recommend),
        ):
            if self.dice.share() < share:
                self.plan(self.later(time, days_from, days), action)
