"""The brief of a case and what each receiver takes of it: records, and where a picture goes."""
