"""The form that lets staff in."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import EmailField, PasswordField
from wtforms.validators import DataRequired, Length, Regexp


class SignInForm(FlaskForm):  # type: ignore[misc]
    """An address and a password. The limits keep a hostile form from costing memory."""

    email = EmailField(
        _l("E-mail"),
        validators=[
            DataRequired(_l("Skriv din e-mail.")),
            Length(max=254, message=_l("E-mailen er for lang.")),
            # Nobody can type these, and PostgreSQL knows no NUL.
            Regexp(r"[^\x00-\x1f\x7f]+\Z", message=_l("Se efter, om din e-mail er skrevet rigtigt.")),
        ],
    )
    password = PasswordField(
        _l("Adgangskode"),
        validators=[
            DataRequired(_l("Skriv din adgangskode.")),
            Length(max=1024, message=_l("Adgangskoden er for lang.")),
        ],
    )

    def refuse(self) -> None:
        """Say that the pair does not fit, without telling which half of it."""
        self.form_errors = [_l("E-mail og adgangskode passer ikke sammen.")]
