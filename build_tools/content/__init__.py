"""Files below the content folder -> the catalog: load, validate, link."""
