"""What somebody typed: a command word, or words for the question that is open.

While a question is open free words are an answer; only words that always work and slash forms interrupt.
"""

import re
from dataclasses import dataclass

from bot.core import inputs
from bot.core.dialogue import Dialogue, Kind, Question
from bot.core.folding import fold
from bot.core.inputs import Input, Seen
from bot.core.repeating import CHANGE_HOLDS
from bot.core.session import Session
from bot.ports import Inbound, Library, OutboxRow

ALWAYS = ("terug", "overslaan", "pauze", "stop", "hulp", "voorbeeld", "wijzig")
"""Command words that mean the same at every question."""
UNKNOWN = re.compile(r"/[A-Za-z_]+(@\w+)?")
"""What looks like a command of a chat and is none of ours."""
NAMING = ("wijzig", "verder")
"""Command words behind which may stand what they are about."""
PASSING = ("overslaan", "klaar", "zo_laten")
"""Command words that leave a question behind; one that was not seen yet cannot be left."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command word, and what stands behind it ("wijzig 3" → "3")."""

    word: str
    about: str = ""


def command(library: Library, text: str) -> Command | None:
    """The command a text is, as a whole; a sentence that holds a command word is none."""
    said = " ".join(text.casefold().split())
    said = said.rstrip(".!") or said
    first, _, about = said.partition(" ")
    if first.startswith("/"):
        first = first.partition("@")[0]
        said = f"{first} {about}".strip()
    if said in library.commands:
        return Command(library.commands[said])
    word = library.commands.get(first)
    if word in NAMING or (word and first.startswith("/")):
        return Command(word, about)
    return None


def at_question(
    library: Library, dialogue: Dialogue, session: Session, inbound: Inbound, seen: Seen
) -> Input | Command | None:
    """What typed words do while a question is open; None for a word about a question not seen yet."""
    found = command(library, inbound.text)
    if found is not None and found.about and not _is_about_something(found, dialogue, inbound):
        found = None
    if found is not None and found.word in PASSING and seen is Seen.NOT_YET:
        return None
    if found is not None and found.word == "laten" and session.hold in CHANGE_HOLDS:
        return inputs.Leave()
    if found is not None:
        if given := to_input(found):
            slash = inbound.text.lstrip().startswith("/")
            if slash or found.word in ALWAYS or _fits(found.word, dialogue, session, inbound):
                return given
        elif inbound.text.lstrip().startswith("/") or not _may_be_meant(dialogue, session):
            return found
    if found is None and UNKNOWN.fullmatch(inbound.text.strip()):
        return Command("onbekend")
    return inputs.Answer(inbound.text, inbound.ref, gather=inbound.ref is not None, seen=seen)


def _is_about_something(found: Command, dialogue: Dialogue, inbound: Inbound) -> bool:
    """Whether a number or a step stands behind "wijzig"; a sentence that begins with it is an answer."""
    titles = {name for step in dialogue.steps for name in (step.name, fold(step.title))}
    names = found.word == "wijzig" and (found.about.isdecimal() or fold(found.about) in titles)
    return names or inbound.text.lstrip().startswith("/")


def _may_be_meant(dialogue: Dialogue, session: Session) -> bool:
    """Whether a bare word like "menu" may be an answer: at an open question, once under way."""
    question = dialogue.by_name[session.here[0]].question
    return question is not None and question.kind is Kind.OPEN and bool(session.given)


def _fits(word: str, dialogue: Dialogue, session: Session, inbound: Inbound) -> bool:
    """Whether "klaar" or "zo laten" says something about this question; otherwise it is an answer."""
    question = dialogue.by_name[session.here[0]].question
    if word == "zo_laten":
        return session.hold in CHANGE_HOLDS
    if word == "waarom":
        return any(dialogue.by_name[step].weighing for step, _ in session.path)
    if word == "kort":
        # "Weinig tijd" may answer a question about time; under way only the word itself counts.
        meant = not session.given or fold(inbound.text) == word
        return bool(dialogue.brief) and not session.brief and meant and not _is_choice(question, inbound.text)
    several = question is not None and question.kind is Kind.MULTI
    return inbound.ref is not None or several or session.hold in CHANGE_HOLDS


def _is_choice(question: Question | None, text: str) -> bool:
    return question is not None and any(
        fold(text) in (fold(choice.key), fold(choice.label), *map(fold, choice.synonyms))
        for choice in question.choices
    )


def to_input(found: Command) -> Input | None:
    """The input of a command word that is about the open question; None for a command of the house."""
    match found.word:
        case "terug":
            return inputs.Back()
        case "overslaan":
            return inputs.Skip()
        case "pauze":
            return inputs.Pause()
        case "stop":
            return inputs.Stop()
        case "hulp":
            return inputs.Help()
        case "voorbeeld":
            return inputs.Example()
        case "wijzig":
            return inputs.Change(found.about)
        case "klaar":
            return inputs.Done()
        case "zo_laten":
            return inputs.Leave()
        case "kort":
            return inputs.Brief()
        case "waarom":
            return inputs.Why(found.about)
        case _:
            return None


def seen(question: OutboxRow | None, inbound: Inbound) -> Seen:
    """Whether the open question had reached the chat when a message was sent.

    The numbers of messages in a chat grow, so a question that went out once settles it. After a crash a
    question may have been sent twice or not at all; then the clock of the chat is the best there is.
    """
    if inbound.ref is None or question is None:
        return Seen.YES
    match question.sent:
        case "waiting":
            return Seen.NOT_YET
        case "failed":
            return Seen.NEVER
        case "sent" if question.tries <= 1 and question.target is not None:
            return Seen.NOT_YET if inbound.ref < question.target else Seen.YES
        case _ if inbound.sent < int(question.due):
            return Seen.NOT_YET
        case "trying":
            return Seen.UNSURE
        case _:
            return Seen.YES
