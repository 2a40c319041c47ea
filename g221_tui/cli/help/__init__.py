"""What the help of a command says beyond its options: the words it knows, and one example."""
