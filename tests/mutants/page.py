"""The mutants as docs/reliability.md lists them; ``python -m tests.mutants.page`` prints the tables."""

from tests.mutants.mutant import Chapter, Mutant, chapters


def tables() -> str:
    """Return one table for each chapter, in Markdown."""
    return "\n\n".join(_table(chapter) for chapter in chapters())


def _table(chapter: Chapter) -> str:
    heading = (f"**{chapter.title}**", "", "| mutant | what it breaks | noticed in |", "|---|---|---|")
    return "\n".join([*heading, *(_row(mutant) for mutant in chapter.mutants)])


def _row(mutant: Mutant) -> str:
    files = dict.fromkeys(test.partition("::")[0].removeprefix("tests/") for test in mutant.noticed_by)
    return f"| `{mutant.name}` | {mutant.breaks} | {', '.join(f'`{file}`' for file in files)} |"


if __name__ == "__main__":
    print(tables())
