"""The Bot API double reads texts as Telegram does and refuses the empty, the too long, the unparsable."""

import pytest
from telegram import Bot
from telegram.error import BadRequest

from tests.telegram_double import BotApiDouble, Person

from .telegram_line import bot, double, refusal, user

__all__ = ["bot", "double", "user"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<p>tekst</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("één<br>twee", 'Unsupported start tag "br" at byte offset 5'),
        ("<b>open", 'Can\'t find end tag corresponding to start tag "b"'),
        ("dicht</b>", "Unexpected end tag at byte offset 5"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("3 < 5", 'Unsupported start tag "" at byte offset 2'),
        ("ik <3", "Unclosed start tag at byte offset 3"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a href='x", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a ", "Unclosed start tag at byte offset 0"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
async def test_html_that_cannot_be_parsed_is_refused(
    double: BotApiDouble, user: Person, text: str, reason: str
) -> None:
    answer = await refusal(double, "sendMessage", chat_id=user.id, text=text, parse_mode="HTML")
    assert answer == f"400 Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("<b>vet</b> en <i>schuin</i>", "vet en schuin"),
        ("&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39; &#x20AC;", "<b> & \"x\" 'y' €"),
        ("&nbsp;&apos;&euro; &", "&nbsp;&apos;&euro; &"),
        ("  \n <u>a\r\nb</u>\t ", "a\nb"),
        ("<blockquote expandable>c</blockquote>", "c"),
        ('<a href="https://example.org/?a=1&amp;b=2">d</a>', "d"),
    ],
)
async def test_html_is_shown_as_plain_text(
    bot: Bot, user: Person, double: BotApiDouble, html: str, plain: str
) -> None:
    sent = await bot.send_message(user.id, html, parse_mode="HTML")
    assert sent.text == plain
    assert user.texts() == [plain]
    assert double.refused == []


async def test_entity_offsets_count_utf16_units_after_trimming(bot: Bot, user: Person) -> None:
    sent = await bot.send_message(user.id, " 🕊 <b>vrij 🕊</b>", parse_mode="HTML")
    assert [(one.type, one.offset, one.length) for one in sent.entities] == [("bold", 3, 7)]
    assert sent.parse_entities() == {sent.entities[0]: "vrij 🕊"}


async def test_a_link_without_a_dot_loses_its_link(bot: Bot, user: Person) -> None:
    sent = await bot.send_message(user.id, '<a href="x">a</a><a href="http://b.nl">b</a>', parse_mode="HTML")
    assert [one.url for one in sent.entities] == ["http://b.nl"]


@pytest.mark.parametrize("text", ["", "  \n", "\u200b\u200d", "\u2800 \u00ad", "<b> </b>", "&#8203;"])
async def test_a_text_without_anything_visible_is_empty(
    double: BotApiDouble, user: Person, text: str
) -> None:
    answer = await refusal(double, "sendMessage", chat_id=user.id, text=text, parse_mode="HTML")
    assert answer == "400 Bad Request: message text is empty"


async def test_length_counts_code_points_after_parsing(bot: Bot, double: BotApiDouble, user: Person) -> None:
    sent = await bot.send_message(user.id, "<b>" + "🕊" * 4096 + "</b>", parse_mode="HTML")
    assert sent.text == "🕊" * 4096
    answer = await refusal(double, "sendMessage", chat_id=user.id, text="x" * 4097)
    assert answer == "400 Bad Request: message is too long"
    answer = await refusal(double, "sendMessage", chat_id=user.id, text=" " * 32_769)
    assert answer == "400 Bad Request: text is too long"


async def test_markdown_is_not_spoken_here(bot: Bot, user: Person) -> None:
    with pytest.raises(BadRequest, match="Unsupported parse_mode"):
        await bot.send_message(user.id, "*x*", parse_mode="MarkdownV2")
