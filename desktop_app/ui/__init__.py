"""Everything Qt: windows, pages, widgets and models; nothing else knows Qt."""
