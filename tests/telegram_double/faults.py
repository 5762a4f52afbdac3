"""Faults of the line: seeded chances, per group of methods, that a call goes wrong."""

import random
from dataclasses import dataclass, field, replace
from typing import Literal

Group = Literal["getUpdates", "send", "other"]
Stroke = Literal["", "drop_request", "drop_response", "http_502_before", "http_502_after"]
GROUPS: tuple[Group, ...] = ("getUpdates", "send", "other")
SENDING = {
    "sendMessage", "editMessageText", "editMessageReplyMarkup", "deleteMessage", "deleteMessages",
    "setMessageReaction",
}  # fmt: skip


@dataclass(frozen=True)
class Odds:
    """Chances between 0 and 1; `http_502` strikes before or after processing, equally often."""

    drop_request: float = 0.0
    drop_response: float = 0.0
    http_502: float = 0.0
    slow: float = 0.0
    slow_seconds: float = 0.2


def group_of(method: str) -> Group:
    """The group whose odds hold for this method."""
    if method == "getUpdates":
        return "getUpdates"
    return "send" if method in SENDING else "other"


@dataclass
class Faults:
    """The odds in force; they may be changed at any time."""

    seed: int = 1
    redeliver: float = 0.0
    odds: dict[Group, Odds] = field(default_factory=dict)
    struck: int = 0
    _dice: dict[str, random.Random] = field(default_factory=dict)

    def set(self, *groups: Group, **chances: float) -> None:
        """Change chances of these groups, of all if none is named; unnamed chances stay."""
        for group in groups or GROUPS:
            self.odds[group] = replace(self.odds.get(group, Odds()), **chances)

    def calm(self) -> None:
        """No faults from now on."""
        self.odds.clear()
        self.redeliver = 0.0

    def again(self) -> bool:
        """Whether an update that was just confirmed is delivered once more."""
        return self._roll("redeliver").random() < self.redeliver

    def delay(self, group: Group) -> float:
        """Seconds by which this call is late."""
        odds = self.odds.get(group, Odds())
        return odds.slow_seconds if self._roll(f"slow {group}").random() < odds.slow else 0.0

    def stroke(self, group: Group) -> Stroke:
        """What goes wrong with this call; empty for nothing."""
        odds, dice = self.odds.get(group, Odds()), self._roll(group)
        chances: list[tuple[Stroke, float]] = [
            ("drop_request", odds.drop_request),
            ("drop_response", odds.drop_response),
            ("http_502_before", odds.http_502 / 2),
            ("http_502_after", odds.http_502 / 2),
        ]
        point = dice.random()
        for name, chance in chances:
            if point < chance:
                self.struck += 1
                return name
            point -= chance
        return ""

    def _roll(self, purpose: str) -> random.Random:
        # One generator per purpose, so that the number of long polls does not change the fate of sends.
        return self._dice.setdefault(purpose, random.Random(f"{self.seed} {purpose}"))
