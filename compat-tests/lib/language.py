"""The language of the clients of a comparison: English, or, where OXIVIRT_TRANSLATED names a directory that
compare/translated/catalogue.py filled, the one of that catalogue."""

import os


def environment(place=os.environ.get("OXIVIRT_TRANSLATED")):
    """Returns what a client needs in its environment."""
    return {"LD_PRELOAD": os.path.join(place, "translated.so"), "LOCPATH": place} if place else {}
