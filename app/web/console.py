"""The counsellor's doors: sign in, the console, a ticket for its socket, sign out."""

from flask import Blueprint, Response, abort, jsonify, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as AnyResponse

from app import clock
from app.domain.caller import BUCKET
from app.domain.staff import Role
from app.persistence import memberships
from app.services import duties, passwords
from app.services import sign_in as sign_in_service
from app.web import staff_login
from app.web.guards import anyone, staff_only
from app.web.parts import parts
from app.web.sign_in_form import SignInForm

blueprint = Blueprint("console", __name__, url_prefix="/console")


@blueprint.route("/sign-in", methods=["GET", "POST"])
@anyone
def sign_in() -> str | AnyResponse | tuple[str, int]:
    """Show the form, or take it."""
    if current_user.is_authenticated:
        return redirect(url_for("console.desk"))
    form = SignInForm()
    if request.method == "GET":
        return render_template("console/sign_in.html", form=form)
    if form.validate_on_submit() and _let_in(form.email.data, form.password.data):
        return redirect(url_for("console.desk"))
    if not form.errors:
        form.refuse()
    return render_template("console/sign_in.html", form=form), 401


@blueprint.get("")
@staff_only
def desk() -> str | tuple[str, int]:
    """Show the console for one of the municipalities in which someone is a counsellor."""
    wanted = request.args.get("municipality")
    with parts().database.read() as session:
        served = memberships.municipalities_of(session, current_user.staff_id, Role.COUNSELLOR)
        if not served:
            return render_template("errors/not_a_counsellor.html", staff=current_user), 403
        municipality = next((one for one in served if wanted in (None, one.slug)), None)
        if municipality is None:
            abort(403)
        duty = duties.level(session, current_user.staff_id)
        return render_template(
            "console/console.html",
            staff=current_user,
            municipality=municipality,
            memberships=served,
            municipality_names={one.slug: one.name for one in served},
            duty=duty,
            duty_for=[one.slug for one in served if one.id in duty.municipality_ids] or [municipality.slug],
        )


@blueprint.post("/ticket")
@staff_only
def ticket() -> Response:
    """Hand out a single-use ticket for one socket."""
    with parts().database.write() as work:
        issued = sign_in_service.issue_ticket(work, current_user.session_id, clock.now())
    return jsonify(ticket=issued)


@blueprint.post("/sign-out")
@staff_only
def sign_out() -> AnyResponse:
    """End the sign-in here and on every console it opened."""
    with parts().database.write() as work:
        sign_in_service.sign_out(work, current_user.session_id, clock.now())
    staff_login.sign_out()
    return redirect(url_for("console.sign_in"))


def _let_in(email: str, password: str) -> bool:
    """Check a password away from the event loop and sign its owner in. Raises ``E_RATE`` after too many wrong ones."""
    with parts().database.read() as session:
        credentials = sign_in_service.credentials_of(session, email)
    bucket: str = request.environ[BUCKET]
    parts().back_off.try_one(email, bucket, clock.steady())
    fits = parts().offload(passwords.verify, credentials.password_hash, password)
    if not fits or credentials.staff_id is None:
        return False
    with parts().database.write() as work:
        token = sign_in_service.open_session(work, credentials.staff_id, clock.now())
    parts().back_off.forgive(email, bucket, clock.steady())
    staff_login.sign_in_as(token)
    return True
