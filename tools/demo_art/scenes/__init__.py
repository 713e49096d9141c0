"""Pictures: one function draws one of them on a canvas it is given."""
