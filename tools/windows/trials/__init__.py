"""What the built program and its setup are put through, each trial a function that returns what was seen."""
