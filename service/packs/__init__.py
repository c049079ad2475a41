"""Packs: the documents of one season, checked one by one and against each other.

A rule is a generator of (document, place, message) over a Pack; the modules dates, heads, votes,
names and targets hold them by theme. Only the built-in types are compared.
"""
