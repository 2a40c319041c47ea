"""g221: a calm dashboard for a US visa case refused for now under section 221(g)."""

__version__ = "0.1.0"
