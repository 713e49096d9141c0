"""The art of shows, episodes and parts of a show: judged, mended where that is safe, or drawn."""
