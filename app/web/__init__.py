"""HTTP in: one blueprint for each audience."""

from app.web.application import create
from app.web.caller import Caller
from app.web.in_flight import InFlight
from app.web.never_kept import NeverKept
from app.web.parts import Offload, Parts
from app.web.staff_login import token_reader as staff_token_in

__all__ = ["Caller", "InFlight", "NeverKept", "Offload", "Parts", "create", "staff_token_in"]
