"""From text to paragraphs, divisions, scene marks, passages, sentences and tokens."""
