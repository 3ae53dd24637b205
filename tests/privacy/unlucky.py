"""What makes a server with faults fail, for whoever asks and for whoever fails."""

UNLUCKY = 77  # as a sequence number
CLUMSY = "clumsy"  # as a municipality
