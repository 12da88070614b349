"""Answers in the formats people ask for."""
