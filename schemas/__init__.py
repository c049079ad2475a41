"""What may be written: one module per document type, found by its file name."""
