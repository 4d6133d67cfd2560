"""From a document's text to proposed claims, each with the exact words that say it."""
