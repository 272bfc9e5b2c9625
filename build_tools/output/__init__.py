"""The catalog -> the docs folder: pages, PDFs, files."""
