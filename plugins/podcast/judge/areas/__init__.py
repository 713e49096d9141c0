"""The rules, area by area: each module has the rows of `RULES` and the functions they name."""
