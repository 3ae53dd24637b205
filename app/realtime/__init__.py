"""Socket.IO in and out."""
