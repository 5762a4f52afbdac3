"""Messages without text, in the smallest form that Telegram sends."""

from .refusal import Tree

_FILE: Tree = {"file_id": "AgADBQADx", "file_unique_id": "AQADx", "file_size": 1024}
_PICTURE: Tree = _FILE | {"width": 512, "height": 512}

VOICE: Tree = {"voice": _FILE | {"duration": 3, "mime_type": "audio/ogg"}}
PHOTO: Tree = {"photo": [_PICTURE]}
DOCUMENT: Tree = {"document": _FILE | {"file_name": "verslag.pdf", "mime_type": "application/pdf"}}
STICKER: Tree = {"sticker": _PICTURE | {"type": "regular", "is_animated": False, "is_video": False}}
LOCATION: Tree = {"location": {"latitude": 52.09, "longitude": 5.12}}
POLL: Tree = {
    "poll": {
        "id": "5000000000000001",
        "question": "Welke dag past?",
        "options": [
            {"persistent_id": "1", "text": "dinsdag", "voter_count": 0},
            {"persistent_id": "2", "text": "donderdag", "voter_count": 0},
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": False,
        "members_only": False,
    }
}
