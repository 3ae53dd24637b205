"""``python -m demo`` serves the installation and, from another origin, the page of a school that embeds its chat."""

import signal
import subprocess
import sys
from threading import Thread

from app.services.demo import school_origin
from config import ROOT, Config, ConfigError
from demo.school import School

ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def main() -> int:
    """Serve both until either a signal or the installation itself ends them; returns its exit code."""
    try:
        config = Config.from_environment()
        school = School(school_origin(config.port), config.public_url)
    except ConfigError as error:
        sys.exit(f"The demonstration cannot start: {error}.")
    except OSError as error:
        sys.exit(
            f"The demonstration cannot listen on {school_origin(config.port)}: {error.strerror}. "
            "Another pair of ports: PORT=5100 make demo"
        )
    with school:
        Thread(target=school.serve_forever, daemon=True).start()
        return serve_the_installation()


def serve_the_installation() -> int:
    """Run the server as everybody runs it. It stands in a session of its own, so that it hears each signal once."""
    command = [sys.executable, str(ROOT / "wsgi.py")]
    server = subprocess.Popen(command, cwd=ROOT, start_new_session=True)  # noqa: S603 - our own file
    for number in ENDS:
        signal.signal(number, lambda heard, _: server.send_signal(signal.SIGINT if heard == signal.SIGHUP else heard))
    return server.wait()


if __name__ == "__main__":
    sys.exit(main())
