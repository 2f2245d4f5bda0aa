"""How rows are laid out, painted and spoken."""
