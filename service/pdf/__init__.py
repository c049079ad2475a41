"""PDF and what is made of it: from .docx by LibreOffice, pages as pictures, many bound as one."""
