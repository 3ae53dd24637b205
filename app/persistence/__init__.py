"""One noun a file: its table and its named queries. The only package that speaks SQL."""
