"""The model: parties, options, states, moves, preferences; its file and its checks."""
