"""What the program costs beside a floor: a bare Textual app, bare imports, stock TinyDB."""
