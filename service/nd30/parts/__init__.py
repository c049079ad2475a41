"""Which line of a document is which component, told by its words and its place, not its style."""
