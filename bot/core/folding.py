"""Text as it is compared: without what people type differently and mean the same."""

import re
import unicodedata


def fold(text: str) -> str:
    """Lower case, without accents, punctuation and doubled spaces."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^\w\s]|_", " ", kept).split())
