"""A strict Telegram Bot API for tests: refuses what Telegram refuses, and plays the people."""

from .chats import Line, Post
from .controlled import ControlledDouble
from .double import TOKEN, BotApiDouble
from .people import Group, Person

__all__ = ["TOKEN", "BotApiDouble", "ControlledDouble", "Group", "Line", "Person", "Post"]
