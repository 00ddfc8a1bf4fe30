"""Text for XML, which has no place for most control characters."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def xml_text(value: str) -> str:
    r"""Text as XML content or attribute; what XML cannot hold becomes U+FFFD.

    >>> xml_text('a<b & "c"\x01')
    'a&lt;b &amp; &quot;c&quot;�'
    """
    return escape(_ILLEGAL.sub("\ufffd", value), {'"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"})
