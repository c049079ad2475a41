"""How documents look: built-in templates and the recipes that build them."""
