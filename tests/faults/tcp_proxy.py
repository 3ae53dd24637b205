"""A network between client and server that can be cut, hold back one direction, or lose one end without the other."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass

PIECE = 65536


@dataclass(slots=True, eq=False)
class Wire:
    """One connection. Once ``is_half_open``, what one end says is swallowed, and the other end is never told."""

    client: asyncio.StreamWriter
    server: asyncio.StreamWriter
    is_half_open: bool = False

    def cut(self) -> None:
        """Reset both ends."""
        self.client.transport.abort()
        self.server.transport.abort()

    async def carry(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, gate: asyncio.Event) -> None:
        """Pass on what comes from one end until it says no more."""
        with suppress(OSError):
            while piece := await source.read(PIECE):
                await gate.wait()
                if not sink.is_closing():
                    sink.write(piece)
                    await sink.drain()
        if not self.is_half_open:
            sink.close()


class TcpProxy:
    """Listens on a port of its own and passes everything on, calling the server from the address ``source``."""

    def __init__(self, server_port: int, source: str) -> None:
        self.port = 0
        self._server_port = server_port
        self._source = source
        self._wires: set[Wire] = set()
        self._carriers: set[asyncio.Task[None]] = set()
        self._answers = asyncio.Event()
        self._requests = asyncio.Event()
        self._listener: asyncio.Server | None = None

    async def start(self) -> None:
        """Open the port."""
        self._answers.set()
        self._requests.set()
        self._listener = await asyncio.start_server(self._connect, "127.0.0.1", 0)
        self.port = self._listener.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Close everything."""
        assert self._listener is not None
        self._listener.close()
        self.cut()
        await self._listener.wait_closed()
        await asyncio.gather(*self._carriers, return_exceptions=True)

    def cut(self) -> None:
        """Reset every connection at both ends."""
        for wire in self._wires:
            wire.cut()

    def lose_the_server(self) -> None:
        """The server sees every connection go; the clients see nothing, and hear nothing more."""
        for wire in self._wires:
            wire.is_half_open = True
            wire.server.transport.abort()

    def lose_the_clients(self) -> None:
        """Each client sees its connection go; the server sees nothing, and hears nothing more."""
        for wire in self._wires:
            wire.is_half_open = True
            wire.client.transport.abort()

    async def hold_back_answers(self, seconds: float) -> None:
        """Keep what the server says for a while, then deliver all of it, late."""
        await _shut(self._answers, seconds)

    async def hold_back_requests(self, seconds: float) -> None:
        """Keep what the clients say for a while, then deliver all of it, late."""
        await _shut(self._requests, seconds)

    async def _connect(self, from_client: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        try:
            from_server, to_server = await asyncio.open_connection(
                "127.0.0.1", self._server_port, local_addr=(self._source, 0)
            )
        except OSError:
            to_client.transport.abort()
            return
        wire = Wire(to_client, to_server)
        self._wires.add(wire)
        if carrier := asyncio.current_task():
            self._carriers.add(carrier)
            carrier.add_done_callback(self._carriers.discard)
        try:
            await asyncio.gather(
                wire.carry(from_client, to_server, self._requests),
                wire.carry(from_server, to_client, self._answers),
            )
        except asyncio.CancelledError:
            pass  # the run is over, and asyncio's streams would log a handler that was cancelled
        finally:
            wire.cut()
            self._wires.discard(wire)


async def _shut(gate: asyncio.Event, seconds: float) -> None:
    gate.clear()
    await asyncio.sleep(seconds)
    gate.set()
