"""Made units between two steps, one letter a row, of worlds whose truth is known.

A is a row of the step that units come from, an attempt; B of the next one; F the signal; x any other row;
E an attempt whose own request fails; O an attempt that is no step, g a good answer to it; y an x in a later
session. Each world takes the dice and gives one unit.
"""

import random
from typing import Callable, Dict, NamedTuple

Dice = random.Random


class World(NamedTuple):
    unit: Callable[[Dice], str]
    #: How much more often those drop whom the signal met, were all else equal.
    truth: float
    #: What the signal answers: A, O, or nothing.
    answers: str


def refused(dice: Dice, lost_refused: float, lost: float = 0.25) -> str:
    """A fifth of the attempts is refused; all others convert at once or leave."""
    if dice.random() >= 0.2:
        return "A" if dice.random() < lost else "AB"
    if dice.random() < lost_refused:
        return "AF"
    return "AFAB" if dice.random() < 0.5 else "AFB"


def page(dice: Dice, lost_refused: float) -> str:
    """Step A is a page: a quarter leaves it without trying, the others are refused or buy."""
    if dice.random() >= 0.75:
        return "A"
    if dice.random() >= 0.2:
        return "AB"
    return "AF" if dice.random() < lost_refused else "AFAB"


def bank(dice: Dice, lost_refused: float) -> str:
    """A bank's page behind each attempt that is not refused."""
    if dice.random() >= 0.2:
        return "Ax" if dice.random() < 0.25 else "AxB"
    return "AF" if dice.random() < lost_refused else "AFxB"


def looking_around(
    dice: Dice, start: str, lost_refused: float, look_lost: float, look_won: float
) -> str:
    """Behind the answer some look around, before they leave or go on."""
    is_refused = dice.random() < 0.2
    is_lost = dice.random() < (lost_refused if is_refused else 0.2)
    rows = start + ("F" if is_refused else "")
    if dice.random() < (look_lost if is_lost else look_won):
        rows += "x" * (1 + int(dice.random() * 4))
    return rows if is_lost else rows + "B"


def mix(dice: Dice, lost_refused: float) -> str:
    """Most of those who buy do so directly, most of those who do not look around first."""
    return looking_around(dice, "A", lost_refused, 0.8, 0.1)


def wander(dice: Dice, lost_refused: float) -> str:
    """4 in 10 look around first, lose interest on the way (0.1 a row), and come back for another try."""
    rows = "A"
    for _ in range(3):
        if dice.random() >= 0.4:
            continue
        for _ in range(3):
            rows += "x"
            if dice.random() < 0.1:
                return rows
            if dice.random() >= 0.5:
                break
        rows += "A"
    if dice.random() >= 0.2:
        return rows if dice.random() < 0.2 else rows + "B"
    return rows + "F" if dice.random() < lost_refused else rows + "FAB"


def repeat(dice: Dice) -> str:
    """Refused 0.2 an attempt: 0.4 of those leave, the others try again. Not refused: 0.2 leave."""
    rows = ""
    for _ in range(10):
        rows += "A"
        if dice.random() >= 0.2:
            return rows if dice.random() < 0.2 else rows + "B"
        rows += "F"
        if dice.random() < 0.4:
            break
    return rows


def repeat_null(dice: Dice) -> str:
    """Who buys in the end is drawn up front; those try until they are not refused."""
    is_lost = dice.random() < 0.3
    rows = ""
    for attempt in range(11):
        rows += "A"
        if attempt == 10 or dice.random() >= 0.2:
            return rows if is_lost else rows + "B"
        rows += "F"
        if is_lost and dice.random() < 0.5:
            break
    return rows


def fixed(dice: Dice) -> str:
    """How long a unit would go on is drawn up front."""
    rows = "A"
    for _ in range(int(dice.random() * 12)):
        if dice.random() < 0.12:
            return rows + "B"
        rows += "F" if dice.random() < 0.08 else "x"
    return rows


def memoryless(dice: Dice) -> str:
    """After each row the unit may leave."""
    rows = "A"
    for _ in range(58):
        if dice.random() < 0.15:
            break
        if dice.random() < 0.15:
            return rows + "B"
        rows += "F" if dice.random() < 0.08 else "x"
    return rows


def real(dice: Dice) -> str:
    """Who meets the signal drops in 60 of 100 cases, who does not in 43."""
    count = 1 + int(dice.random() * 8)
    rows = "A" + "".join("F" if dice.random() < 0.06 else "x" for _ in range(count))
    return rows if dice.random() < (0.60 if "F" in rows else 0.43) else rows + "B"


def coupon(dice: Dice) -> str:
    """0…5 rows on the way, the more the likelier lost; a rejected coupon is any of them at random."""
    count = int(dice.random() * 6)
    is_lost = dice.random() < 0.15 + 0.1 * count
    rows = "A" + "".join("F" if dice.random() < 0.1 else "x" for _ in range(count))
    return rows if is_lost else rows + "B"


