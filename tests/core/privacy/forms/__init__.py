"""Forms in which people write what is masked, by hand: what must go stands between « and »."""
