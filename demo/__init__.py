"""The demonstration beside the product: somebody else's web site, which embeds the chat."""
