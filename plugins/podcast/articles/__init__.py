"""Episodes among the articles of Pelican, which knows nothing of them."""
