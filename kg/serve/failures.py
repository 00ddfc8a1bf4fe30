"""Every failure in one shape: an object for programs, a page for browsers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import KgError, QueryError
from kg.serve.negotiation import wants_page
from kg.serve.workers import NoSuchGraph, NotOffered, TooBusy, TooLate

if TYPE_CHECKING:
    from starlette.exceptions import HTTPException
    from starlette.requests import Request
    from starlette.responses import Response

STATUS: tuple[tuple[type[KgError], int], ...] = (
    (TooLate, 503),
    (TooBusy, 503),
    (NotOffered, 406),
    (NoSuchGraph, 404),
    (QueryError, 400),
    (KgError, 500),
)

TITLES = {
    400: ("请求有误", "The request is not right"),
    403: ("不允许", "Not allowed"),
    404: ("没有找到", "Not found"),
    405: ("不支持这种请求方式", "This method is not supported"),
    406: ("没有这种格式", "No such format"),
    413: ("请求过长", "The request is too long"),
    415: ("不支持的内容类型", "The content type is not supported"),
    421: ("不认识的主机名", "Unknown host"),
    500: ("服务器出错", "The server failed"),
    503: ("服务繁忙或超时", "Busy, or out of time"),
}
NOTHING_HERE = "这个地址下没有内容；请在上方按名称搜索。"


async def of_http(request: Request, error: Exception) -> Response:
    """The answer to a request that cannot be served."""
    found: HTTPException = error  # type: ignore[assignment]
    chinese = NOTHING_HERE if found.status_code == 404 else ""
    return failure(request, found.status_code, str(found.detail), dict(found.headers or {}), chinese)


async def of_error(request: Request, error: Exception) -> Response:
    """The answer where one of our own errors was raised."""
    status = next((number for kind, number in STATUS if isinstance(error, kind)), 500)
    again = {"Retry-After": "5"} if status == 503 else {}
    return failure(request, status, str(error), again, error.chinese if isinstance(error, KgError) else "")


async def of_unknown(request: Request, error: Exception) -> Response:
    """The answer to a slip of ours; what it was stands in the log, not in the answer."""
    return failure(
        request, 500, "the server made a mistake; its log says which", chinese="服务器出了差错；详情见它的日志。"
    )


def failure(
    request: Request, status: int, message: str, headers: dict[str, str] | None = None, chinese: str = ""
) -> Response:
    """A failure as an object, or as a page in the reader's language where the client is a browser."""
    from starlette.responses import JSONResponse

    headers = {"Vary": "Accept", "Cache-Control": "no-store", **(headers or {})}
    if wants_page(request.headers.get("accept")) and hasattr(request.app.state, "knowledge"):
        from kg.serve.page import page, wording

        message = wording(request).say(chinese or message, message)
        title = TITLES.get(status, TITLES[500])
        return page(request, "failure.html", {"status": status, "title": title, "message": message}, status, headers)
    return JSONResponse({"error": {"status": status, "message": message}}, status, headers)
