"""What somebody may ask beside answering: help, an example, why advice is shown. Nothing moves."""

from typing import assert_never

from bot.core import inputs
from bot.core.draft import Draft
from bot.core.explaining import why
from bot.core.replay import replay
from bot.core.session import Hold


def reply(draft: Draft, asked: inputs.Help | inputs.Example | inputs.Why) -> None:
    match asked:
        case inputs.Help():
            _help(draft)
        case inputs.Example():
            _example(draft)
        case inputs.Why(about):
            _explain(draft, about)
        case _:
            assert_never(asked)


def _help(draft: Draft) -> None:
    if draft.question.help is None:
        draft.say("hulp_algemeen")
    else:
        draft.show(draft.filled(draft.question.help))


def _example(draft: Draft) -> None:
    if draft.question.example is None:
        draft.say("geen_voorbeeld")
    else:
        draft.say("bijvoorbeeld")
        draft.show(draft.filled(draft.question.example))


def _explain(draft: Draft, about: str) -> None:
    """The advice of that step, else the last that was given, explained for the answers there were then."""
    here = draft.session
    # Who came back to an earlier question still has the advice that followed it on the screen.
    path = replay(draft.dialogue, here, here.path).path if here.hold is Hold.BACK else here.path
    weighing = [at for at, visit in enumerate(path) if draft.dialogue.by_name[visit[0]].weighing]
    named = [at for at in weighing if path[at][0] == about]
    if not weighing:
        draft.say("geen_advies")
        return
    at = (named or weighing)[-1]
    step = draft.dialogue.by_name[path[at][0]]
    draft.effects.extend(why(draft.dialogue, step, draft.known(path[: at + 1]), draft.now))
