"""HTTP in: one blueprint for each audience."""

from app.web.application import create
from app.web.caller import Caller
from app.web.staff_login import token_reader as staff_token_in

__all__ = ["Caller", "create", "staff_token_in"]
