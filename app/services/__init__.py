"""Use cases as functions. They load, ask the domain, change rows and announce; never commit, emit or read the clock."""