def coupon_logged(dice: Dice) -> str:
    """The same, with a row where the code is entered, before the answer."""
    count = int(dice.random() * 6)
    is_lost = dice.random() < 0.15 + 0.1 * count
    rows = "A"
    for _ in range(count):
        if dice.random() >= 0.3:
            rows += "x"
        else:
            rows += "OF" if dice.random() < 0.33 else "Og"
    return rows if is_lost else rows + "B"


def coupon_direct(dice: Dice, effect: float) -> str:
    """No row on the way for half; a rejected coupon may have an effect."""
    count = 0 if dice.random() < 0.5 else 1 + int(dice.random() * 5)
    rows = "A" + "".join("F" if dice.random() < 0.1 else "x" for _ in range(count))
    lost = 0.15 + 0.1 * count + (effect if "F" in rows else 0)
    return rows if dice.random() < lost else rows + "B"


def detour(dice: Dice, share: float, others: str) -> str:
    """A share goes by one row and is less decided (0.6 lost, not 0.1); that row may be the signal."""
    if dice.random() >= share:
        return "A" if dice.random() < 0.1 else "AB"
    rows = "A" + (others if dice.random() >= 0.2 else "F")
    return rows if dice.random() < 0.6 else rows + "B"


def inserted(
    dice: Dice, error: float, rows_at_most: int, leave: "tuple[float, float]",
    go_on: "tuple[float, float]",
) -> str:
    """An error message comes before any next move; at the first row units leave and go on otherwise."""
    rows = "A"
    for row in range(rows_at_most):
        later = min(row, 1)
        if dice.random() < error:
            rows += "F"
        if dice.random() < leave[later]:
            break
        if dice.random() < go_on[later]:
            return rows + "B"
        rows += "x"
    return rows


def http(dice: Dice, lost_failed: float) -> str:
    """The attempt's own request fails in 8 of 100; those who stay ask again."""
    if dice.random() >= 0.08:
        rows = "A"
        is_lost = dice.random() < 0.25
    else:
        is_lost = dice.random() < lost_failed
        rows = "E" if is_lost else "EA"
    if not is_lost:
        return rows + "B"
    return rows + "x" if dice.random() < 0.3 else rows


def later(dice: Dice) -> str:
    """The lost come back another day and meet the error there too, without an attempt."""
    is_lost = dice.random() < 0.3
    rows = "AF" if dice.random() < 0.1 else "A"
    if not is_lost:
        return rows + ("AB" if rows == "AF" else "B")
    if dice.random() >= 0.7:
        return rows
    return rows + "y" + "".join("F" if dice.random() < 0.2 else "x" for _ in range(3))


WORLDS: Dict[str, World] = {
    "direct": World(lambda dice: refused(dice, 0.5), 0.25, "A"),
    "direct_null": World(lambda dice: refused(dice, 0.25), 0, "A"),
    "mix": World(lambda dice: mix(dice, 0.55), 0.35, "A"),
    "mix_null": World(lambda dice: mix(dice, 0.2), 0, "A"),
    "bank_mix": World(lambda dice: looking_around(dice, "Ax", 0.55, 0.8, 0.3), 0.35, "A"),
    "repeat": World(repeat, 0.364, "A"),
    "repeat_null": World(repeat_null, 0, "A"),
    "later": World(later, 0, "A"),
    "coupon_logged": World(coupon_logged, 0, "O"),
    "wander": World(lambda dice: wander(dice, 0.55), 0.35, "A"),
    "wander_null": World(lambda dice: wander(dice, 0.2), 0, "A"),
    "fixed": World(fixed, 0, ""),
    "memoryless": World(memoryless, 0, ""),
    "coupon": World(coupon, 0, ""),
    "detour": World(lambda dice: detour(dice, 0.4, "x"), 0, ""),
    "real": World(real, 0.17, ""),
    "http": World(lambda dice: http(dice, 0.5), 0.25, ""),
    "page": World(lambda dice: page(dice, 0.5), 0.5, "A"),
    "page_weak": World(lambda dice: page(dice, 0.1), 0.1, "A"),
    "bounce_long": World(
        lambda dice: inserted(dice, 0.05, 18, (0.5, 0.05), (0, 0.1)), 0, ""),
    "lone_detour": World(lambda dice: detour(dice, 0.2, "F"), 0, ""),
    "page_null": World(lambda dice: page(dice, 0), 0, "A"),
    "bank": World(lambda dice: bank(dice, 0.5), 0.25, "A"),
    "bank_mix_null": World(lambda dice: looking_around(dice, "Ax", 0.2, 0.8, 0.3), 0, "A"),
    "mix_half": World(lambda dice: looking_around(dice, "A", 0.55, 0.4, 0.4), 0.35, "A"),
    "coupon_direct": World(lambda dice: coupon_direct(dice, 0), 0, ""),
    "coupon_real": World(lambda dice: coupon_direct(dice, 0.25), 0.25, ""),
    "inserted": World(lambda dice: inserted(dice, 0.1, 18, (0.2, 0.2), (0.6, 0.6)), 0, ""),
    "bounce": World(lambda dice: inserted(dice, 0.1, 5, (0.7, 0.1), (0.4, 0.4)), 0, ""),
    "http_null": World(lambda dice: http(dice, 0.25), 0, ""),
}
