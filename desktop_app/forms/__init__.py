"""The form as data: the model of an edition, its loader, its expressions and its linter."""
