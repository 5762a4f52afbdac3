"""How long the store keeps what is done with, and the clock it tells that by."""

from datetime import UTC, datetime

MINUTES_KEPT = 48 * 60
"""As long as a message can still be taken out of a chat, and twice as long as an update can come again."""


def system_clock() -> datetime:
    """Now, as an aware datetime."""
    return datetime.now(UTC)
