"""The closed list of named checks a script may ask for with `toets:`; they advise, and never block."""

from collections.abc import Callable, Mapping

from bot.core.advice import Advice, Lexicon
from bot.core.judgements import judgement
from bot.core.questions import open_question

__all__ = ["CHECKS", "Advice", "Lexicon", "judgement", "open_question"]

CHECKS: Mapping[str, Callable[[str, Lexicon], Advice | None]] = {
    "open-vraag": open_question,
    "oordeel": judgement,
}
