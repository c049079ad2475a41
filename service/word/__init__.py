"""Word documents: templates filled with data, and the package they travel in."""
