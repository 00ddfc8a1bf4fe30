"""`kg serve`: a build in the browser, and a SPARQL service."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import DEFAULT_OUTPUT, GraphOption
from kg.cli.wording import say

if TYPE_CHECKING:
    import socket

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("serve", help=say("在浏览器中浏览一次构建，并提供 SPARQL 服务", "explore a build, serve SPARQL"))(serve)


def serve(
    graph: GraphOption = DEFAULT_OUTPUT,
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help=say("端口", "port"))] = 8000,
    host: Annotated[str, typer.Option("--host", help=say("监听的地址", "address to listen on"))] = "127.0.0.1",
    allow_review: Annotated[
        bool, typer.Option("--allow-review", help=say("允许在页面上判定并写入判定文件", "let pages write decisions"))
    ] = False,
    decisions: Annotated[
        Path, typer.Option("--decisions", help=say("人工判定文件（CSV）", "people's decisions (CSV)"))
    ] = Path("decisions.csv"),
    cors: Annotated[
        list[str] | None,
        typer.Option("--cors", help=say("允许跨域访问的来源，可多次给出", "origin that may ask, repeatable")),
    ] = None,
    seconds: Annotated[
        float, typer.Option("--seconds", min=0.1, help=say("一次查询最多几秒", "seconds that a query may take"))
    ] = 10.0,
) -> None:
    """Serve until interrupted."""
    import getpass

    import uvicorn

    from kg.serve import Settings, create_app

    settings = Settings(
        hosts=("127.0.0.1", "localhost", "[::1]") if host in LOOPBACK else (),
        origins=tuple(cors or ()),
        allow_review=allow_review,
        decisions=decisions,
        reviewer=getpass.getuser() if allow_review else "",
        seconds=seconds,
    )
    app = create_app(graph, settings)
    listening = _listen(host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"
    typer.echo(say(f"在浏览器中打开：{address} （Ctrl+C 结束）", f"open {address} (Ctrl+C ends)"))
    config = uvicorn.Config(app, log_level="warning", server_header=False)
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket. It names its protocol: asyncio sends small answers at once only where it knows it is TCP."""
    import os
    import socket

    from kg.errors import OutputError

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen()
    except OSError as error:
        listening.close()
        reason = error.strerror or str(error)
        raise OutputError(
            say(
                f"无法在 {host}:{port} 监听（{reason}）；换一个 --port。",
                f"cannot listen on {host}:{port} ({reason}); choose another --port",
            )
        ) from error
    return listening
