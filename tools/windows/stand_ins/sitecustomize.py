"""Read by Windows Python at its start under Wine 8, which lacks the call that `shutil.copy2` would make."""

import _winapi

if hasattr(_winapi, "CopyFile2"):  # without the name Python copies by itself
    del _winapi.CopyFile2
