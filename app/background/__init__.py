"""What runs without a request."""

from app.background.ticker import start

__all__ = ["start"]
