"""People with a phone, and the groups they put the bot in."""

import re
from collections.abc import Callable

from . import kinds
from .chats import Chat, Post
from .refusal import Tree
from .rules import MAX_TEXT
from .view import View
from .world import World

COMMAND = re.compile(r"/[A-Za-z0-9_]+(?:@\w+)?")


class Person(View):
    """One user and the private chat with the bot; user id and chat id are the same."""

    def __init__(self, world: World, user_id: int, language: str = "nl") -> None:
        face: Tree = {"first_name": "L."}
        self.user: Tree = {"id": user_id, "is_bot": False, "language_code": language} | face
        super().__init__(world, world.chats.setdefault(user_id, Chat(user_id, "private", face)))

    def start(self, payload: str = "") -> int:
        """Press START, or follow a link with a payload; unblocks first if need be."""
        if self.chat.blocked:
            self.unblock()
        return self.send(f"/start {payload}".rstrip())

    def send(self, text: str) -> int:
        """Type a text; a phone splits at 4096 characters. Returns the id of the last message."""
        pieces = [text[first : first + MAX_TEXT] for first in range(0, len(text), MAX_TEXT)]
        return [self._say(self._typed(piece)) for piece in pieces][-1]

    def edit(self, message_id: int, text: str) -> None:
        """Change an own message."""
        post = self.chat.find(message_id)
        assert post is not None, "this message was deleted"
        assert post.sender == "user", "a person can only edit own messages"
        post.text, post.entities, post.edit_date = text, _commands(text), self.world.clock.now()
        self.world.arrive("edited_message", post.as_json(), self.chat, message_id, text)

    def press(self, label: str = "", message: int | None = None, force_data: str | None = None) -> str:
        """Press the inline button whose label is or starts with `label`, on the newest message that has it.

        `message` presses on that message, even if it was deleted since; `force_data` sends other data
        than the button carries. Returns the id of the callback query.
        """
        assert not self.chat.blocked, "who blocked the bot cannot press its buttons"
        post = self._pressed(label, message, force_data)
        button = post.button(label)
        data = force_data if button is None or force_data is not None else button.get("callback_data")
        assert data is not None, f"the button {label!r} opens a link, it tells the bot nothing"
        return self.world.press(self.user, post, data)

    def voice(self) -> int:
        """Send a voice message; returns its id, like the five below."""
        return self._say(self._other(kinds.VOICE))

    def photo(self) -> int:
        """Send a photo."""
        return self._say(self._other(kinds.PHOTO))

    def document(self) -> int:
        """Send a file."""
        return self._say(self._other(kinds.DOCUMENT))

    def sticker(self) -> int:
        """Send a sticker."""
        return self._say(self._other(kinds.STICKER))

    def poll(self) -> int:
        """Send a poll."""
        return self._say(self._other(kinds.POLL))

    def location(self) -> int:
        """Send a place."""
        return self._say(self._other(kinds.LOCATION))

    def delete(self, message_id: int) -> None:
        """Delete a message for both sides; the bot is not told."""
        self.chat.posts[message_id].deleted = True

    def block(self) -> None:
        """Block the bot."""
        self._set_blocked(True)

    def unblock(self) -> None:
        """Let the bot write again."""
        self._set_blocked(False)

    def deactivate(self) -> None:
        """Delete the Telegram account."""
        self.chat.deactivated = True

    def _pressed(self, label: str, message: int | None, force_data: str | None) -> Post:
        if message is not None:
            post = self.chat.posts[message]
            assert force_data is not None or post.button(label), f"no button {label!r} there\n{self.screen}"
            return post
        found = (
            [post for post in self.posts() if post.button(label)]
            if label or force_data is None
            else self.posts()
        )
        assert found, f"no button {label!r} anywhere\n{self.screen}"
        return found[-1]

    def _typed(self, text: str) -> Callable[[Post], None]:
        def fill(post: Post) -> None:
            post.text, post.entities = text, _commands(text)

        return fill

    def _other(self, kind: Tree) -> Callable[[Post], None]:
        return lambda post: post.extra.update(kind)

    def _say(self, fill: Callable[[Post], None]) -> int:
        assert not self.chat.blocked, "who blocked the bot must unblock before writing"
        self.chat.started = True
        post = self.chat.write("user", self.user, self.world.clock.now())
        fill(post)
        self.world.arrive("message", post.as_json(), self.chat, post.message_id, post.text)
        return post.message_id

    def _set_blocked(self, blocked: bool) -> None:
        assert self.chat.blocked != blocked, "nothing changes"
        self.chat.blocked = blocked
        kept = {"status": "member", "user": self.world.me}
        gone = {"status": "kicked", "user": self.world.me, "until_date": 0}
        _membership(self.world, self.chat, self.user, *((kept, gone) if blocked else (gone, kept)))


class Group(View):
    """A group chat; the bot knows it once somebody has added the bot."""

    def __init__(self, world: World, chat_id: int) -> None:
        super().__init__(world, Chat(chat_id, "group", {"title": "Directieoverleg"}, known=False))
        world.chats[chat_id] = self.chat

    def add_bot(self, person: Person) -> None:
        """Somebody adds the bot: a membership change and a service message."""
        self.chat.known = self.chat.member = True
        left, member = ({"status": status, "user": self.world.me} for status in ("left", "member"))
        _membership(self.world, self.chat, person.user, left, member)
        post = self.chat.write("user", person.user, self.world.clock.now())
        post.extra["new_chat_members"] = [self.world.me]
        self.world.arrive("message", post.as_json(), self.chat, post.message_id)

    def send(self, person: Person, text: str) -> int:
        """Say something in the group; in privacy mode the bot only gets commands. Returns the message id."""
        post = self.chat.write("user", person.user, self.world.clock.now(), text)
        post.entities = _commands(text)
        if self.chat.member and post.entities:
            self.world.arrive("message", post.as_json(), self.chat, post.message_id, text)
        return post.message_id


def _commands(text: str) -> list[Tree]:
    found = COMMAND.match(text)
    return [{"type": "bot_command", "offset": 0, "length": found.end()}] if found else []


def _membership(world: World, chat: Chat, user: Tree, before: Tree, after: Tree) -> None:
    change: Tree = {"chat": chat.as_json(), "from": user, "date": int(world.clock.now())}
    change |= {"old_chat_member": before, "new_chat_member": after}
    world.arrivals.put("my_chat_member", change, chat=chat.id)
