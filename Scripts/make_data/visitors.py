"""Who comes, with what, from where."""

from __future__ import annotations

from typing import NamedTuple

from make_data.dice import Dice, weighted
from make_data.shop import CATEGORY, GUIDE, HOME, LANDING, PRODUCT, Touch


class Agent(NamedTuple):
    device: str
    library: str
    text: str


CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0"
FIREFOX = "Gecko/20100101 Firefox/145.0"
ANDROID = "Mozilla/5.0 (Linux; Android"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64"
MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15"
    " (KHTML, like Gecko)")
LINUX = "Mozilla/5.0 (X11; Linux x86_64"
AGENTS = weighted(
    (26, Agent("mobile", "ios", "Shop/4.12 (iPhone; iOS 26.1; Scale/3.00)")),
    (18, Agent("mobile", "android", "Shop/4.11 (Linux; Android 16; Pixel 9) Mobile")),
    (20, Agent("desktop", "web", f"{WINDOWS}) {CHROME} Safari/537.36")),
    (6, Agent("desktop", "web", f"{WINDOWS}) {CHROME} Safari/537.36 Edg/142.0.0.0")),
    (5, Agent("desktop", "web", f"{WINDOWS}; rv:145.0) {FIREFOX}")),
    (8, Agent("desktop", "web", f"{MAC} Version/26.1 Safari/605.1.15")),
    (3, Agent("desktop", "web", f"{LINUX}; rv:145.0) {FIREFOX}")),
    (6, Agent("mobile", "web", f"{IPHONE} Version/26.1 Mobile/15E148 Safari/604.1")),
    (5, Agent("mobile", "web", f"{ANDROID} 10; K) {CHROME} Mobile Safari/537.36")),
    (3, Agent("tablet", "web", f"{ANDROID} 15; SM-X710) {CHROME} Safari/537.36")),
)
PLACES = weighted(
    (44, ("FI", "fi-FI")), (6, ("FI", "sv-FI")), (18, ("SE", "sv-SE")), (14, ("DE", "de-DE")),
    (8, ("EE", "et-EE")), (6, ("FR", "fr-FR")), (4, ("NL", "nl-NL")))


class Device:
    """One browser or app: its visitor id, its address, and the fixed part of its records."""

    __slots__ = ("visitor", "server", "address", "agent", "context", "is_app")

    def __init__(self, dice: Dice) -> None:
        agent = dice.pick(AGENTS)
        country, locale = dice.pick(PLACES)
        self.visitor = f"{dice.bits(64):016x}"
        self.server = dice.bits(2)
        self.address = _address(dice)
        self.agent = agent.text
        self.is_app = agent.library != "web"
        self.context = (
            f'"library":{{"name":"{agent.library}"}},"locale":"{locale}",'
            f'"userAgent":"{agent.text}","device":{{"type":"{agent.device}"}},'
            f'"location":{{"country":"{country}"}}')


def _address(dice: Dice) -> str:
    """From the ranges kept for benchmarks and documentation: nobody's address."""
    if dice.share() < 0.4:
        return f"198.{18 + dice.bits(1)}.{dice.bits(8)}.{dice.bits(8)}"
    return f"2001:db8:{dice.bits(16):x}:{dice.bits(16):x}::{1 + dice.bits(8):x}"


class Entry(NamedTuple):
    """How a visit begins: where it comes from and which page it opens."""

    page: Touch
    referrer: str = ""
    query: str = ""
    campaign: str = ""
    is_advert: bool = False


def _campaign(
    page: Touch, source: str, medium: str, name: str, referrer: str = "", is_advert: bool = True
) -> Entry:
    return Entry(
        page, referrer, f"?utm_source={source}&utm_medium={medium}&utm_campaign={name}",
        f',"campaign":{{"source":"{source}","medium":"{medium}","name":"{name}"}}', is_advert)


GOOGLE = "https://www.google.com/"
FACEBOOK = "https://www.facebook.com/"
DEALS = "https://deals.example.net/"
NEWSLETTER = _campaign(LANDING, "newsletter", "email", "week_47", is_advert=False)
ENTRIES = weighted(
    (16, Entry(HOME)), (8, Entry(PRODUCT)), (3, Entry(CATEGORY)),
    (12, Entry(PRODUCT, GOOGLE)), (8, Entry(CATEGORY, GOOGLE)),
    (4, Entry(GUIDE, "https://duckduckgo.com/")), (2, Entry(HOME, "https://www.bing.com/")),
    (15, _campaign(LANDING, "google", "cpc", "autumn_brand", GOOGLE)),
    (7, _campaign(PRODUCT, "google", "cpc", "black_week", GOOGLE)),
    (9, _campaign(LANDING, "facebook", "paid_social", "black_week", FACEBOOK)),
    (3, _campaign(PRODUCT, "criteo", "display", "retarget", "https://news.example.org/")),
    (3, _campaign(PRODUCT, "bestdeals", "affiliate", "partners", DEALS, False)),
    (4, Entry(GUIDE, "https://forum.example.org/t/4411")),
    (3, Entry(PRODUCT, "https://www.pinterest.com/")), (3, NEWSLETTER))
