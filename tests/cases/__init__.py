"""Whole cases, each told in the applicant's own order: what happened, and what g221 must say."""
