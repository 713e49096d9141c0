"""Publish the site: build a release, switch the target to it whole, then write the ledger."""
