"""Lyttepunkt: an anonymous chat between young people and the youth counsellors of their own municipality."""
