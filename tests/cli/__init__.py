"""The command line, tested as its user meets it: words in, streams and an exit code out."""
