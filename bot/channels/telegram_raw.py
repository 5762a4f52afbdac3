"""Updates as they came in, one by one, so that one that cannot be parsed does not spoil its batch.

`Bot.get_updates` parses a whole batch and throws it away when one update fails; `Bot.do_api_request` gives
the raw answer but warns on every call, and a warning filter only holds where nobody resets the filters. So
the line that `get_updates` runs over takes the updates out of the answer before the library parses it, by
`parse_json_payload`, which is there to be overridden.
"""

import json
from typing import Any

from telegram.error import TelegramError
from telegram.request import HTTPXRequest


class RawUpdates(HTTPXRequest):
    """The line for getUpdates: `take` gives what the last call brought, the library sees an empty batch."""

    _came: tuple[object, ...] = ()

    def take(self) -> tuple[object, ...]:
        """The updates of the last answer, once."""
        came, self._came = self._came, ()
        return came

    # The library calls it on the instance; it must remember, so it cannot be static.
    def parse_json_payload(self, payload: bytes) -> dict[str, Any]:  # type: ignore[override]
        """The answer without its updates; raises TelegramError without a word of what it was."""
        try:
            answer = json.loads(payload)
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict):
            raise TelegramError("unreadable answer")
        if answer.get("ok") is not True:
            return answer
        if not isinstance(answer.get("result"), list):
            raise TelegramError("unreadable answer")
        self._came = tuple(answer["result"])
        return {"ok": True, "result": []}
