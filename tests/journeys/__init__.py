"""Journeys in real browser windows against a real server."""
