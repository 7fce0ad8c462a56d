"""What writers need: what a text shares with the base, and how a source is cited."""
