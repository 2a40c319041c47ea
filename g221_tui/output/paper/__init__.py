"""The brief and the packets on paper: their words, as Markdown, and as a page to print."""
