"""What a file may expect to come out."""
