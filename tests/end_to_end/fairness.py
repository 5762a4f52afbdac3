"""What Telegram may refuse after a crash: what had been done, and is done again because nobody knew."""

from tests.telegram_double import BotApiDouble

DONE_BEFORE = (
    ("deleteMessage", "message to delete not found"),
    ("editMessageReplyMarkup", "message is not modified"),
    ("answerCallbackQuery", "query is too old"),
)


def refused(double: BotApiDouble) -> list[str]:
    """The calls that Telegram refused for any other reason."""
    return [
        f"{call.method}: {call.outcome}"
        for call in double.refused
        if not any(call.method == method and words in call.outcome for method, words in DONE_BEFORE)
    ]


def repeated(double: BotApiDouble) -> list[str]:
    """The methods of calls that Telegram refused because they had been done before."""
    return [call.method for call in double.refused if f"{call.method}: {call.outcome}" not in refused(double)]
