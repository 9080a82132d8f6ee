"""The look-up's rules: when the article's question may be asked, and what the two answers come to."""
