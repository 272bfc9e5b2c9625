"""What readers see, held against a copy that somebody approved."""
