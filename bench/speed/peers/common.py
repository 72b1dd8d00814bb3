"""What the Python peers share: landing the files, and telling how many rows they made."""

import hashlib
import html
import json
import re
import sys
from pathlib import Path

SOURCES = ("rt_movies", "rt_reviews", "imdb_kaggle")
MISSING = ("", "N/A", "n/a", "#N/A", "\\N")
LETTERS = ("F", "D-", "D", "D+", "C-", "C", "C+", "B-", "B", "B+", "A-", "A", "A+")
RATIO_OF_LETTER = {letter: index / 12 for index, letter in enumerate(LETTERS)}
FRACTION = re.compile(r"^(\d+(?:\.\d+)?)\s*(?:/|out of|of)\s*(\d+(?:\.\d+)?)$")
MONEY = r"^\$\s*([0-9][0-9,]*(?:\.[0-9]+)?)\s*([KMB]?)$"
UNIT = {"": 1e0, "K": 1e3, "M": 1e6, "B": 1e9}


def land(folder_in, folder_out):
    """Copies each file and takes its SHA-256 on the way; gives where the copies are."""
    landed = {}
    for source in SOURCES:
        target = Path(folder_out, "raw", source, f"{source}.csv")
        target.parent.mkdir(parents=True)
        digest = hashlib.sha256()
        with open(Path(folder_in, f"{source}.csv"), "rb") as reader, open(target, "wb") as writer:
            while chunk := reader.read(1 << 20):
                digest.update(chunk)
                writer.write(chunk)
        Path(target.parent, "sha256").write_text(digest.hexdigest())
        landed[source] = str(target)
    return landed


def score(text):
    """A critic's score as a share of its scale, and the scale."""
    if fraction := FRACTION.match(text):
        given, of = float(fraction[1]), float(fraction[2])
        return (given / of, f"/{fraction[2]}") if 0 < of and given <= of else (None, "invalid")
    if text in RATIO_OF_LETTER:
        return RATIO_OF_LETTER[text], "letter"
    return None, "bare" if text.replace(".", "", 1).isdigit() else "unknown"


def unescape(text):
    return html.unescape(text)


def folders():
    folder_in, folder_out = sys.argv[1:3]
    Path(folder_out, "curated").mkdir(parents=True)
    return folder_in, folder_out


def tell(films, reviews, people):
    print(json.dumps({"films": films, "reviews": reviews, "people": people}))
