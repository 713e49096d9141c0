"""Values as an author writes them, read into the model, and the tables of words that they know."""
