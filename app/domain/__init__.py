"""Pure rules. No SQL, no Flask, no clock: whoever asks brings now."""
