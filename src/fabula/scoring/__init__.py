"""How good a reading is: one file per task."""
