"""Pictures made of an author's: upright and in sRGB, in several widths, without their place.

The author's file is never changed; what is made lies in the cache, named by its digest.
"""
