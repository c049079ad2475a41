"""What documents cost beside what others need for the same work: `make bench`.

Every figure is a ratio of work done in turns within one run: on a shared machine seconds say more
of the neighbours than of the code.
"""
