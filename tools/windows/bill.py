"""The bill of materials of a build: CycloneDX 1.6 as JSON, from what the build itself noted."""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import Iterable
from pathlib import Path

_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==\S+.*?((?:\n\s+--hash=sha256:[0-9a-f]+[ \\]*)+)", re.MULTILINE)
_NOT_SPDX = ("NOASSERTION", "Microsoft")


def bill(version: str, components: Iterable[dict[str, str]], lock: Path, files: Iterable[Path]) -> str:
    """The bill as text. files: what is handed out, each named with its SHA-256.

    Of a package the hashes are those of the lock, one of which was installed.
    """
    locked = _LOCKED.findall(lock.read_text("utf-8"))
    hashes = {_name(name): re.findall("[0-9a-f]{64}", found) for name, found in locked}
    parts = [_component(part, hashes.get(_name(part["name"]), [])) for part in components]
    handed_out = [
        {"type": "file", "name": file.name, "hashes": [{"alg": "SHA-256", "content": digest(file)}]}
        for file in files
    ]
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, json.dumps([parts, handed_out]))}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application", "bom-ref": "bao-cao-cchc", "name": "bao-cao-cchc", "version": version,
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": [*parts, *handed_out],
        "dependencies": [{"ref": "bao-cao-cchc", "dependsOn": [part["bom-ref"] for part in parts]}],
    }  # fmt: skip
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def digest(file: Path) -> str:
    """The SHA-256 of a file."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _component(part: dict[str, str], hashes: list[str]) -> dict[str, object]:
    name, version, licence = part["name"], part["version"], part["licence"]
    is_package = part["kind"] == "package"
    reference = f"pkg:pypi/{_name(name)}@{version}" if is_package else f"pkg:generic/{name.lower()}@{version}"
    made: dict[str, object] = {
        "type": "library", "bom-ref": reference, "name": name, "version": version, "purl": reference,
    }  # fmt: skip
    if not licence.startswith(_NOT_SPDX):
        made["licenses"] = [{"expression": licence}]
    elif licence != "NOASSERTION":
        made["licenses"] = [{"license": {"name": licence}}]
    if is_package and hashes:
        locked = [{"name": "locked:sha256", "value": one} for one in hashes]
        made["properties"] = locked
    return made


def _name(name: str) -> str:
    """A package's name as its address spells it."""
    return re.sub(r"[-_.]+", "-", name).lower()
