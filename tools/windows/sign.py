"""Sign a program with whatever certificate its publisher has; without one nothing happens.

`python -m tools.windows.sign FILE …`. The certificate is named by two variables: BAO_CAO_CCHC_CERTIFICATE,
a .pem or .pfx file, and BAO_CAO_CCHC_KEY, a .pem file (with a .pfx file its password, which may be empty).
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

CERTIFICATE, KEY = "BAO_CAO_CCHC_CERTIFICATE", "BAO_CAO_CCHC_KEY"
NAME = "Báo cáo CCHC"


def has_certificate() -> bool:
    """Whether there is anything to sign with."""
    return bool(os.environ.get(CERTIFICATE))


def sign(files: Iterable[Path]) -> None:
    """Sign each file in its place, by osslsigncode, and see that the signature covers it."""
    certificate, key = os.environ[CERTIFICATE], os.environ.get(KEY, "")
    if certificate.lower().endswith((".pfx", ".p12")):
        identity = ["-pkcs12", certificate, "-pass", key]
    else:
        identity = ["-certs", certificate, "-key", key]
    for file in files:
        signed = file.with_name(f"{file.name}.signed")
        words = ["sign", *identity, "-h", "sha256", "-n", NAME, "-in", str(file), "-out", str(signed)]
        subprocess.run(["osslsigncode", *words], check=True, capture_output=True)
        signed.replace(file)


if __name__ == "__main__":
    sign(map(Path, sys.argv[1:]))
