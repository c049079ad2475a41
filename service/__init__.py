"""vanthu: a JSON payload in, a finished Vietnamese official document out."""
