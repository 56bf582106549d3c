"""Make the Windows program on a Debian machine with Windows Python under Wine, and try it there."""
