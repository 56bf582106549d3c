"""Everything Qt: the window, its pages, models, widgets and dialogs. Nothing else knows Qt."""
