"""The pages of the window: one file for each kind of tab."""
