"""The peers, each behind the same few questions."""
