"""What our pages, and whatever might one day run in them, may not even ask a browser for.

Everything that a browser of the last years knows and that we do not use is denied; one that does not know a name
ignores it, and says so in its console. Left to the browser are ``autoplay`` (the sound that one can ask for),
``clipboard-write`` (copying the chat's address) and what concerns nothing but the page itself.
"""

DEVICE = (
    *("accelerometer", "ambient-light-sensor", "battery", "bluetooth", "camera", "captured-surface-control"),
    *("compute-pressure", "display-capture", "gamepad", "geolocation", "gyroscope", "hid", "idle-detection"),
    *("keyboard-map", "local-fonts", "magnetometer", "microphone", "midi", "on-device-speech-recognition"),
    *("screen-wake-lock", "serial", "speaker-selection", "usb", "window-management", "xr-spatial-tracking"),
)
IDENTITY = (
    *(
        "digital-credentials-create",
        "digital-credentials-get",
        "identity-credentials-get",
        "otp-credentials",
        "payment",
    ),
    *("private-state-token-issuance", "private-state-token-redemption"),
    *("publickey-credentials-create", "publickey-credentials-get", "storage-access"),
)
ADVERTISING = (
    *("attribution-reporting", "browsing-topics", "interest-cohort", "join-ad-interest-group"),
    *("private-aggregation", "run-ad-auction", "shared-storage", "shared-storage-select-url"),
)
# A page for which these are denied is not told with its own requests which browser and system it runs in.
HINTS = ("ch-ua", "ch-ua-high-entropy-values", "ch-ua-mobile", "ch-ua-platform")
# These read what is written, take it elsewhere, or reach into the network that a phone is in.
REACH = (
    *("clipboard-read", "deferred-fetch", "encrypted-media", "fullscreen", "language-detector", "language-model"),
    *("local-network", "local-network-access", "loopback-network", "picture-in-picture", "summarizer"),
    *("sync-xhr", "translator", "web-share"),
)
DENIED = (*DEVICE, *IDENTITY, *ADVERTISING, *HINTS, *REACH)

VALUE = ", ".join(f"{feature}=()" for feature in DENIED)
