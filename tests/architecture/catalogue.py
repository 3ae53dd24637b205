"""The English texts: ``make texts`` finds what is new or gone and compiles the rest, and tests hold that it is done."""

import tomllib
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
PO = ROOT / "app/translations/en/LC_MESSAGES/messages.po"
MO = PO.with_suffix(".mo")
SEARCHED = {"app", "templates"}
KEYWORDS = DEFAULT_KEYWORDS | {"_l": None}
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
# No dates, no places and no versions: a change of the texts is all that ever shows.
HEADER = r"""# British English, for a fifteen-year-old. Danish is written first; `make texts` brings here what is new.
msgid ""
msgstr ""
"Language: en\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""


def main() -> None:
    """Bring the catalogue up to date, compile it, and say what has no English yet."""
    PO.write_text(up_to_date(), encoding="utf-8")
    MO.write_bytes(compiled(english()))
    missing = untranslated(english())
    print("\n".join(["No English yet, in app/translations:", *missing]) if missing else "Every text has its English.")


def extracted() -> Catalog:
    """Return every text that needs English, as templates and code say it in Danish."""
    mappings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["babel"]["mappings"]
    options = {pattern: mapping for mapping in mappings for pattern in mapping["pattern"]}
    methods = [(pattern, mapping["method"]) for pattern, mapping in options.items()]
    found = extract_from_dir(ROOT, methods, options, KEYWORDS, directory_filter=_is_searched)
    catalog = Catalog()
    for _, _, text, _, context in found:
        catalog.add(text, context=context)
    return catalog


def english() -> Catalog:
    """Return the catalogue as it is kept."""
    with PO.open("rb") as file:
        return read_po(file, locale="en")


def up_to_date() -> str:
    """Return what the kept catalogue should look like: sorted, with what is new and without what is gone."""
    catalog = english()
    catalog.update(extracted(), no_fuzzy_matching=True)
    file = BytesIO()
    write_po(file, catalog, width=0, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    return HEADER + file.getvalue().decode().strip() + "\n"


def compiled(catalog: Catalog) -> bytes:
    """Return what the server reads, the same for the same texts whenever it is made."""
    catalog.creation_date = catalog.revision_date = UNDATED
    file = BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def untranslated(catalog: Catalog) -> list[str]:
    """Return the Danish texts that have no English, or none that somebody stands by."""
    return [message.id for message in catalog if message.id and (message.fuzzy or not message.string)]


def _is_searched(folder: str) -> bool:
    return Path(folder).relative_to(ROOT).parts[0] in SEARCHED


if __name__ == "__main__":
    main()
