"""The shows of `PODCASTS`, read and checked."""
