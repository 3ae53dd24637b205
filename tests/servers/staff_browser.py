"""A browser without a screen: signs in and fetches tickets."""

import json
import re
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener


class StaffBrowser:
    """One person's cookies."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._cookies = CookieJar()
        self._opener = build_opener(HTTPCookieProcessor(self._cookies))
        self._csrf = ""

    def sign_in(self, email: str, password: str) -> int:
        """Fill in the form and return the status of the page that follows."""
        _, page = self._open("/console/sign-in")
        token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
        assert token, page
        fields = {"email": email, "password": password, "csrf_token": token[1]}
        status, page = self._open("/console/sign-in", urlencode(fields).encode())
        meta = re.search(r'name="csrf-token" content="([^"]+)"', page)
        self._csrf = meta[1] if meta else ""
        return status

    def ticket(self) -> str:
        """Fetch a fresh ticket."""
        status, answer = self._open("/console/ticket", b"", {"X-CSRF-Token": self._csrf})
        assert status == 200, answer
        return json.loads(answer)["ticket"]

    def sign_out(self) -> int:
        """Press the button and return the status of the page that follows."""
        status, _ = self._open("/console/sign-out", urlencode({"csrf_token": self._csrf}).encode())
        return status

    @property
    def cookie(self) -> str:
        """Return the ``Cookie`` header."""
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self._cookies)

    def _open(self, path: str, data: bytes | None = None, headers: dict[str, str] | None = None) -> tuple[int, str]:
        request = Request(self._address + path, data=data, headers=headers or {})
        try:
            with self._opener.open(request, timeout=20) as response:
                return response.status, response.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()
