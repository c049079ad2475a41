"""The two ways in over HTTP: the API for systems, the page for clerks."""
