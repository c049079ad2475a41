"""What the law has to say of a document's data: generators of (place, message) for its schema.

A place is a path of names and indexes below what was given; the severity of a message is that
under which its code is registered.
"""

Path = tuple[str | int, ...]
