"""Tasks in the background, of which none fails unnoticed."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from tests.faults.link import Over


class Crew:
    """A link that is over ends a task in peace; anything else is kept for whoever looks."""

    def __init__(self) -> None:
        self.failures: list[BaseException] = []
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Let something run beside everything else."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._note)
        return task

    def check(self) -> None:
        """Raise the first failure, if there was one."""
        if self.failures:
            raise self.failures[0]

    async def dismiss(self) -> None:
        """End whatever still runs."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _note(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        failure = None if task.cancelled() else task.exception()
        if failure is not None and not isinstance(failure, Over):
            self.failures.append(failure)
