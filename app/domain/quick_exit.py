"""Where the quick exit leads: a page anyone could have been reading."""

NEUTRAL_PAGE = "https://www.dmi.dk/"
