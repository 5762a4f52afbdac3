"""The JSON endpoints under /_control/ through which another process plays the people."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from aiohttp import web

from .faults import GROUPS
from .refusal import Tree

if TYPE_CHECKING:
    from .double import BotApiDouble
    from .people import Person

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
ACTIONS: dict[str, Callable[["Person", Tree], Any]] = {
    "send": lambda person, given: person.send(given["text"]),
    "start": lambda person, given: person.start(given.get("payload", "")),
    "edit": lambda person, given: person.edit(given["message_id"], given["text"]),
    "press": lambda person, given: person.press(
        given.get("label", ""), given.get("message"), given.get("force_data")
    ),
    "voice": lambda person, given: person.voice(),
    "block": lambda person, given: person.block(),
    "unblock": lambda person, given: person.unblock(),
}


class Control:
    """Lets a test drive the double from outside; a failed assertion becomes a 409 with its text."""

    def __init__(self, double: "BotApiDouble") -> None:
        self._double = double

    def add_routes(self, app: web.Application) -> None:
        """Hang the endpoints into the application."""
        app.router.add_post("/_control/user/{id}/{action}", self._act)
        app.router.add_get("/_control/transcript/{id}", self._transcript)
        app.router.add_get("/_control/stats", self._stats)
        app.router.add_post("/_control/faults", self._faults)
        app.router.add_post("/_control/advance", self._advance)

    async def _act(self, request: web.Request) -> web.Response:
        act = ACTIONS.get(request.match_info["action"])
        if act is None:
            raise web.HTTPNotFound
        person = self._double.user(int(request.match_info["id"]))
        try:
            return web.json_response({"result": act(person, await _given(request))})
        except (AssertionError, KeyError) as error:
            return web.json_response({"error": str(error)}, status=409)

    async def _transcript(self, request: web.Request) -> web.Response:
        person = self._double.user(int(request.match_info["id"]))
        return web.json_response({"result": person.transcript()})

    async def _stats(self, request: web.Request) -> web.Response:
        double, calls = self._double, self._double.calls
        stats = {
            "calls": len(calls),
            "sent": sum(call.method == "sendMessage" and call.outcome.startswith("ok") for call in calls),
            "refused": [f"{call.method}: {call.outcome}" for call in double.refused],
            "violations": [f"{one.method}: {one.kind}" for one in double.violations],
            "doubled": double.doubled(),
            "pending": len(double.pending()),
            "unanswered_callbacks": len(double.unanswered_callbacks()),
            "struck": double.faults.struck,
        }
        return web.json_response({"result": stats})

    async def _faults(self, request: web.Request) -> web.Response:
        """Takes {"send": {"drop_request": 0.2}, "redeliver": 1, "storm": {"chat_id": 7}, "calm": true}."""
        given, faults = await _given(request), self._double.faults
        if given.get("calm"):
            faults.calm()
        for group in GROUPS:
            faults.set(group, **given.get(group, {}))
        faults.redeliver = given.get("redeliver", faults.redeliver)
        if "storm" in given:
            self._double.storm(**given["storm"])
        return web.json_response({"result": True})

    async def _advance(self, request: web.Request) -> web.Response:
        self._double.advance((await _given(request))["seconds"])
        return web.json_response({"result": True})


async def _given(request: web.Request) -> Tree:
    body: Tree = await request.json() if request.can_read_body else {}
    return body
