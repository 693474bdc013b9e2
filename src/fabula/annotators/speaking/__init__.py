"""Cues, speakers and addressees, and the pronouns that depend on them."""
