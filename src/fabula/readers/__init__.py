"""How a file becomes a source: one file per format."""
