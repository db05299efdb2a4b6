"""What else stands in a web server's log: crawlers, static files, missing pages, failures."""

from __future__ import annotations

from typing import Callable, Dict, List, NamedTuple, Tuple

from make_data import shop
from make_data.dice import Dice, weighted
from make_data.render import access_line, page_url
from make_data.rows import Period, Row

BOTS = weighted(
    (30, "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"),
    (18, "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)"),
    (14, "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)"),
    (12, "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2)"),
    (10, "Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)"),
    (8, "python-requests/2.32.3"), (5, "curl/8.5.0"), (3, "Go-http-client/1.1"))
STATIC = (
    "/static/app.3f2c9d.js", "/static/vendor.77aa10.js", "/static/site.b81c20.css",
    "/static/fonts/inter.woff2", "/img/logo.svg", "/favicon.ico")
PROBES = ("/wp-login.php", "/.env", "/.git/config", "/xmlrpc.php", "/admin/")
MISSING = ("/apple-touch-icon.png.html", "/old-catalogue", "/product/P0999", "/campaign/spring")


class Line(NamedTuple):
    time: int
    server: int
    text: str


class Noise:
    """Makes lines beside `rows`, the requests of people."""

    def __init__(self, dice: Dice, rows: List[Row], period: Period) -> None:
        self.dice, self.rows, self.period = dice, rows, period
        self.counts: Dict[str, int] = {}

    def line(self) -> Line:
        name, make = self.dice.pick(KINDS)
        self.counts[name] = self.counts.get(name, 0) + 1
        return make(self)

    def bot(self) -> Line:
        dice = self.dice
        agent = dice.bits(7) * len(BOTS) // 128
        share = dice.share()
        status = "200"
        if share < 0.06:
            path = "/robots.txt"
        elif share < 0.12:
            path, status = dice.pick(PROBES), "404"
        elif share < 0.3:
            path = "/category/" + dice.pick(shop.CATEGORIES)
        else:
            path = "/product/" + dice.pick(shop.PRODUCTS).sku
        time = self.period.start + dice.below(self.period.end - self.period.start)
        address = f"198.51.100.{agent}"
        size = 400 + dice.bits(14)
        text = access_line(address, time, "GET " + path, status, size, "", BOTS[agent])
        return Line(time, dice.bits(2), text)

    def beside(self, status: str, path: str, size: int) -> Line:
        """A request of somebody who has just opened a page."""
        row = self.dice.pick(self.rows)
        time = row.time + 40 + self.dice.below(900)
        text = access_line(
            row.device.address, time, "GET " + path, status, size, page_url(row), row.device.agent)
        return Line(time, row.device.server, text)

    def static(self) -> Line:
        status = "304" if self.dice.share() < 0.4 else "200"
        return self.beside(status, self.dice.pick(STATIC), self.dice.bits(17))

    def missing(self) -> Line:
        return self.beside("404", self.dice.pick(MISSING), 512)

    def failure(self) -> Line:
        """A page that fails some seconds before it is opened."""
        row = self.dice.pick(self.rows)
        time = max(self.period.start, row.time - 1000 - self.dice.below(9000))
        status = self.dice.pick(("500", "502", "502", "503"))
        text = access_line(
            row.device.address, time, f"GET {row.path}", status, 166, row.referrer,
            row.device.agent)
        return Line(time, row.device.server, text)


KINDS: List[Tuple[str, Callable[[Noise], Line]]] = weighted(
    (45, ("bots", Noise.bot)), (40, ("static", Noise.static)), (8, ("not_found", Noise.missing)),
    (7, ("server_errors", Noise.failure)))
