"""The parameters of one call, read the same from JSON, a form, multipart or the query string."""

import json
from collections.abc import Mapping
from typing import Any

from .refusal import bad


class Params:
    """Typed reading of one call's parameters; a value of the wrong kind is refused with 400."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self.raw = dict(raw)

    def text(self, name: str) -> str:
        """The value as text, empty if absent."""
        value = self.raw.get(name, "")
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def number(self, name: str, default: int = 0) -> int:
        """The value as a whole number."""
        value = self.raw.get(name, default)
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad(f"{name} must be an Integer") from None

    def flag(self, name: str) -> bool:
        """True for true, 1, yes and t, as Telegram reads booleans."""
        return self.text(name).strip().lower() in {"true", "1", "yes", "t"}

    def tree(self, name: str) -> Any:
        """The value as JSON, None if absent or empty; forms carry lists and objects as JSON strings."""
        value = self.raw.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value.strip() else None
        except ValueError:
            raise bad(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def __contains__(self, name: str) -> bool:
        return name in self.raw
