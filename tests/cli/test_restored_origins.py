"""``flask restore``: a backup is input, and the origins in it would stand in a header of every framed page."""

import json
from pathlib import Path

import pytest

from app.domain.embedding import MOST_ORIGINS
from tests.cli.conftest import Run
from tests.cli.test_backup import TABLES, document
from tests.cli.test_backup import unused as unused


@pytest.mark.parametrize(
    "origins, said",
    [
        (["*"], "lets '*' embed a chat"),
        (["https://hjem.example; script-src *"], "lets 'https://hjem.example; script-src *' embed a chat"),
        (["https://hjem.example", "https://hjem.example\r\nSet-Cookie: a=b"], r"\r\nSet-Cookie: a=b' embed a chat"),
        (["http://hjem.example"], "lets 'http://hjem.example' embed a chat"),
        ([f"https://side{number}.example" for number in range(MOST_ORIGINS + 1)], "names more than 20 origins"),
    ],
)
def test_an_origin_that_no_command_would_take_is_explained_and_nothing_is_written(
    unused: Run, tmp_path: Path, origins: list[str], said: str
) -> None:
    file = tmp_path / "backup.json"
    here = {**TABLES["municipalities"][0], "embedding_origins": origins}
    file.write_text(json.dumps(document() | {"tables": {**TABLES, "municipalities": [here]}}))
    answer = unused("restore", str(file))
    assert answer.exit_code == 1
    assert said in answer.output
    assert answer.output.endswith("Nothing was restored.\n")
    file.write_text(json.dumps(document()))
    assert unused("restore", str(file)).exit_code == 0, "the refused one left something"
