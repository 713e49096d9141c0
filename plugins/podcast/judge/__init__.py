"""The judge: any podcast feed in the world, held against the rules of all who will read it.

`judging.judge` takes the bytes of a feed and returns findings; it asks neither disk, clock nor
network. `table.TABLE` holds every rule with its source, its severity and the function that finds
its breaches.
"""
