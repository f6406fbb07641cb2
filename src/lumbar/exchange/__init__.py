"""Exchange: what Lumbar reads from others and hands back, as plain data and text. All of it is pure."""
