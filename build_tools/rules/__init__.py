"""What must hold of any content and any finished site, whatever its kinds."""
