"""Build the site with Pelican: into a folder for a look (`make html`), or for the publisher."""
