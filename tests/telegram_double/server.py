"""The aiohttp application that speaks the Bot API, with faults and flood control in between."""

import asyncio
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from . import methods, profile
from .faults import Stroke, group_of
from .params import Params
from .polling import Polling
from .refusal import RefusalError, Tree
from .world import World

METHODS = methods.METHODS | profile.METHODS
NAMES = {name.lower(): name for name in (*METHODS, "getUpdates")}
PACED = {"sendMessage", "editMessageText", "editMessageReplyMarkup"}
BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"


class Server:
    """Answers POST and GET on /bot<TOKEN>/<method>."""

    def __init__(self, world: World) -> None:
        self.polling = Polling(world)
        self._world = world

    def add_routes(self, app: web.Application) -> None:
        """Hang the Bot API into the application."""
        app.router.add_route("*", "/bot{token}/{method}", self._handle)

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self._world.token:
            return _answer(RefusalError(401, "Unauthorized"))
        given = request.match_info["method"]
        name, params = NAMES.get(given.lower(), given), Params(await _parameters(request))
        await asyncio.sleep(self._world.faults.delay(group_of(name)))
        stroke = self._world.faults.stroke(group_of(name))
        if stroke in ("drop_request", "http_502_before"):
            self._world.records.call(name, params.raw, stroke)
            return _broken(request, stroke)
        result = await self._outcome(name, params)
        outcome = f"{result.code} {result.description}" if isinstance(result, RefusalError) else "ok"
        self._world.records.call(name, params.raw, f"{outcome} {stroke}".strip())
        if stroke and isinstance(result, RefusalError) and result.code == 429:
            self._world.flood.untold(params.number("chat_id"))
        return _broken(request, stroke) if stroke else _answer(result)

    async def _outcome(self, name: str, params: Params) -> Any:
        try:
            if name == "getUpdates":
                return await self.polling.take(params)
            if name not in METHODS or name in self._world.unknown_methods:
                return RefusalError(404, "Not Found: method not found")
            if name in PACED:
                self._world.flood.check(methods.chat_of(self._world, params).id, name)
            return METHODS[name](self._world, params)
        except RefusalError as refusal:
            return refusal


async def _parameters(request: web.Request) -> Mapping[str, Any]:
    given: Tree = dict(request.query)
    if request.content_type == "application/json":
        body = await request.text()
        return given | (await request.json() if body.strip() else {})
    return given | {name: str(value) for name, value in (await request.post()).items()}


def _answer(result: Any) -> web.Response:
    if not isinstance(result, RefusalError):
        return web.json_response({"ok": True, "result": result})
    after = result.parameters.get("retry_after")
    headers = {"Retry-After": str(after)} if after else {}
    return web.json_response(result.as_json(), status=result.code, headers=headers)


def _broken(request: web.Request, stroke: Stroke) -> web.Response:
    if stroke.startswith("drop") and request.transport:
        request.transport.abort()
    return web.Response(status=502, text=BAD_GATEWAY, content_type="text/html")
