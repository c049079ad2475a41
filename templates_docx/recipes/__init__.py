"""One recipe per document type; each has `build() -> bytes`, the template as a .docx."""
