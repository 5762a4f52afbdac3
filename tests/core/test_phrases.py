"""How typed Dutch is cut into sentences and how phrases are found in it."""

from bot.core.phrases import fold, sentences


def lines(text: str) -> list[str]:
    return [sentence.line for sentence in sentences(text)]


def test_accents_capitals_and_apostrophes_do_not_count() -> None:
    assert fold("Ongeïnteresseerd") == "ongeinteresseerd"
    assert fold("hóe") == "hoe"
    assert fold("zo'n") == "zon"


def test_an_initial_does_not_end_a_sentence() -> None:
    assert lines("Hoe was het bij P. thuis? Goed.") == ["hoe was het bij p thuis", "goed"]


def test_a_new_line_ends_a_sentence() -> None:
    assert lines("fijn dat je er bent\nhoe was het") == ["fijn dat je er bent", "hoe was het"]


def test_only_a_question_mark_asks() -> None:
    assert [sentence.asked for sentence in sentences("Zo. Echt? Ja!")] == [False, True, False]


def test_a_comma_or_a_quotation_mark_is_a_pause_and_an_apostrophe_is_not() -> None:
    (sentence,) = sentences("ja, zeg 'hoe' ik 't zag")
    assert [word.folded for word in sentence.words if word.fresh] == ["ja", "zeg", "hoe", "ik"]


def test_a_typing_error_is_mended_but_repeated_as_typed() -> None:
    (sentence,) = sentences("Wt vond je", ("wt=wat",))
    assert sentence.line == "wat vond je"
    assert sentence.typed("Wt vond je", 0, 2, 40) == "Wt vond"


def test_a_slash_is_either_word_and_dots_are_at_most_three() -> None:
    (sentence,) = sentences("zou het dan toch niet beter zijn")
    assert list(sentence.spans(("zou/had het … niet",))) == [(0, 5)]
    assert list(sentence.spans(("zou … zijn",))) == []
    assert sentence.starts(("niet beter",), 4) == 6
    assert sentence.starts(("niet beter",), 3) is None


def test_no_more_words_are_repeated_than_fit() -> None:
    text = "een twee drie"
    (sentence,) = sentences(text)
    assert sentence.typed(text, 0, 3, 9) == "een twee"
    assert sentence.typed(text, 0, 3, 2) == ""
