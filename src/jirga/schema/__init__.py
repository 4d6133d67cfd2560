"""What a conflict and a result may hold: frozen types, one sentence per field."""
