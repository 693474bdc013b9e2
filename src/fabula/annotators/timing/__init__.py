"""Time expressions: found by the words of the calendar and the clock, and said in one notation."""
