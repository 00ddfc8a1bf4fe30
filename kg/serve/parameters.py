"""What a request says in its address and body, as UTF-8 and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from starlette.requests import Request

FORM = "application/x-www-form-urlencoded"


class Parameters:
    """Named values, each possibly several times, in the order in which they came."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self.pairs = pairs

    @classmethod
    def of(cls, text: bytes) -> Parameters:
        """Read the part of an address behind `?`, or a form. Raises a 400 where it is not UTF-8.

        >>> Parameters.of("a=%E5%B3%84&a=峄+城".encode()).all("a")
        ['峄', '峄 城']
        """
        from starlette.exceptions import HTTPException

        try:
            pairs = parse_qsl(
                text.decode("utf-8"), keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=200
            )
        except ValueError as error:
            raise HTTPException(400, "the parameters are not UTF-8, or too many; encode them as UTF-8") from error
        return cls(pairs)

    def all(self, name: str) -> list[str]:
        """Every value of a name."""
        return [value for key, value in self.pairs if key == name]

    def get(self, name: str, default: str = "") -> str:
        """The first value of a name."""
        return next(iter(self.all(name)), default)


def address(request: Request) -> Parameters:
    """The parameters in a request's address."""
    return Parameters.of(request.scope["query_string"])


async def body(request: Request, most: int) -> bytes:
    """A request's body. Raises a 413 where it is longer than `most` bytes."""
    from starlette.exceptions import HTTPException

    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > most:
            raise HTTPException(413, f"the request is longer than {most} bytes; shorten it")
    return bytes(content)
