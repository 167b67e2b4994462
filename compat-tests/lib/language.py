"""The language of the clients of a comparison: English, or, where OXIVIRT_TRANSLATED names a directory that
compare/translated/catalogue.py filled, the one of that catalogue. With OXIVIRT_TRANSLATED_OURS the stock library stays with English."""

import os


def environment(place=os.environ.get("OXIVIRT_TRANSLATED"), ours=True):
    """Returns what a client needs in its environment."""
    if not place or (os.environ.get("OXIVIRT_TRANSLATED_OURS") and not ours):
        return {}
    return {"LD_PRELOAD": os.path.join(place, "translated.so"), "LOCPATH": place}
