"""What every request passes: the host that it names, and headers that keep browsers from doing anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.serve.settings import Settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode("ascii")),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
)


class Guard:
    """Refuses hosts that are not ours (a name of somebody else's may lead to this machine) and adds the headers."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._hosts = settings.hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        if self._hosts and _host(scope) not in self._hosts:
            from starlette.responses import JSONResponse

            words = "this host name is not served here; use 127.0.0.1, or start the server with --host"
            refusal = JSONResponse({"error": {"status": 421, "message": words}}, 421)
            await refusal(scope, receive, guarded)
            return
        await self._app(scope, receive, guarded)


def _host(scope: Scope) -> str:
    named = next((value for name, value in scope["headers"] if name == b"host"), b"")
    host: str = named.decode("latin-1").lower()
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]
