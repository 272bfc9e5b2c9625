"""What readers decide by, held against a copy that somebody approved."""
