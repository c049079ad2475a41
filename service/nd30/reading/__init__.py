"""What a .docx looks like: its paragraphs with their effective formatting, sections, headers."""
