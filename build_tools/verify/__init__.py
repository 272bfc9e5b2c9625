"""What must hold of the finished site, whoever built it."""
