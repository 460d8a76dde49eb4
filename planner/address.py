"""Where a cluster of workers may be: ``local``, ``tcp://127.0.0.1:8786`` or ``tls://host:8786``.

Light on purpose: the help of the command line imports this file.
"""

from __future__ import annotations

import re
from ipaddress import ip_address

LOCAL = "local"
"""A cluster of this machine's own, for the time of one search."""
EXPECTED = "local, tcp://127.0.0.1:8786 or tls://host:8786"

_ADDRESS = re.compile(r"(tcp|tls)://(\[[0-9a-f:.]+\]|[^\s/:\[\]@]+):(\d{1,5})", re.ASCII | re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether ``text`` has a form that is understood."""
    match = _ADDRESS.fullmatch(text)
    return text == LOCAL or (match is not None and 0 < int(match[3]) < 2**16)


def is_private(address: str) -> bool:
    """Whether nobody can listen in on the way to an ``address``: it does not leave this machine, or is encrypted."""
    match = _ADDRESS.fullmatch(address)
    return address == LOCAL or (match is not None and (match[1].lower() == "tls" or _is_loopback(match[2])))


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"
