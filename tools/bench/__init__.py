"""The ratios of the README: ours beside a bare library or a physical limit, in one run."""
