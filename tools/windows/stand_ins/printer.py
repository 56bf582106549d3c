"""Put a printer into Wine that prints into a PostScript file, or take it away: run there, by Windows Python.

Words: a name, the file as this machine calls it, the description of the printer as Windows calls it.
With the name alone the printer goes.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes

ALL_ACCESS = 0xF000C
COPY_ALL_FROM_FOLDER, LOCAL, DEFAULT = 0x14, 0x40, 0x04


def _record(*names: str) -> type[ctypes.Structure]:
    """A structure of texts, of pointers after "*" and of numbers after "#"."""
    kinds = {"*": ctypes.c_void_p, "#": wintypes.DWORD}
    fields = [(name.lstrip("*#"), kinds.get(name[0], wintypes.LPWSTR)) for name in names]
    return type("Record", (ctypes.Structure,), {"_fields_": fields})


Driver = _record(
    "#version", "name", "system", "path", "data", "config", "help", "dependent", "monitor", "datatype",
)  # fmt: skip
Printer = _record(
    "server", "name", "share", "port", "driver", "comment", "location", "*mode", "separator", "processor",
    "datatype", "parameters", "*security", "#attributes", "#priority", "#default", "#start", "#until",
    "#status", "#jobs", "#speed",
)  # fmt: skip


def add(name: str, port: str, description: str) -> bool:
    """A printer of this name, the usual one from now on."""
    spooler = ctypes.windll.LoadLibrary("winspool.drv")  # type: ignore[attr-defined]
    driver = Driver(
        version=3, name="Trial PostScript", path="wineps.drv", data=description, config="wineps.drv",
        datatype="RAW",
    )  # fmt: skip
    spooler.AddPrinterDriverExW(None, 3, ctypes.byref(driver), COPY_ALL_FROM_FOLDER)
    printer = Printer(
        name=name, port=port, driver="Trial PostScript", processor="winprint", datatype="RAW",
        attributes=LOCAL | DEFAULT,
    )  # fmt: skip
    spooler.AddPrinterW.restype = wintypes.HANDLE
    made = spooler.AddPrinterW(None, 2, ctypes.byref(printer))
    return bool(made and spooler.SetDefaultPrinterW(name))


def remove(name: str) -> bool:
    """Take it away."""
    spooler, printer = ctypes.windll.LoadLibrary("winspool.drv"), wintypes.HANDLE()  # type: ignore[attr-defined]
    spooler.OpenPrinterW(name, ctypes.byref(printer), None)
    return bool(spooler.DeletePrinter(printer))


if __name__ == "__main__":
    sys.exit(0 if (add if len(sys.argv) > 2 else remove)(*sys.argv[1:]) else 1)
