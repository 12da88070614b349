"""The shapes that travel over HTTP."""
