"""A screen on one chat: what stands there now, and waiting for what comes next."""

import asyncio
from collections.abc import Callable

from .chats import Chat, Line, Post
from .world import World

Wanted = str | Callable[[Post], bool]


class View:
    """What somebody who looks at a chat sees."""

    def __init__(self, world: World, chat: Chat) -> None:
        self.world = world
        self.chat = chat
        self._seen = 0

    @property
    def id(self) -> int:
        """The chat id."""
        return self.chat.id

    def transcript(self) -> list[Line]:
        """All visible messages: (sender, message_id, plain text, button labels)."""
        return [post.line() for post in self.chat.visible()]

    def posts(self) -> list[Post]:
        """The bot's visible messages, oldest first."""
        return [post for post in self.chat.visible() if post.sender == "bot"]

    def texts(self) -> list[str]:
        """The bot's plain texts as now visible."""
        return [post.text for post in self.posts()]

    @property
    def newest(self) -> Post:
        """The bot's newest visible message; raises AssertionError if there is none."""
        assert self.posts(), f"the bot said nothing\n{self.screen}"
        return self.posts()[-1]

    @property
    def screen(self) -> str:
        """The conversation as readable lines."""
        lines = (
            f"{who:>4} {number:>3}: {text} {labels or ''}" for who, number, text, labels in self.transcript()
        )
        return "\n".join(line.rstrip() for line in lines)

    @property
    def toasts(self) -> list[str]:
        """Texts that popped up after presses."""
        return self.chat.toasts

    def reaction(self, message_id: int) -> str:
        """The bot's emoji on a message, empty if there is none."""
        return self.chat.posts[message_id].reaction

    def expect(self, wanted: Wanted) -> Post:
        """The next new message of the bot that shows `wanted`, which must already be there."""
        post = self._next(wanted)
        assert post is not None, self._missing(wanted)
        return post

    async def until(self, wanted: Wanted, seconds: float = 10) -> Post:
        """Wait for a message of the bot, new or edited since the last `until`, that shows `wanted`.

        `wanted` is a part of the text or a predicate on the message. Raises AssertionError with the
        transcript when it does not come in time.
        """
        clock = asyncio.get_running_loop().time
        deadline = clock() + seconds
        while not (post := self._next(wanted)):
            left = deadline - clock()
            if left <= 0:
                raise AssertionError(self._missing(wanted))
            await self.chat.bell.wait(left)
        return post

    def _next(self, wanted: Wanted) -> Post | None:
        for place in range(self._seen, len(self.chat.shown)):
            post, text = self.chat.shown[place]
            if wanted in text if isinstance(wanted, str) else wanted(post):
                self._seen = place + 1
                return post
        return None

    def _missing(self, wanted: Wanted) -> str:
        return f"no new message shows {wanted!r}\n{self.screen}"
