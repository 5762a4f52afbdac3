"""What authors write for a condition that is none, and what to write instead."""

import re

from bot.content.faults import meant

LONGEST = 200
"""Characters to look at: no condition that was meant well is longer."""

_NAME = r"([^\s<>=≥≤≠!(),']+)"
_KEY = r"([^\s,]+)"
_NUMBER = r"(-?\d{1,4}(?:[.,]\d)?)"
_COUNT = r"(?:korter|kleiner|minder)(?: dan)? (\d{1,4}) wo\w+"
_MENDS: tuple[tuple[str, str], ...] = (
    (rf"{_NAME} (?:is )?==? ?{_NUMBER}", r"\1 >= \2 en \1 <= \2"),
    (rf"{_NAME} ?(?:==?|is gelijk aan) ?{_KEY}", r"\1 is \2"),
    (rf"{_NAME} ?(?:!=|<>|≠|is geen) ?{_KEY}", r"\1 is niet \2"),
    (rf"(?:niet|geen) {_NAME} is {_KEY}", r"\1 is niet \2"),
    (rf"{_NAME} (?:is )?{_COUNT}", r"\1 korter dan \2 woorden"),
    (_COUNT, r"korter dan \1 woorden"),
    (rf"{_NAME} ?(?:is )?(?:>=|=>|≥|minstens|minimaal|ten minste|vanaf) ?{_NUMBER}", r"\1 >= \2"),
    (rf"{_NAME} ?(?:is )?(?:<=|=<|≤|hooguit|hoogstens|maximaal|t/m) ?{_NUMBER}", r"\1 <= \2"),
    (rf"{_NAME} (?:is )?(?:>|groter|hoger|meer|boven)(?: dan)? ?{_NUMBER}", r"\1 > \2"),
    (rf"{_NAME} (?:is )?(?:<|kleiner|lager|minder|onder)(?: dan)? ?{_NUMBER}", r"\1 < \2"),
    (rf"{_NUMBER} ?<=? ?{_NAME} ?<=? ?{_NUMBER}", r"\2 >= \1 en \2 <= \3"),
    (rf"{_NAME} (?:is )?{_NUMBER} ?(?:tot|-|t/m) ?{_NUMBER}", r"\1 >= \2 en \1 <= \3"),
    (rf"{_NAME} overgeslagen", r"\1 is overgeslagen"),
)
"""What was meant, where that can be told from the words alone."""

_COUNTED = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_JOINS = {
    "and": "en",
    "&": "en",
    "&&": "en",
    "or": "of",
    "||": "of",
    "EN": "en",
    "OF": "of",
    "En": "en",
    "Of": "of",
}
_JOIN = re.compile(r"(?<=\s)(?:" + "|".join(map(re.escape, _JOINS)) + r")(?=\s)")
_SIGNS = re.compile(r"[()'\"“”‘’]")

_ALLOWED = (
    "'stap is sleutel', 'stap is niet sleutel', 'stap is overgeslagen', 'stap bevat sleutel', 'stap >= 3,5' "
    "(ook <= > <) of 'stap korter dan 8 woorden'"
)
_HINTS: tuple[tuple[str, str], ...] = (
    (
        rf"{_NAME} (?:is )?niet overgeslagen",
        r"zet eerst 'als \1 is overgeslagen: …' en daaronder 'anders: …'",
    ),
    (rf"{_NAME} bevat (?:niet|geen) {_KEY}", r"zet eerst 'als \1 bevat \2: …' en daaronder 'anders: …'"),
    (r"(?:.* )?langer dan .*", "schrijf het met 'korter dan', zoals 'korter dan 8 woorden'"),
    (rf"{_NAME} (is|bevat)(?: niet)?", r"na '\2' hoort een sleutel, zoals in 'stap \2 sleutel'"),
    (r".*korter.* (?:tekens|letters)", "tel in woorden, zoals 'korter dan 8 woorden'"),
    (r"korter dan \d+ woord(?:en)?", r"schrijf de naam van de stap ervoor: 'stap \g<0>'"),
    (
        rf"{_NAME} ?[<>]=? ?(?:\d{{1,2}}[-/]\d.*|\d{{4}}-.*|\d{{1,2}} [a-z]+.*)",
        r"een dag kun je niet vergelijken, schrijf 'als \1 is overgeslagen'",
    ),
    (
        rf"{_NAME} ?([<>]=?) ?[^,]+(?:,\d+)?",
        r"na '\2' hoort een getal met hooguit één cijfer achter de komma, zoals 8 of 3,5",
    ),
    (r".*,.*", "zet 'en' of 'of' op de plaats van de komma, met links en rechts een hele voorwaarde"),
    (rf"{_NAME} (is|bevat) \S+ .*", r"na '\2' hoort één sleutel, zonder spaties"),
    (r"\S+ .* (?:is|bevat) \S+", "schrijf de naam van de stap, die heeft geen spaties"),
)
"""What to do instead, where no other condition says the same."""


def joined_well(words: str) -> str:
    """The same with `en` and `of` as they are written here."""
    return _JOIN.sub(lambda found: _JOINS[found[0]], words)


def mended(words: str, before: str) -> str:
    """The condition that was meant, or "". `before`: how the one before it begins (`mag is`), or ""."""
    if len(words) > LONGEST:
        return ""
    plain = _in_digits(_SIGNS.sub("", words).strip())
    name, _, verb = before.partition(" ")
    if name and re.fullmatch(r"[<>]=? ?.+", plain):
        return f"{name} {plain}"
    if name and verb in ("is", "bevat") and " " not in plain:
        return f"{name} {verb} {plain}"
    for wrong, right in _MENDS:
        if found := re.fullmatch(wrong, plain):
            return found.expand(right)
    return plain if plain != words else ""


def _in_digits(words: str) -> str:
    return " ".join(str(_COUNTED.index(one)) if one in _COUNTED else one for one in words.split())


def hint(words: str) -> str:
    """What to do instead, as the rest of a sentence."""
    if " " not in words:
        return f"; herhaal de naam van de stap, zoals 'stap is {words or 'sleutel'}' of 'stap >= 8'"
    if len(words) > LONGEST:
        return f"; schrijf {_ALLOWED}"
    for wrong, told in _HINTS:
        if found := re.fullmatch(wrong, words):
            return f"; {found.expand(told)}"
    name, sign = words.split()[:2]
    if sign not in ("is", "bevat", "korter") and "bedoel" in (near := meant(sign, ["is", "bevat", "korter"])):
        return f" over {name}{near}"
    return f"; schrijf {_ALLOWED}"
