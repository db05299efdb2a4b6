"""The stages after a purchase: use, return, recommendation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from make_data import shop
from make_data.dice import weighted
from make_data.rows import HOUR
from make_data.shop import Product, Touch

if TYPE_CHECKING:
    from make_data.customer import Customer

NPS = weighted((3, 0), (2, 3), (4, 5), (6, 6), (11, 7), (18, 8), (26, 9), (30, 10))
CSAT = weighted((6, 1), (8, 2), (14, 3), (36, 4), (36, 5))


class AfterPurchase:
    """What one order may bring: each method is a visit or a contact at a time."""

    def __init__(self, customer: Customer, order: str, product: Product) -> None:
        self.customer, self.order, self.product = customer, order, product
        self.dice = customer.dice

    def track(self, time: int) -> None:
        visit = self.customer.visit(time)
        visit.see(shop.ORDER, f"/account/orders/{self.order}")
        if self.dice.share() < 0.3:
            visit.see(shop.INVOICE, f"/account/invoices/{self.order}")
        visit.end()

    def use(self, time: int) -> None:
        visit = self.customer.visit(time)
        if self.dice.share() < 0.7:
            visit.see(shop.MANUAL, f"/help/manuals/{self.product.sku}")
        if self.dice.share() < 0.5:
            visit.see(shop.HELP, f"/help/{self.dice.pick(shop.HELP_TOPICS)}")
        visit.end()

    def chat(self, time: int) -> None:
        visit = self.customer.visit(time)
        visit.see(shop.HELP, f"/help/{self.dice.pick(shop.HELP_TOPICS)}")
        visit.see(shop.CHAT, "/chat", props=f'"topic":"{self.dice.pick(shop.HELP_TOPICS)}"')
        visit.end()
        self.answer(time, shop.CHAT_REPLY, 0.02)

    def call(self, time: int) -> None:
        self.customer.contact(time, shop.PHONE, '"topic":"delivery"')
        self.answer(time, shop.PHONE_REPLY, 0.2)

    def answer(self, time: int, touch: Touch, days_from: float) -> None:
        if self.dice.share() < 0.88:
            at = self.customer.later(time, days_from, 1.5)
            self.customer.plan(at, lambda at: self.customer.contact(at, touch))
            if self.dice.share() < 0.5:
                score = f'"csat":{self.dice.pick(CSAT)}'
                self.customer.plan(at + HOUR, lambda at: self.say(at, score))

    def rate(self, time: int) -> None:
        self.say(time, f'"nps":{self.dice.pick(NPS)}')

    def say(self, time: int, score: str) -> None:
        visit = self.customer.visit(time)
        visit.see(shop.FEEDBACK, "/feedback", props=score)
        visit.end()

    def send_back(self, time: int) -> None:
        visit = self.customer.visit(time)
        visit.see(shop.ORDER, f"/account/orders/{self.order}")
        visit.see(shop.RETURN, "/account/returns/new")
        visit.end()
        props = f'"order_id":"{self.order}","amount":{self.product.price}'
        at = self.customer.later(time, 2, 3)
        self.customer.plan(at, lambda at: self.customer.contact(at, shop.REFUND, props))

    def recommend(self, time: int) -> None:
        visit = self.customer.visit(time)
        sku = self.product.sku
        if self.dice.share() < 0.5:
            stars = self.dice.pick(CSAT)
            visit.see(
                shop.REVIEW, f"/product/{sku}/reviews", props=f'"sku":"{sku}","stars":{stars}')
        else:
            visit.see(shop.REFERRAL, "/account/refer", props=f'"sku":"{sku}"')
        visit.end()
