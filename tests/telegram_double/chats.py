"""The ledger: chats and the messages in them, as both sides see them now."""

import itertools
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from .clock import Bell
from .keyboards import labels
from .refusal import Tree

Sender = Literal["bot", "user"]


class Sight(NamedTuple):
    """A moment at which the bot showed something: the message and its text at that moment."""

    post: "Post"
    text: str


class Line(NamedTuple):
    """One visible message of a transcript."""

    sender: Sender
    message_id: int
    text: str
    buttons: list[str]


@dataclass(eq=False)
class Post:
    """One message; `keyboard` is a reply keyboard, its removal or a forced reply, never editable."""

    chat: "Chat"
    message_id: int
    sender: Sender
    author: Tree
    date: float
    text: str = ""
    entities: list[Tree] = field(default_factory=list)
    markup: Tree | None = None
    keyboard: Tree | None = None
    extra: Tree = field(default_factory=dict)
    edit_date: float = 0
    reaction: str = ""
    deleted: bool = False

    @property
    def buttons(self) -> list[str]:
        """Labels of the keyboard under this message."""
        return labels(self.markup or self.keyboard)

    def button(self, label: str) -> Tree | None:
        """The inline button with this label, or else the first one whose label starts with it."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        inline: list[Tree] = [button for row in rows for button in row]
        exact = [button for button in inline if button["text"] == label]
        return next(iter(exact or [button for button in inline if button["text"].startswith(label)]), None)

    def line(self) -> Line:
        """This message as it stands in a transcript; other kinds than text show as [kind]."""
        return Line(self.sender, self.message_id, self.text or f"[{next(iter(self.extra))}]", self.buttons)

    def as_json(self) -> Tree:
        """The message as the Bot API shows it."""
        body: Tree = {"message_id": self.message_id, "date": int(self.date), "chat": self.chat.as_json()}
        body |= {"from": self.author} | self.extra
        optional = {"text": self.text, "entities": self.entities, "edit_date": int(self.edit_date)}
        optional["reply_markup"] = self.markup
        return body | {name: value for name, value in optional.items() if value}


@dataclass(eq=False)
class Chat:
    """A private chat (id of the person) or a group (negative id), with everything ever said in it."""

    id: int
    kind: Literal["private", "group"]
    face: Tree
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    known: bool = True
    member: bool = False
    posts: dict[int, Post] = field(default_factory=dict)
    shown: list[Sight] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)
    bell: Bell = field(default_factory=Bell)
    _ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def write(self, sender: Sender, author: Tree, date: float, text: str = "") -> Post:
        """A new message with the next id of this chat."""
        post = Post(self, next(self._ids), sender, author, date, text)
        self.posts[post.message_id] = post
        return post

    def show(self, post: Post) -> None:
        """The bot's message is on the screen, new or changed."""
        self.shown.append(Sight(post, post.text))
        self.bell.ring()

    def find(self, message_id: int) -> Post | None:
        """The message with this id unless it was deleted."""
        post = self.posts.get(message_id)
        return None if post is None or post.deleted else post

    def visible(self) -> list[Post]:
        """All messages that were not deleted, oldest first."""
        return [post for post in self.posts.values() if not post.deleted]

    def as_json(self) -> Tree:
        """The chat as the Bot API shows it."""
        return {"id": self.id, "type": self.kind} | self.face
