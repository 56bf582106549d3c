"""The form editor: its list, its panes, and forms that are built in it by keys alone."""
