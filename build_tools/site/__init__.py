"""The docs folder -> the published site: engine, finish, read, publish."""
