"""Vietnamese of official documents: number words, figures, dates, text and sorting."""
