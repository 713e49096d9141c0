"""The command `python -m tools.demo_art [NAME ...]`.

It draws all pictures, or those whose path holds one of the names.
"""

import argparse
from pathlib import Path

from tools.demo_art.catalogue import PICTURES, VECTORS
from tools.demo_art.encode import encode

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tools.demo_art", description="Draw the pictures of the sample site."
    )
    parser.add_argument(
        "names",
        metavar="NAME",
        nargs="*",
        help="part of a path, such as cover (default: all pictures)",
    )
    names: list[str] = parser.parse_args().names or [""]
    vectors = [vector for vector in VECTORS if _is_meant(vector.path, names)]
    pictures = [picture for picture in PICTURES if _is_meant(picture.path, names)]
    if not vectors and not pictures:
        parser.error(
            f"{', '.join(names)}: no such picture. tools/demo_art/catalogue.py lists them all."
        )
    for vector in vectors:
        _save(vector.path, vector.render().encode())
    for picture in pictures:
        _save(picture.path, encode(picture))


def _is_meant(path: str, names: list[str]) -> bool:
    return any(name in path for name in names)


def _save(path: str, data: bytes) -> None:
    target = ROOT / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    print(f"{len(data):>8,}  {path}")


if __name__ == "__main__":
    main()
