"""One recipe per document type; each has `build(sizes) -> bytes`, the template as a .docx."""
