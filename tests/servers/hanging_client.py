"""A client that begins something and never goes on."""

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager

from tests.servers.process import ServerProcess

HALF_A_FORM = b"POST /console/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n"
HALF_A_FORM += b"Content-Type: application/x-www-form-urlencoded\r\n\r\nemail="


@contextmanager
def a_hanging_client(server: ServerProcess) -> Iterator[None]:
    """Keep a request in flight that is never finished: the form is announced and only half of it sent."""
    with closing(socket.create_connection(("127.0.0.1", server.port))) as hanging:
        hanging.sendall(HALF_A_FORM)
        yield
