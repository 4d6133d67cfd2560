"""Ways from one state to another: what parties reach together, and by which steps."""
