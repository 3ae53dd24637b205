"""Staff: how the operator gives someone an account and a place in a team."""

from app.domain.identifiers import new_id
from app.domain.staff import PASSWORD_MIN_LENGTH, Role, normalise_email
from app.persistence import memberships, staff
from app.persistence.memberships import Membership
from app.persistence.staff import Staff
from app.persistence.unit_of_work import UnitOfWork
from app.services import passwords


class PasswordTooShort(ValueError):
    """The password has fewer than 12 characters."""


class AlreadyMember(ValueError):
    """The address already belongs to this municipality's team."""


def hash_new_password(password: str) -> str:
    """Return the hash of an acceptable password. Raises ``PasswordTooShort``."""
    if len(password) < PASSWORD_MIN_LENGTH:
        raise PasswordTooShort
    return passwords.hash_password(password)


def add(work: UnitOfWork, email: str, password_hash: str, *, municipality_id: str, role: Role) -> Staff:
    """Give an address a place in a team; an account that exists keeps its password. Raises ``AlreadyMember``."""
    account = staff.find_by_email(work.session, normalise_email(email))
    if account is None:
        account = Staff(id=new_id(), email=normalise_email(email), password_hash=password_hash)
        work.session.add(account)
        work.session.flush()
    if memberships.find(work.session, account.id, municipality_id):
        raise AlreadyMember
    work.session.add(Membership(staff_id=account.id, municipality_id=municipality_id, role=role))
    return account
