"""The answer Telegram gives when it does not do what was asked."""

from typing import Any

Tree = dict[str, Any]


class RefusalError(Exception):
    """A refused call: HTTP status `code`, Telegram's `description` and its optional `parameters`."""

    def __init__(self, code: int, description: str, parameters: Tree | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = parameters or {}

    def as_json(self) -> Tree:
        """The body of the HTTP answer."""
        body: Tree = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad(reason: str) -> RefusalError:
    """A 400 with Telegram's prefix, ready to be raised."""
    return RefusalError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> RefusalError:
    """A 403 with Telegram's prefix, ready to be raised."""
    return RefusalError(403, f"Forbidden: {reason}")


def flooded(seconds: int) -> RefusalError:
    """The 429 that asks to come back after `seconds`."""
    return RefusalError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
