"""Values as an author writes them: a line of words and `name=value` pairs, read into the model."""
